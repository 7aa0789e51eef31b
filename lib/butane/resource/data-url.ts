import { fromBase64, isBase64 } from "./base64";

const token = "[!#$%&'*+\\-.0-9A-Z^_`a-z{|}~]";
const quoted = '"(?:[^"\\\\\\u0080-\\uffff]|\\\\[\\u0000-\\u007f])*"';
const parameter = `;${token}+=(?:${quoted}|${token}+)`;
const family = "(?:text|image|audio|video|application|message|multipart)";
const head = new RegExp(
  `^data:(?:(?:[xX]-${token}*|${family}${token}*)/${token}*)?((?:${parameter})*)(;base64)?,`,
);
const parameters = new RegExp(
  `=(?:"((?:[^"\\\\]|\\\\[^])*)"|(${token}+))`,
  "g",
);
const plainData = /^[!$%&'()*+,\-./0-9:;=?@A-Z_a-z~]*$/;
const badEscape = /%(?![0-9a-fA-F]{2})/;
// What may stand between the quotes of a Go string, which is what quoted parameters are read as.
const unquotable =
  /^(?:[^"\\\n]|\\[abfnrtv\\"]|\\x[0-9a-fA-F]{2}|\\[0-3][0-7]{2}|\\u(?![dD][89a-fA-F])[0-9a-fA-F]{4}|\\U00(?:0[0-9a-fA-F]|10)(?!(?<=\\U0000)[dD][89a-fA-F])[0-9a-fA-F]{4})*$/;

interface Parts {
  readonly base64: boolean;
  readonly data: string;
}

/** Whether Ignition can decode a data URL. */
export function isDataUrl(url: string): boolean {
  return split(url) !== undefined;
}

/** The bytes a data URL stands for, or nothing where Ignition could not decode it either. */
export function decodeDataUrl(url: string): Uint8Array | undefined {
  const parts = split(url);
  if (!parts) return undefined;
  return parts.base64 ? fromBase64(parts.data) : unescapeBytes(parts.data);
}

function split(url: string): Parts | undefined {
  const found = head.exec(url);
  if (!found || !validParameters(found[1] ?? "")) return undefined;
  const base64 = found[2] !== undefined;
  const rest = url.slice(found[0].length);
  // Base64 may be broken into lines.
  const data = base64 ? rest.replaceAll("\n", "") : rest;
  const valid = base64
    ? isBase64(data)
    : plainData.test(data) && !badEscape.test(data);
  return valid ? { base64, data } : undefined;
}

function validParameters(text: string): boolean {
  // An empty quoted value leaves upstream's parser waiting: it takes the next value for a quoted one.
  let afterEmptyQuotes = false;
  for (const [, inQuotes, bare] of text.matchAll(parameters)) {
    if (inQuotes === "") {
      afterEmptyQuotes = true;
      continue;
    }
    if (inQuotes !== undefined && !unquotable.test(inQuotes)) return false;
    if (bare !== undefined && !afterEmptyQuotes && badEscape.test(bare)) {
      return false;
    }
    afterEmptyQuotes = false;
  }
  return true;
}

function unescapeBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const escaped = text[index] === "%";
    bytes[length++] = escaped
      ? parseInt(text.slice(index + 1, index + 3), 16)
      : text.charCodeAt(index);
    if (escaped) index += 2;
  }
  return bytes.slice(0, length);
}
