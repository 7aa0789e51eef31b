import { expect, test } from "vitest";
import { run } from "@/lib/pipeline";
import { read } from "@/lib/preset/read/read";
import { catalogue, chosen, kubernetes, told } from "./testing";

test.each<[string, object, string]>([
  [
    "a version that was never released",
    chosen({ id: "kubernetes", version: "v1.32.99" }),
    "version-unknown extensions.chosen.0.version",
  ],
  [
    "a version without its v",
    chosen({ id: "kubernetes", version: "1.32.2" }),
    "version-malformed extensions.chosen.0.version",
  ],
  [
    "no version at all",
    chosen({ id: "kubernetes" }),
    "version-missing extensions.chosen.0.version",
  ],
  [
    "an id nobody knows",
    chosen({ id: "htop", version: "1.0" }),
    "extension-unknown extensions.chosen.0",
  ],
  [
    "an extension chosen twice",
    chosen(kubernetes, { ...kubernetes, version: "v1.32.13" }),
    "extension-twice extensions.chosen.1.id",
  ],
  [
    "two own images of one name",
    chosen(
      { id: "a", own: { url: "https://h/a-1.0.raw" } },
      { id: "a", own: { url: "https://h/a-2.0.raw" } },
    ),
    "extension-twice extensions.chosen.1.id",
  ],
  [
    "two kinds of Kubernetes",
    chosen(kubernetes, { id: "k3s", version: "v1.36.2+k3s1" }),
    "two-kubernetes extensions.chosen.1",
  ],
  [
    "Compose without any Docker",
    {
      extensions: {
        chosen: [{ id: "docker-compose", version: "5.3.1" }],
        builtinOff: ["docker"],
      },
    },
    "requirement-missing extensions.chosen.0",
  ],
  [
    "its own Docker beside the built-in one",
    chosen({ id: "docker", version: "28.0.4" }),
    "builtin-still-on extensions.chosen.0",
  ],
  [
    "the built-in Docker without its containerd",
    { extensions: { builtinOff: ["containerd"] } },
    "docker-without-containerd extensions.builtinOff",
  ],
  [
    "no Docker extensions yet on that release",
    { target: { channel: "lts-2023" }, extensions: { builtinOff: ["docker"] } },
    "builtin-not-an-extension extensions.builtinOff",
  ],
  [
    "ZFS on a release before it",
    { target: { channel: "lts-2023" }, ...chosen({ id: "zfs" }) },
    "extension-too-new extensions.chosen.0",
  ],
  [
    "a spec that Ignition of that release does not know",
    { target: { channel: "lts-2023", spec: "1.1.0" } },
    "spec-too-new target.spec",
  ],
  [
    "a release that is none",
    { target: { release: "4593" } },
    "release-malformed target.release",
  ],
  [
    "a platform nobody knows",
    { target: { platform: "mainframe" } },
    "platform-unknown target.platform",
  ],
  [
    "Kubernetes updated across minor versions",
    chosen({ ...kubernetes, updates: "any" }),
    "update-skips-minor extensions.chosen.0.updates",
  ],
  [
    "a reboot that nobody does",
    {
      ...chosen({ ...kubernetes, updates: "patch", activation: "reboot" }),
      updates: { coordinator: "none" },
    },
    "reboot-nobody-does updates.coordinator",
  ],
  [
    "kured without a cluster",
    { updates: { coordinator: "kured" } },
    "coordinator-without-cluster updates.coordinator",
  ],
  [
    "one version kept",
    chosen({ ...kubernetes, updates: "patch", keep: 1 }),
    "keep-too-few extensions.chosen.0.keep",
  ],
  [
    "Kata with updates",
    chosen({ id: "kata-containers", version: "4.0.0", updates: "any" }),
    "opt-read-only-updates extensions.chosen.0",
  ],
  [
    "three images of Ollama",
    chosen({ id: "ollama", version: "v0.32.3", updates: "any" }),
    "image-large extensions.chosen.0.keep",
  ],
  [
    "a parameter that an extension does not have",
    chosen({ ...kubernetes, params: { nonsense: "1" } }),
    "param-unknown extensions.chosen.0.params.nonsense",
  ],
  [
    "a parameter of another type",
    chosen({ ...kubernetes, params: { role: true } }),
    "param-type extensions.chosen.0.params.role",
  ],
  [
    "a role that there is not",
    chosen({ ...kubernetes, params: { role: "king" } }),
    "param-choice extensions.chosen.0.params.role",
  ],
  [
    "a worker without its join command",
    chosen({ ...kubernetes, params: { role: "worker" } }),
    "param-missing extensions.chosen.0.params.joinCommand",
  ],
  [
    "a hash that is none",
    chosen({ ...kubernetes, hash: "sha256-abc" }),
    "hash-malformed extensions.chosen.0.hash",
  ],
  [
    "a download without a hash",
    chosen(kubernetes),
    "download-unchecked extensions",
  ],
  [
    "an address with a line break",
    chosen({ id: "a", own: { url: "https://h/a-1.0.raw\nhttps://h/b" } }),
    "address-lines extensions.chosen.0.own.url",
  ],
  [
    "an address without a scheme",
    chosen({ id: "a", own: { url: "h/a-1.0.raw" } }),
    "address-scheme extensions.chosen.0.own.url",
  ],
  [
    "an own image over http",
    chosen({ id: "a", own: { url: "http://h/a-1.0.raw" } }),
    "address-plain-http extensions.chosen.0.own.url",
  ],
  [
    "updates over http",
    chosen({
      id: "a",
      own: { url: "https://h/a-1.0.raw", updatesFrom: "http://h/" },
    }),
    "address-plain-http extensions.chosen.0.own.updatesFrom",
  ],
  [
    "a bakery that is no address",
    { extensions: { bakery: "mirror" } },
    "address-scheme extensions.bakery",
  ],
  [
    "an image name with a slash",
    chosen({ id: "../a", own: { url: "https://h/a-1.0.raw" } }),
    "image-name extensions.chosen.0.id",
  ],
  [
    "an image named otherwise than its file",
    chosen({ id: "a", own: { url: "https://h/b-1.0.raw" } }),
    "own-image-name extensions.chosen.0.id",
  ],
  [
    "an image for the other architecture",
    chosen({ id: "a", own: { url: "https://h/a-1.0-arm64.raw" } }),
    "own-image-architecture extensions.chosen.0.own.url",
  ],
  [
    "updates from nowhere",
    chosen({ id: "a", updates: "any", own: { url: "https://h/a-1.0.raw" } }),
    "updates-from-nowhere extensions.chosen.0.own.updatesFrom",
  ],
  [
    "updates of a file without a version",
    chosen({
      id: "a",
      updates: "any",
      own: { url: "https://h/a.raw", updatesFrom: "https://h/" },
    }),
    "updates-without-version extensions.chosen.0.own.url",
  ],
  [
    "a schedule at hour 25",
    {
      ...chosen({ ...kubernetes, updates: "patch" }),
      updates: { schedule: "calendar", calendar: "25:00" },
    },
    "calendar-malformed updates.calendar",
  ],
  [
    "a delay in words",
    {
      ...chosen({ ...kubernetes, updates: "patch" }),
      updates: { schedule: "calendar", randomDelay: "a while" },
    },
    "delay-malformed updates.randomDelay",
  ],
  [
    "a service on every address",
    chosen({
      id: "ollama",
      version: "v0.32.3",
      params: { host: "0.0.0.0:11434" },
    }),
    "listens-everywhere extensions.chosen.0.params.host",
  ],
  [
    "the hash of another version",
    chosen({
      id: "kubernetes",
      version: "v1.32.13",
      hash: `sha256-${"b".repeat(64)}`,
    }),
    "hash-of-another extensions.chosen.0.hash",
  ],
])("%s is told at its field", (_, stored, expected) => {
  expect(told(stored)).toContain(expected);
});

