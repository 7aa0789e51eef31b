/**
 * How a string is written so that yaml.v3, js-yaml and a YAML 1.1 reader all give the same string back.
 */

// What some reader takes for null, a bool, a number or a date: YAML 1.1's words too, because other tools read the text.
const otherType = new RegExp(
  [
    "~|=|<<|null|true|false|yes|no|on|off|y|n",
    "[-+]?\\.inf|\\.nan|[-+]?\\.[0-9_]+(?:e[-+]?[0-9]+)?",
    "[-+]?0[xob][0-9a-f_]*",
    "[-+]?[0-9][0-9_,]*(?::[0-5]?[0-9])*(?:\\.[0-9_]*)?(?:e[-+]?[0-9]+)?",
    "[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?.*",
  ]
    .map((one) => `^(?:${one})$`)
    .join("|"),
  "i",
);
// A plain scalar that stands alone begins with a letter, a digit or one of a few signs no YAML rule knows.
const plainStart = /^[\p{L}\p{N}/_.$(+^;<=~\\]/u;
const plainBody =
  /^[\p{L}\p{N}\p{M} !"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~€§°µ·–—…]*$/u;

// Characters that a reader refuses, swallows or takes for a line break.
const needsEscape =
  // eslint-disable-next-line no-control-regex -- these are what the rule is about
  /[\u0000-\u0008\u000b-\u001f\u007f-\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ud800-\udfff\ufeff\ufff0-\uffff]/u;

/** Whether a string can stand without quotes. */
export function isPlain(text: string): boolean {
  return (
    plainStart.test(text) &&
    plainBody.test(text) &&
    !otherType.test(text) &&
    !/: |:$| #| $/.test(text)
  );
}

/** Whether a string has only characters that every reader gives back as they stand in a text; line ends are among them. */
export function isVisible(text: string): boolean {
  return !needsEscape.test(text);
}

/** A string as one line: plain where that is safe, otherwise in double quotes. */
export function inlineString(text: string): string {
  return isPlain(text) ? text : doubleQuoted(text);
}

/**
 * A string as the lines after its key: one line, or a block scalar whose first line is its header.
 * Lines of the block carry `indent` more spaces than the key.
 */
export function stringLines(text: string, indent: string): string[] {
  if (!isBlock(text)) return [inlineString(text)];
  const body = text.replace(/\n$/, "");
  // Readers take the indentation from the first line with text, so leading blanks or empty lines need it spelt out.
  const explicit = /^[ \t\n]/.test(body) ? String(indent.length) : "";
  const chomp = body === text ? "-" : "";
  const lines = body.split("\n").map((line) => (line ? indent + line : ""));
  return [`|${explicit}${chomp}`, ...lines];
}

/** A string in double quotes, with everything escaped that is not plainly visible. */
export function doubleQuoted(text: string): string {
  let quoted = "";
  for (const character of text) quoted += escaped(character);
  return `"${quoted}"`;
}

function isBlock(text: string): boolean {
  if (!text.includes("\n") || needsEscape.test(text)) return false;
  // Empty lines at the end would run into whatever the document has next, and blanks alone on a line are stripped by editors.
  return /\S/.test(text) && !/\n\n$/.test(text) && !/^[ \t]+$/m.test(text);
}

const named: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  '"': '\\"',
  "\n": "\\n",
  "\t": "\\t",
  "\r": "\\r",
};

function escaped(character: string): string {
  const short = named[character];
  if (short !== undefined) return short;
  if (!needsEscape.test(character)) return character;
  const code = character.codePointAt(0)!;
  if (code >= 0xd800 && code <= 0xdfff) return wellFormed(character);
  return code <= 0xff
    ? `\\x${code.toString(16).padStart(2, "0")}`
    : `\\u${code.toString(16).padStart(4, "0")}`;
}

/** A string with its half surrogate pairs replaced: they have no bytes in UTF-8, and every writer of a text does this. */
export function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, "\ufffd");
}
