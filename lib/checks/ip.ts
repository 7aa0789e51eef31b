/** The bits of an IPv4 address, or undefined: four numbers up to 255, written without leading zeros. */
function v4(text: string): bigint | undefined {
  const parts = text.split(".");
  if (
    parts.length !== 4 ||
    !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && +part < 256)
  )
    return undefined;
  return parts.reduce((bits, part) => bits * 256n + BigInt(part), 0n);
}

/** The bits of an IPv6 address, or undefined; the last four bytes may be written as an IPv4 address. */
function v6(text: string): bigint | undefined {
  if (text.split("::").length > 2) return undefined;
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  const last = tail ? v4(tail[2]!) : undefined;
  if (tail && last === undefined) return undefined;
  const whole = tail
    ? `${tail[1]}${(last! >> 16n).toString(16)}:${(last! & 0xffffn).toString(16)}`
    : text;
  const [before = "", after] = whole.split("::");
  const groups = (part: string) => (part === "" ? [] : part.split(":"));
  const [head, end] = [groups(before), groups(after ?? "")];
  const missing = 8 - head.length - end.length;
  if (after === undefined ? missing !== 0 : missing < 1) return undefined;
  const all = [...head, ...Array<string>(missing).fill("0"), ...end];
  if (!all.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  return all.reduce((bits, group) => bits * 65536n + BigInt(`0x${group}`), 0n);
}

/** An address, its family and its bits. */
export interface Address {
  readonly family: 4 | 6;
  readonly bits: bigint;
}

/** Reads `10.0.0.1` or `fd00::1`; `undefined` where it is neither. */
export function parseAddress(text: string): Address | undefined {
  const four = v4(text);
  if (four !== undefined) return { family: 4, bits: four };
  const six = text.includes(":") ? v6(text) : undefined;
  return six === undefined ? undefined : { family: 6, bits: six };
}

/** Whether a text is an address and nothing more: no length of a network, no port, no brackets, no zone. */
export function isAddress(text: string): boolean {
  return parseAddress(text) !== undefined;
}

/** An address within a network: `10.0.0.1/24`. */
export interface Network extends Address {
  /** Length of the network's part. */
  readonly length: number;
}

/** Reads an address with the length of its network; `undefined` where either is missing or wrong. */
export function parseNetwork(text: string): Network | undefined {
  const [, host = "", length = ""] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const address = parseAddress(host);
  if (!address || Number(length) > size(address.family)) return undefined;
  return { ...address, length: Number(length) };
}

/** Whether a text is an address of a host with its network, and not the network itself: `172.26.0.1/16`. */
export function isInterfaceNetwork(text: string): boolean {
  const network = parseNetwork(text);
  return network !== undefined && !isNetworkItself(network);
}

/** Whether no bit beyond the network's part is set, where such a bit tells hosts apart. */
export function isNetworkItself({ family, bits, length }: Network): boolean {
  const host = BigInt(size(family) - length);
  return host > 1n && (bits & ((1n << host) - 1n)) === 0n;
}

/** Whether a network holds an address. */
export function holds(network: Network, address: Address): boolean {
  if (network.family !== address.family) return false;
  const host = BigInt(size(network.family) - network.length);
  return network.bits >> host === address.bits >> host;
}

function size(family: 4 | 6): number {
  return family === 4 ? 32 : 128;
}
