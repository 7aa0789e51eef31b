import { isTimeSpan } from "./time-span";

/** How the values of a `Limit…=` are written: systemd.exec(5), “Process Properties”. */
type Kind = "size" | "number" | "span" | "nice";

const kinds: ReadonlyMap<string, Kind> = new Map([
  ...of("size", "FSIZE DATA STACK CORE RSS AS MEMLOCK MSGQUEUE"),
  ...of("number", "NOFILE NPROC LOCKS SIGPENDING RTPRIO"),
  ...of("span", "CPU RTTIME"),
  ...of("nice", "NICE"),
]);

function of(kind: Kind, names: string): (readonly [string, Kind])[] {
  return names.split(" ").map((name) => [`Limit${name}`, kind] as const);
}

/** `1G 512M` is a size: numbers, each with a unit of the base 1024 or none, from the largest unit to the smallest. */
function isSize(text: string): boolean {
  const parts = [...text.matchAll(/(\d+)(?:\.\d+)?\s*([EPTGMKB]?)\s*/gy)];
  if (parts.map(([part]) => part).join("") !== text || text === "")
    return false;
  const ranks = parts.map(([, , unit]) => "EPTGMKB".indexOf(unit || "B"));
  return ranks.every((rank, index) => index === 0 || rank > ranks[index - 1]!);
}

const accepts: Readonly<Record<Kind, (text: string) => boolean>> = {
  size: isSize,
  number: (text) => /^\+?\d+$/.test(text),
  span: isTimeSpan,
  // A nice level with its sign, or the raw limit.
  nice: (text) => /^(?:\+1?\d|-(?:1?\d|20)|[1-9]|[123]\d|40)$/.test(text),
};

/**
 * Whether systemd reads the value of a `Limit…=`: `soft:hard` or one for both, each a number in the unit of its kind or `infinity`, the soft
 * one not above the hard one. Of a key that is no limit, and of an empty value, which takes earlier ones back, it answers yes.
 *
 * @example
 * limitFault("LimitNOFILE", "1k"); // { instead: undefined }
 * limitFault("LimitMEMLOCK", "unlimited"); // { instead: "infinity" }
 * limitFault("LimitNOFILE", "1024:infinity"); // undefined: nothing is wrong
 */
export function limitFault(
  key: string,
  value: string,
): { readonly instead: string | undefined } | undefined {
  const kind = kinds.get(key);
  const text = value.trim();
  if (!kind || text === "") return undefined;
  const parts = text.split(":");
  const isRead = (part: string) => part === "infinity" || accepts[kind](part);
  if (parts.length > 2 || !parts.every(isRead)) {
    const meant = parts.map((part) => (isRead(part) ? part : mean(part, kind)));
    const isMeant =
      parts.length < 3 && meant.every((part) => part && isRead(part));
    return { instead: isMeant ? meant.join(":") : undefined };
  }
  const [soft, hard] = parts.map((part) => amount(part, kind));
  return soft !== undefined && hard !== undefined && soft > hard
    ? { instead: parts.toReversed().join(":") }
    : undefined;
}

/** What other programs call the same. */
function mean(part: string, kind: Kind): string | undefined {
  if (/^(?:unlimited|infinite|inf|max|-1)$/i.test(part)) return "infinity";
  const [, size, unit] = /^(\d+)\s*([kmgt])(?:i?b)?$/i.exec(part) ?? [];
  return kind === "size" && size ? `${size}${unit!.toUpperCase()}` : undefined;
}

/** To compare two values of a kind; nothing for those of a span or a nice level, whose order is another. */
function amount(part: string, kind: Kind): number | undefined {
  if (kind === "span" || kind === "nice") return undefined;
  if (part === "infinity") return Infinity;
  return [...part.matchAll(/(\d+(?:\.\d+)?)\s*([EPTGMKB]?)/g)].reduce(
    (sum, [, digits, unit]) =>
      sum + Number(digits) * 1024 ** (6 - "EPTGMKB".indexOf(unit || "B")),
    0,
  );
}
