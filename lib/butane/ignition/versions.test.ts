import { expect, test } from "vitest";
import { type IgnitionConfig, ignitionSpec, validateIgnition } from ".";

function codes(version: "3.3.0" | "3.4.0", config: IgnitionConfig) {
  const whole = { ...config, ignition: { ...config.ignition, version } };
  return validateIgnition(whole, version).map(({ code }) => code);
}

const tang = (advertisement: string): IgnitionConfig => ({
  storage: {
    luks: [
      {
        name: "x",
        device: "/dev/sda",
        clevis: { tang: [{ url: "http://t", thumbprint: "t", advertisement }] },
      },
    ],
  },
});

test("an S3 object can be named by its ARN from 3.4 on", () => {
  const source = "arn:aws:s3:::bucket/key";
  const config = { storage: { files: [{ path: "/f", contents: { source } }] } };
  expect(codes("3.3.0", config)).toEqual(["url-scheme"]);
  expect(codes("3.4.0", config)).toEqual([]);
});

test.each([
  ["{}", [], "JSON"],
  ["", [], "nothing"],
  ["{", ["tang-advertisement-invalid"], "half of it"],
  ["\ufeff{}", ["tang-advertisement-invalid"], "a byte order mark"],
  ["[1e999]", ["tang-advertisement-invalid"], "a number no float can hold"],
])("advertisement %j gives %j to 3.4: %s", (text, expected) => {
  expect(codes("3.4.0", tang(text))).toEqual(expected);
});

test("duplicates come before broken rules, as Butane reports them", () => {
  const files = [{ path: "a" }, { path: "a" }];
  expect(codes("3.3.0", { storage: { files } })).toEqual([
    "duplicate",
    "path-relative",
    "path-relative",
  ]);
});

test("only 3.4 knows what it added to LUKS", () => {
  const config: IgnitionConfig = {
    storage: { luks: [{ name: "x", discard: true, openOptions: ["a"] }] },
  };
  expect(ignitionSpec("3.3.0").marshal(config)).not.toContain("discard");
  expect(ignitionSpec("3.4.0").marshal(config)).toContain(
    '{"discard":true,"name":"x","openOptions":["a"]}',
  );
});
