import { expect, test } from "vitest";
import { run } from "@/lib/pipeline";
import { catalogue, chosen, fixed, kubernetes, told } from "./testing";

const docker = { id: "docker", version: "28.0.4", updates: "any" };
const k8s = { ...kubernetes, updates: "patch" };
const own = { url: "https://h/tool-1.0.raw", updatesFrom: "https://h/" };
const tool = { id: "tool", version: "1.0", updates: "any", own };
const keyring = { url: "https://h/keys.gpg", hash: "" };

test.each<[string, object, string]>([
  [
    "updates over minor versions by their major",
    chosen({ ...kubernetes, updates: "major" }),
    "update-skips-minor extensions.chosen.0.updates",
  ],
  [
    "a major series of a version that has none",
    chosen({ ...docker, version: "nightly", updates: "major" }),
    "updates-without-track extensions.chosen.0.updates",
  ],
  [
    "an own image whose version has no series",
    chosen({
      ...tool,
      updates: "patch",
      own: { ...own, url: "https://h/tool-7.raw" },
    }),
    "updates-without-track extensions.chosen.0.updates",
  ],
  [
    "the newest, with nothing that says where it is",
    chosen({ ...docker, updates: "none", firstBoot: "newest" }),
    "newest-without-updates extensions.chosen.0.firstBoot",
  ],
  [
    "the newest of a series that nobody released",
    chosen({ ...k8s, version: "v1.99.0", firstBoot: "newest" }),
    "series-unknown extensions.chosen.0.version",
  ],
  [
    "a limit of another series",
    chosen({ ...k8s, minVersion: "v1.31.0" }),
    "version-limit-unused extensions.chosen.0.minVersion",
  ],
  [
    "a limit of another series than that of an own image's address",
    chosen({
      ...tool,
      version: "",
      updates: "patch",
      minVersion: "2.0.0",
      own: { ...own, url: "https://h/tool-1.0.0.raw" },
    }),
    "version-limit-unused extensions.chosen.0.minVersion",
  ],
  [
    "a limit that is no version",
    chosen({ ...docker, protectVersion: "28 0" }),
    "version-limit-unused extensions.chosen.0.protectVersion",
  ],
  [
    "a limit of letters that systemd-sysupdate does not read",
    chosen({ ...docker, minVersion: "28.0.0~rc1" }),
    "version-limit-unused extensions.chosen.0.minVersion",
  ],
  [
    "updates of an own image whose version systemd-sysupdate does not see",
    chosen({ ...tool, own: { ...own, url: "https://h/tool-1.1~rc1.raw" } }),
    "updates-version-unseen extensions.chosen.0.own.url",
  ],
  [
    "updates of a version with an @",
    chosen({ ...docker, version: "28.0.4@2" }),
    "updates-version-unseen extensions.chosen.0.version",
  ],
  [
    "signed lists of Flatcar's bakery",
    chosen({ ...docker, verify: true }),
    "signed-by-nobody extensions.chosen.0.verify",
  ],
  [
    "signed lists without a key",
    chosen({ ...tool, verify: true }),
    "signed-without-keys extensions.keyring",
  ],
  [
    "a restart of nothing",
    chosen({ ...tool, activation: "restart" }),
    "restart-of-nothing extensions.chosen.0.restartUnits",
  ],
  [
    "a restart of what is no unit",
    chosen({ ...tool, activation: "restart", restartUnits: ["a;b"] }),
    "restart-unit-name extensions.chosen.0.restartUnits",
  ],
  [
    "a bakery that is no address",
    chosen({ ...docker, bakery: "mirror" }),
    "address-scheme extensions.chosen.0.bakery",
  ],
  [
    "keys over plain http",
    { extensions: { keyring: { url: "http://h/k.gpg" } } },
    "address-plain-http extensions.keyring.url",
  ],
  [
    "a version that only another bakery may have",
    chosen({ ...docker, version: "99.0.0", bakery: "https://h/" }),
    "version-of-another-bakery extensions.chosen.0.version",
  ],
])("%s", (_, node, entry) => {
  expect(told(node)).toContain(entry);
});

test.each<[string, object, RegExp]>([
  [
    "the newest needs no version and no image",
    chosen({
      ...tool,
      version: "",
      own: { ...own, url: "" },
      firstBoot: "newest",
    }),
    /^(version|address|updates)-/,
  ],
  [
    "a known series is enough for the newest",
    chosen({ ...k8s, version: "v1.32.99", firstBoot: "newest" }),
    /^(version|series)-/,
  ],
  [
    "limits of the series itself",
    chosen({ ...k8s, minVersion: "v1.32.1", protectVersion: "v1.32.2" }),
    /^version-limit/,
  ],
  [
    "signed lists with a key",
    {
      extensions: { ...chosen({ ...tool, verify: true }).extensions, keyring },
    },
    /^signed-/,
  ],
  [
    "signed lists with a key of a file",
    {
      ...chosen({ ...tool, verify: true }),
      files: {
        files: [
          {
            path: "/etc/systemd/import-pubring.gpg",
            contents: { kind: "text", text: "keys" },
          },
        ],
      },
    },
    /^signed-/,
  ],
  [
    "signed lists of an image without updates",
    chosen({ ...tool, verify: true, own: { ...own, updatesFrom: "" } }),
    /^signed-/,
  ],
  [
    "units that are named",
    chosen({ ...tool, activation: "restart", restartUnits: ["tool.service"] }),
    /^restart-/,
  ],
  [
    "nothing restarts anything for an image on hold",
    chosen({ ...tool, activation: "restart", hold: true }),
    /^restart-/,
  ],
])("nothing is said: %s", (_, node, entry) => {
  expect(told(node).filter((one) => entry.test(one))).toEqual([]);
});

test("a unit of the extension's settings would start before its image is there", () => {
  const node = {
    id: "tailscale",
    version: "v1.98.9",
    updates: "any",
    params: { authKey: "tskey-auth-x" },
  };
  expect(told(chosen({ ...node, firstBoot: "newest" }))).toContain(
    "unit-before-image extensions.chosen.0.firstBoot",
  );
  expect(told(chosen(node)).join()).not.toContain("unit-before-image");
});

test.each([
  [
    "newest-without-updates",
    { ...docker, updates: "none", firstBoot: "newest" },
  ],
  ["version-limit-unused", { ...k8s, minVersion: "v1.31.0" }],
  ["signed-by-nobody", { ...docker, verify: true }],
  ["update-skips-minor", { ...kubernetes, updates: "major" }],
])("the fix of %s mends it", (code, one) => {
  const mended = fixed(chosen(one), code);
  expect(
    run(mended, catalogue).problems.map((each) => each.code),
  ).not.toContain(code);
});
