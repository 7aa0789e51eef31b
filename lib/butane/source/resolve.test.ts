import { expect, test } from "vitest";
import { plainTag, resolve } from "./resolve";

test.each([
  ["", "!!null", null],
  ["~", "!!null", null],
  ["Null", "!!null", null],
  ["nULL", "!!str", "nULL"],
  ["TRUE", "!!bool", true],
  ["yes", "!!str", "yes"],
  ["0", "!!int", 0n],
  ["0644", "!!int", 420n],
  ["0o644", "!!int", 420n],
  ["08", "!!float", 8],
  ["0o8", "!!str", "0o8"],
  ["0b101", "!!int", 5n],
  ["0b-1", "!!int", -1n],
  ["-0x1F", "!!int", -31n],
  ["1_000", "!!int", 1000n],
  ["_1", "!!str", "_1"],
  ["18446744073709551615", "!!int", 18446744073709551615n],
  ["18446744073709551616", "!!float", 18446744073709551616],
  ["+9223372036854775808", "!!float", 9223372036854775808],
  ["0x10000000000000000", "!!str", "0x10000000000000000"],
  ["1e3", "!!float", 1000],
  ["1.", "!!float", 1],
  [".5_0", "!!float", 0.5],
  ["._5", "!!str", "._5"],
  ["1e999", "!!str", "1e999"],
  ["-.inf", "!!float", -Infinity],
  ["+.nan", "!!str", "+.nan"],
  ["1:30", "!!str", "1:30"],
  ["1.1.0", "!!str", "1.1.0"],
  ["2001-01-01", "!!timestamp", "2001-01-01"],
  ["2001-02-29", "!!str", "2001-02-29"],
  ["2000-2-29 1:2:3,5", "!!timestamp", "2000-2-29 1:2:3,5"],
  ["2001-01-01T00:00:00", "!!str", "2001-01-01T00:00:00"],
  ["2001-01-01t0:0:0.5+24:60", "!!timestamp", "2001-01-01t0:0:0.5+24:60"],
  ["2001-01-01T24:00:00Z", "!!str", "2001-01-01T24:00:00Z"],
])("a plain %s is %s", (text, tag, value) => {
  expect(plainTag(text)).toBe(tag);
  expect(resolve(tag, text)).toEqual({ tag, value });
});

test.each<[string, string, unknown, string]>([
  ["!!float", "1", 1, "integers are floats when asked"],
  ["!!timestamp", "2001-01-01", "2001-01-01", "a date under its tag"],
  ["!foo", "1", "1", "a tag that nobody knows leaves text alone"],
])("%s %s is %j: %s", (tag, text, value) => {
  expect(resolve(tag, text)).toEqual({ tag, value });
});

test.each([
  ["!!int", "abc", "cannot decode !!str `abc` as a !!int"],
  ["!!bool", "yes", "cannot decode !!str `yes` as a !!bool"],
  ["!!bool", "~", "cannot decode !!null `~` as a !!bool"],
  ["!!int", "2001-01-01", "cannot decode !!str `2001-01-01` as a !!int"],
  [
    "!!float",
    "9223372036854775808",
    "cannot decode !!int `9223372036854775808` as a !!float",
  ],
])("%s %s contradicts itself", (tag, text, failure) => {
  expect(resolve(tag, text)).toEqual({ failure });
});
