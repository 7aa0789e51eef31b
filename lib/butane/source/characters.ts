/** The characters of YAML's syntax, as UTF-16 code units. */
export const TAB = 0x09;
export const SPACE = 0x20;
export const HASH = 0x23;
export const PERCENT = 0x25;
export const QUOTE = 0x27;
export const DOUBLE_QUOTE = 0x22;
export const COMMA = 0x2c;
export const DASH = 0x2d;
export const PLUS = 0x2b;
export const POINT = 0x2e;
export const COLON = 0x3a;
export const QUESTION = 0x3f;
export const BANG = 0x21;
export const AMPERSAND = 0x26;
export const STAR = 0x2a;
export const AT = 0x40;
export const BACKTICK = 0x60;
export const PIPE = 0x7c;
export const GREATER = 0x3e;
export const LESS = 0x3c;
export const BACKSLASH = 0x5c;
export const OPEN_BRACKET = 0x5b;
export const CLOSE_BRACKET = 0x5d;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;

/** The code unit at an offset, and NUL behind the end, so that looking ahead needs no bounds: NUL itself is not allowed. */
export function codeAt(text: string, at: number): number {
  return text.charCodeAt(at) | 0; // which makes 0 of NaN
}

/** Space and tab are all the blanks that YAML has: a no-break space is text. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** YAML 1.1 breaks lines at NEL, LS and PS too. */
export function isBreak(code: number): boolean {
  return (
    code === 0x0a ||
    code === 0x0d ||
    code === 0x85 ||
    code === 0x2028 ||
    code === 0x2029
  );
}

/** Whether a line ends here, by a break or by the end of the text. */
export function isLineEnd(code: number): boolean {
  return code === 0 || isBreak(code);
}

/** Whether a word ends here: a blank, a break or the end of the text. */
export function isGap(code: number): boolean {
  return code <= SPACE
    ? code === SPACE || code === TAB || isLineEnd(code)
    : code >= 0x85 && isBreak(code);
}

/** ASCII digits only. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** What anchors, tag handles and directive names are made of. */
export function isNameCharacter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    isDigit(code) ||
    code === 0x5f ||
    code === DASH
  );
}

/** A digit in base 16, in either case: of escapes in quoted text and in tags. */
export function isHex(code: number): boolean {
  return (
    isDigit(code) ||
    (code >= 0x41 && code <= 0x46) ||
    (code >= 0x61 && code <= 0x66)
  );
}
