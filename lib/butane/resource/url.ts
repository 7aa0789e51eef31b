import { isIpv6 } from "./ip-address";

/** What the rules need of a URL. */
export interface ParsedUrl {
  /** In lower case; empty for a relative reference. */
  readonly scheme: string;
  /** What follows the scheme where no slash does: `data:<opaque>`. */
  readonly opaque: string;
  /** Without `?`, still escaped. */
  readonly query: string;
}

// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const control = /[\u0000-\u001f\u007f]/;
const badEscape = /%(?![0-9a-fA-F]{2})/;
const userInfo = /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/;
const port = /^(?::[0-9]*)?$/;
// Of ASCII, a host may hold these; `%` only for bytes outside ASCII and for itself.
const host =
  /^(?:[!"$&'()*+,\-.0-9:;<=>A-Z[\]_a-z~\u0080-\uffff]|%[89a-fA-F][0-9a-fA-F]|%25)*$/;
const zone =
  /^(?:[!"$&'()*+,\-.0-9:;<=>A-Z[\]_a-z~\u0080-\uffff]|%[0-7][0-9a-fA-F])*$/;

/**
 * Reads a URL as forgivingly as Ignition does, which is Go's `net/url`: browsers' `URL` refuses and repairs
 * other things. Answers nothing when the text is not a URL.
 */
export function parseUrl(text: string): ParsedUrl | undefined {
  const [address, fragment] = cut(text, "#");
  if (badEscape.test(fragment) || control.test(address)) return undefined;

  const found = /^([a-zA-Z][a-zA-Z0-9+\-.]*)?:/.exec(address);
  if (found && found[1] === undefined) return undefined;
  const scheme = found?.[1]?.toLowerCase() ?? "";
  const [rest, query] = cut(
    found ? address.slice(found[0].length) : address,
    "?",
  );

  if (!rest.startsWith("/")) {
    if (scheme) return { scheme, opaque: rest, query };
    // A colon in the first segment would be taken for a scheme.
    if (cut(rest, "/")[0].includes(":")) return undefined;
  }
  const [authority, path] = splitAuthority(rest, scheme);
  if (!validAuthority(authority) || badEscape.test(path)) return undefined;
  return { scheme, opaque: "", query };
}

/** Values of one key in a query, in order; pairs that are not well-formed are left out. */
export function queryValues(query: string, wanted: string): string[] {
  const pairs = query.split("&");
  if (pairs.length > 10_000) return [];
  return pairs.flatMap((pair) => {
    const [key, value] = cut(pair, "=");
    const malformed = pair === "" || pair.includes(";") || badEscape.test(pair);
    return !malformed && unescapeAscii(key) === wanted ? [value] : [];
  });
}

function splitAuthority(rest: string, scheme: string): [string, string] {
  const has =
    rest.startsWith("//") && (scheme !== "" || !rest.startsWith("///"));
  if (!has) return ["", rest];
  const slash = rest.indexOf("/", 2);
  return slash < 0
    ? [rest.slice(2), ""]
    : [rest.slice(2, slash), rest.slice(slash)];
}

function validAuthority(authority: string): boolean {
  const at = authority.lastIndexOf("@");
  const user = authority.slice(0, Math.max(at, 0));
  return (
    validHost(authority.slice(at + 1)) &&
    userInfo.test(user) &&
    !badEscape.test(user)
  );
}

function validHost(text: string): boolean {
  const open = text.lastIndexOf("[");
  if (open > 0) return false;
  if (open === 0) return validLiteral(text);
  const colon = text.lastIndexOf(":");
  return (colon < 0 || port.test(text.slice(colon))) && host.test(text);
}

/** An address in brackets, with a zone (`%25eth0`) and a port or without. */
function validLiteral(text: string): boolean {
  const close = text.lastIndexOf("]");
  if (close < 0 || !port.test(text.slice(close + 1))) return false;
  const inside = text.slice(1, close);
  const percent = inside.indexOf("%25");
  const address = percent < 0 ? inside : inside.slice(0, percent);
  if (!host.test(address)) return false;
  if (percent < 0) return isIpv6(unescapeAscii(address));
  const name = inside.slice(percent);
  return validZone(name) && isIpv6(unescapeAscii(address + name));
}

function validZone(text: string): boolean {
  if (!zone.test(text)) return false;
  // An escape may stand only for what could stand there unescaped, for `%` and for a space.
  for (let at = text.indexOf("%"); at >= 0; at = text.indexOf("%", at + 1)) {
    const code = parseInt(text.slice(at + 1, at + 3), 16);
    const character = String.fromCharCode(code);
    const fits = character === "%" || character === " " || host.test(character);
    if (!fits) return false;
  }
  return true;
}

function unescapeAscii(text: string): string {
  return text
    .replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(parseInt(hex, 16)),
    )
    .replaceAll("+", " ");
}

function cut(text: string, separator: string): [string, string] {
  const index = text.indexOf(separator);
  return index < 0 ? [text, ""] : [text.slice(0, index), text.slice(index + 1)];
}