const balanced = (haproxyCfg: string) =>
  told({
    extensions: {
      chosen: [
        { id: "haproxy", version: "3.4.2", params: { haproxyCfg } },
        { id: "dataplaneapi", version: "v3.4.0" },
      ],
    },
  }).filter((one) => one.startsWith("param-missing"));

test("a password of the Data Plane API is asked for, unless haproxy.cfg has its users", () => {
  expect(balanced("global\n")).toEqual([
    "param-missing extensions.chosen.1.params.password",
  ]);
  expect(balanced("userlist dataplaneapi\n  user a password b\n")).toEqual([]);
});

test("a password of the Data Plane API that is no hash is told", () => {
  const api = (password: string) =>
    told(
      chosen(
        { id: "haproxy", version: "3.4.2" },
        { id: "dataplaneapi", version: "v3.4.0", params: { password } },
      ),
    ).filter((one) => one.includes("password"));
  expect(api("hunter2")).toContain(
    "plain-password extensions.chosen.1.params.password",
  );
  expect(api(`$6$salt$${"a".repeat(86)}`)).not.toContain(
    "plain-password extensions.chosen.1.params.password",
  );
});

test("a service on every address is told once", () => {
  const ollama = { id: "ollama", version: "v0.32.3" };
  expect(
    told(chosen({ ...ollama, params: { host: "0.0.0.0:11434" } })).filter(
      (one) => one.startsWith("listens-everywhere"),
    ),
  ).toHaveLength(1);
});

test.each([
  ["no providers", "/etc/opk/else", ["param-missing", "param-missing"]],
  ["providers in other words than ours", "/etc/opk/providers", []],
])("an opened text with %s", (_, path, expected) => {
  const reading = read(`# mine
variant: flatcar
version: 1.0.0
storage:
  files:
    - path: /opt/extensions/opkssh/opkssh-v0.16.0-x86-64.raw
      contents: {source: https://extensions.flatcar.org/extensions/opkssh-v0.16.0-x86-64.raw}
    - path: ${path}
      mode: 0644
      contents: {source: https://example.com/a}
  links:
    - path: /etc/extensions/opkssh.raw
      target: /opt/extensions/opkssh/opkssh-v0.16.0-x86-64.raw
`);
  if (!reading.ok) throw new Error(reading.error[0]?.code);
  const codes = run(reading.value.preset, catalogue)
    .problems.map(({ code }) => code)
    .filter((code) => code === "param-missing");
  expect(codes).toEqual(expected);
});

test("a published rule keeps three versions, however large they are", () => {
  const bakery = "https://extensions.flatcar.org/extensions";
  const reading = read(`variant: flatcar
version: 1.0.0
storage:
  files:
    - path: /opt/extensions/ollama/ollama-v0.32.3-x86-64.raw
      contents: {source: ${bakery}/ollama-v0.32.3-x86-64.raw}
    - path: /etc/sysupdate.ollama.d/ollama.conf
      contents: {source: ${bakery}/ollama.conf}
  links:
    - path: /etc/extensions/ollama.raw
      target: /opt/extensions/ollama/ollama-v0.32.3-x86-64.raw
`);
  if (!reading.ok) throw new Error(reading.error[0]?.code);
  const { preset } = reading.value;
  expect(preset.extensions.chosen[0]?.keep).toBe(3);
  const said = run(preset, catalogue).problems.map(({ sentence }) => sentence);
  expect(said.join()).toContain("needs 4.5 GB for the 3 it keeps");
});
