import { expect, test } from "vitest";
import {
  type IgnitionConfig,
  ignitionSpec,
  type IgnitionVersion,
  validateIgnition,
} from ".";

function codes(version: IgnitionVersion, config: IgnitionConfig) {
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

const luks = (value: object): IgnitionConfig => ({
  storage: { luks: [{ name: "x", device: "/dev/sda", ...value }] },
});
const cex = { enabled: true };

test.each<[IgnitionVersion, IgnitionConfig, string[], string]>([
  ["3.5.0", luks({ cex, clevis: { tpm2: true } }), ["cex-with-clevis"], "both"],
  [
    "3.5.0",
    luks({ cex, keyFile: { source: "data:,a" } }),
    ["cex-with-key-file"],
    "both",
  ],
  ["3.5.0", luks({ cex }), [], "a crypto card alone"],
  [
    "3.5.0",
    luks({ clevis: { custom: { pin: "yubikey", config: "{}" } } }),
    ["clevis-pin-unknown"],
    "a pin of the system's own",
  ],
  [
    "3.6.0",
    luks({ clevis: { custom: { pin: "yubikey", config: "{}" } } }),
    [],
    "a pin of the system's own",
  ],
  [
    "3.2.0",
    luks({ clevis: { custom: {}, tpm2: true } }),
    ["clevis-custom-with-others"],
    "an empty custom pin",
  ],
  [
    "3.2.0",
    luks({ clevis: { custom: { needsNetwork: true } } }),
    [],
    "a pin that is nothing but the need for a network",
  ],
  [
    "3.5.0",
    { storage: { directories: [{ path: "/d", mode: 0o1777 }] } },
    ["mode-special-bits"],
    "a sticky bit",
  ],
  [
    "3.6.0",
    {
      storage: {
        directories: [{ path: "/d", mode: 0o1777 }],
        files: [{ path: "/f", mode: 0o4755 }],
      },
    },
    [],
    "special bits",
  ],
  [
    "3.2.0",
    { storage: { filesystems: [{ device: "/dev/a", format: "none" }] } },
    ["format-unknown"],
    "no format",
  ],
  ["3.2.0", { storage: { links: [{ path: "/l" }] } }, [], "an empty target"],
  [
    "3.2.0",
    {
      storage: {
        links: [{ path: "/l", hard: true }],
        directories: [{ path: "/l" }],
      },
    },
    ["duplicate", "hard-link-to-directory"],
    "a hard link to itself",
  ],
  [
    "3.1.0",
    { storage: { files: [{ path: "/f", contents: { source: "gs://b/o" } }] } },
    ["url-scheme"],
    "Google's storage",
  ],
  [
    "3.0.0",
    {
      storage: {
        files: [
          {
            path: "/f",
            contents: {
              source: "data:,",
              verification: { hash: `sha256-${"a".repeat(64)}` },
            },
          },
        ],
      },
    },
    ["hash-function-unknown"],
    "SHA-256",
  ],
  ["3.0.0", { ignition: { config: { merge: [{}] } } }, [], "no source"],
  [
    "3.1.0",
    { ignition: { config: { merge: [{}] } } },
    ["source-missing"],
    "no source",
  ],
  [
    "3.0.0",
    { ignition: { security: { tls: { certificateAuthorities: [{}] } } } },
    ["url-scheme"],
    "no source",
  ],
])("%s: %j gives %j: %s", (version, config, expected) => {
  expect(codes(version, config)).toEqual(expected);
});

test("3.0 prints a reference without a source as null", () => {
  const config = { ignition: { version: "3.0.0", config: { merge: [{}] } } };
  expect(ignitionSpec("3.0.0").marshal(config)).toBe(
    '{"ignition":{"config":{"merge":[{"source":null}]},"version":"3.0.0"}}',
  );
});
