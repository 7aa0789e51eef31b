/** A number as yaml.v3 understands it: integers up to 64 bits stay exact, everything else is a float. */
export type YamlNumber =
  | { readonly tag: "!!int"; readonly value: bigint }
  | { readonly tag: "!!float"; readonly value: number };

const LARGEST = 2n ** 64n - 1n;
const SMALLEST = -(2n ** 63n);
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
/** Go's own float syntax, which yaml.v3 asks alone when a scalar begins with a point: digits may be parted by `_`. */
const POINT_FLOAT = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;
const WORDS: Readonly<Record<string, number>> = {
  ".nan": NaN,
  ".NaN": NaN,
  ".NAN": NaN,
  ".inf": Infinity,
  ".Inf": Infinity,
  ".INF": Infinity,
  "+.inf": Infinity,
  "+.Inf": Infinity,
  "+.INF": Infinity,
  "-.inf": -Infinity,
  "-.Inf": -Infinity,
  "-.INF": -Infinity,
};

/** Reads a scalar that begins with a digit, a sign or a point; `undefined` when it is no number after all. */
export function parseNumber(text: string): YamlNumber | undefined {
  const word = Object.hasOwn(WORDS, text) ? WORDS[text] : undefined;
  if (word !== undefined) return { tag: "!!float", value: word };
  if (text.startsWith(".")) return parseFloat(text, POINT_FLOAT);
  const plain = text.includes("_") ? text.replaceAll("_", "") : text;
  const integer = parseInteger(plain);
  if (integer === undefined) return parseFloat(plain, FLOAT);
  return { tag: "!!int", value: integer };
}

function parseFloat(text: string, syntax: RegExp): YamlNumber | undefined {
  if (!syntax.test(text)) return undefined;
  const value = Number(text.replaceAll("_", ""));
  return Number.isFinite(value) ? { tag: "!!float", value } : undefined;
}

const DECIMAL = /^([-+]?)(0|[1-9][0-9]*)$/;
const PREFIXED =
  /^([-+]?)0(?:([xX])([0-9a-fA-F]+)|([bB])([01]+)|([oO]?)([0-7]+))$/;
/** A sign after the prefix is an accident of yaml.v3 (`0b-1` is -1) that documents may rely on. */
const SIGN_INSIDE = /^0(?:b([-+])([01]+)|o([-+])([0-7]+))$/;

function parseInteger(plain: string): bigint | undefined {
  const decimal = DECIMAL.exec(plain);
  if (decimal) return bounded(decimal[1], "", decimal[2]);
  const prefixed = PREFIXED.exec(plain);
  if (prefixed) {
    const [, sign, , hex, , binary, , octal] = prefixed;
    if (hex) return bounded(sign, "0x", hex);
    return binary ? bounded(sign, "0b", binary) : bounded(sign, "0o", octal);
  }
  const inside = SIGN_INSIDE.exec(plain);
  if (!inside) return undefined;
  const [, sign, binary, otherSign, octal] = inside;
  return binary ? bounded(sign, "0b", binary) : bounded(otherSign, "0o", octal);
}

/** Go reads signed text as 64 bits with sign; only text without a sign may use the upper half. */
function bounded(sign = "", prefix: string, digits = ""): bigint | undefined {
  const significant = digits.replace(/^0+(?=.)/, "");
  if (significant.length > 64) return undefined; // more than 64 bits in any base, and slow to convert
  const size = BigInt(prefix + significant);
  const value = sign === "-" ? -size : size;
  const largest = sign === "" ? LARGEST : LARGEST / 2n;
  return value >= SMALLEST && value <= largest ? value : undefined;
}
