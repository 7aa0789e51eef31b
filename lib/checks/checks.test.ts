import { expect, test } from "vitest";
import type { Catalogue } from "@/lib/butane";
import { run } from "@/lib/pipeline";
import { parsePreset, type Preset } from "@/lib/preset";

const hash = `sha256-${"a".repeat(64)}`;
const catalogue: Catalogue = {
  date: "2026-07-16",
  bakery: "https://extensions.flatcar.org/extensions/",
  releases: {
    kubernetes: [
      { version: "v1.36.2" },
      { version: "v1.32.13", hashes: { "x86-64": hash } },
      { version: "v1.32.2" },
    ],
    k3s: [{ version: "v1.36.2+k3s1" }],
    docker: [{ version: "29.6.2" }, { version: "28.0.4" }],
    wasmtime: [{ version: "v47.0.2" }],
    haproxy: [{ version: "3.4.2" }],
    dataplaneapi: [{ version: "v3.4.0" }],
    "docker-compose": [{ version: "5.3.1" }],
    "kata-containers": [{ version: "4.0.0" }],
    ollama: [{ version: "v0.32.3" }],
    containerd: [{ version: "2.3.3" }],
  },
};

const key =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA me@host";

function presetOf(stored: object): Preset {
  const read = parsePreset({ kindling: 1, ...stored });
  if (!read.ok) throw new Error(read.error.sentence);
  return read.value;
}

/** Code and field of everything that is said about a node. */
function told(stored: object): string[] {
  return run(presetOf(stored), catalogue).problems.map(
    ({ code, field }) => `${code} ${field?.join(".") ?? "-"}`,
  );
}

const chosen = (...all: object[]) => ({ extensions: { chosen: all } });
const user = (one: object) => ({
  users: { users: [{ name: "core", keys: [key], ...one }] },
});
const kubernetes = { id: "kubernetes", version: "v1.32.2" };

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
    "a reboot asked of a locksmithd that is off",
    {
      ...chosen({ ...kubernetes, updates: "patch", activation: "reboot" }),
      osUpdates: { strategy: "off" },
    },
    "reboot-locksmith-off osUpdates.strategy",
  ],
  [
    "kured without a cluster",
    { updates: { coordinator: "kured" } },
    "coordinator-without-cluster updates.coordinator",
  ],
  [
    "a reboot window that kured never reads",
    {
      ...chosen(kubernetes),
      updates: { coordinator: "kured" },
      osUpdates: { windowStart: "04:00", windowLength: "1h" },
    },
    "window-nobody-reads osUpdates.windowStart",
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
    "kubeadm without a hostname",
    chosen({ ...kubernetes, params: { role: "control-plane" } }),
    "hostname-for-cluster identity.hostname",
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
    "an update server that is no address",
    { osUpdates: { server: "nebraska" } },
    "address-scheme osUpdates.server",
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
    "a hostname with a space",
    { identity: { hostname: "node 1" } },
    "hostname-blank identity.hostname",
  ],
  [
    "a hostname with an underscore",
    { identity: { hostname: "node_1" } },
    "hostname-characters identity.hostname",
  ],
  [
    "a hostname of 65 letters",
    { identity: { hostname: "a".repeat(65) } },
    "hostname-long identity.hostname",
  ],
  [
    "a hostname in capitals",
    { identity: { hostname: "Node-1" } },
    "hostname-capitals identity.hostname",
  ],
  [
    "a time zone that there is not",
    { identity: { timezone: "Europe/Atlantis" } },
    "timezone-unknown identity.timezone",
  ],
  [
    "a time zone in lower case",
    { identity: { timezone: "europe/berlin" } },
    "timezone-unknown identity.timezone",
  ],
  [
    "a time zone that leads elsewhere",
    { identity: { timezone: "../../etc/passwd" } },
    "timezone-unknown identity.timezone",
  ],
  [
    "a user named with a space",
    user({ name: "a b" }),
    "user-name users.users.0.name",
  ],
  [
    "a user twice",
    { users: { users: [{ name: "core", keys: [key] }, { name: "core" }] } },
    "user-twice users.users.1.name",
  ],
  [
    "a group with a space",
    user({ groups: ["a b"] }),
    "group-name users.users.0.groups.0",
  ],
  [
    "nobody who can log in",
    { target: { platform: "baremetal" } },
    "no-login users.users",
  ],
  [
    "a key of an unknown type",
    user({ keys: ["ssh-foo AAAA"] }),
    "key-type users.users.0.keys.0",
  ],
  [
    "a private key",
    user({ keys: ["-----BEGIN OPENSSH PRIVATE KEY-----"] }),
    "key-private users.users.0.keys.0",
  ],
  [
    "a key over two lines",
    user({ keys: [key.replace(" me", "\nme")] }),
    "key-lines users.users.0.keys.0",
  ],
  [
    "a key cut in its data",
    user({ keys: [key.slice(0, 72)] }),
    "key-damaged users.users.0.keys.0",
  ],
  [
    "a key with a missing character",
    user({ keys: [key.replace("C3Nz", "C3N")] }),
    "key-base64 users.users.0.keys.0",
  ],
  [
    "a key whose data says another type",
    user({ keys: [key.replace("ssh-ed25519 ", "ssh-rsa ")] }),
    "key-damaged users.users.0.keys.0",
  ],
  ["an empty key", user({ keys: [""] }), "key-empty users.users.0.keys.0"],
  [
    "a key twice, comments aside",
    user({ keys: [key, key.replace("me@host", "you@host")] }),
    "key-twice users.users.0.keys.1",
  ],
  [
    "a password instead of a hash",
    user({ passwordHash: "hunter2" }),
    "plain-password users.users.0.passwordHash",
  ],
  [
    "an MD5 hash",
    user({ passwordHash: "$1$salt$0123456789012345678901" }),
    "password-md5 users.users.0.passwordHash",
  ],
  [
    "a hash that was cut",
    user({ passwordHash: "$6$salt$abc" }),
    "password-hash-damaged users.users.0.passwordHash",
  ],
  [
    "a secret in the user data",
    user({ passwordHash: "*" }),
    "secret-in-user-data users.users.0.passwordHash",
  ],
  [
    "a window with a start only",
    { osUpdates: { windowStart: "04:00" } },
    "window-half osUpdates.windowLength",
  ],
  [
    "a window that starts at noon in words",
    { osUpdates: { windowStart: "noon", windowLength: "1h" } },
    "window-start osUpdates.windowStart",
  ],
  [
    "a window of an hour in words",
    { osUpdates: { windowStart: "04:00", windowLength: "1 hour" } },
    "window-length osUpdates.windowLength",
  ],
  [
    "a daily window of a day",
    { osUpdates: { windowStart: "04:00", windowLength: "24h" } },
    "window-too-long osUpdates.windowLength",
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
    "typed Butane that is broken",
    { rest: { text: "storage: [" } },
    "yaml-syntax rest.text",
  ],
  [
    "typed Butane for another variant",
    { rest: { text: "variant: fcos" } },
    "rest-variant rest.text",
  ],
  [
    "a password hash in typed Butane",
    {
      rest: { text: "passwd: {users: [{name: a, password_hash: $6$a$b}]}" },
    },
    "secret-in-typed-butane rest.text",
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
  [
    "a typed file below /usr",
    { rest: { text: "storage: {files: [{path: /usr/bin/a}]}" } },
    "path-read-only rest.text",
  ],
  [
    "a typed file in /run",
    { rest: { text: "storage: {files: [{path: /run/a}]}" } },
    "path-volatile rest.text",
  ],
  [
    "a typed file that is there already",
    {
      rest: {
        text: "storage: {files: [{path: /etc/hostname, contents: {inline: a}}]}",
      },
    },
    "overwrite-missing rest.text",
  ],
  [
    "a mount below /opt",
    {
      ...chosen(kubernetes),
      rest: {
        text: "storage: {filesystems: [{path: /opt/data, device: /dev/sdb, format: ext4}]}",
      },
    },
    "mount-below-opt rest.text",
  ],
  [
    "a mount unit below /opt",
    {
      ...chosen(kubernetes),
      rest: { text: "systemd: {units: [{name: opt-data.mount}]}" },
    },
    "mount-below-opt rest.text",
  ],
  [
    "a partition without a number",
    {
      rest: {
        text: "storage: {disks: [{device: /dev/sdb, partitions: [{label: data}]}]}",
      },
    },
    "partition-without-number rest.text",
  ],
  [
    "a refresh inside the update service",
    {
      rest: {
        text: 'systemd: {units: [{name: systemd-sysupdate.service, dropins: [{name: a.conf, contents: "[Service]\\nExecStartPost=systemd-sysext refresh\\n"}]}]}',
      },
    },
    "refresh-in-update rest.text",
  ],
  [
    "an enabled unit that nothing in its image starts",
    {
      ...chosen({ id: "nvidia-runtime", version: "v1.19.1" }),
      rest: {
        text: "systemd: {units: [{name: nvidia-cdi-refresh.path, enabled: true}]}",
      },
    },
    "enabled-in-image rest.text",
  ],
  [
    "kernel arguments over the network",
    {
      target: { platform: "pxe" },
      rest: { text: "kernel_arguments: {should_exist: [quiet]}" },
    },
    "kernel-arguments-on-pxe rest.text",
  ],
])("%s is told at its field", (_, stored, expected) => {
  expect(told(stored)).toContain(expected);
});

test.each<[string, object]>([
  ["an empty node with a key", user({})],
  ["an RSA key", user({ keys: [`ssh-rsa ${rsa(2048)} me`] })],
  [
    "a SHA-512 hash and a locked password",
    {
      users: {
        users: [
          { name: "core", keys: [key] },
          { name: "a", passwordHash: "!" },
        ],
      },
    },
  ],
  [
    "a weekly window",
    {
      ...user({}),
      osUpdates: { windowStart: "Thu 04:00", windowLength: "1h30m" },
    },
  ],
  [
    "a fully qualified hostname",
    {
      ...user({}),
      identity: { hostname: "node-1.example.com", timezone: "Europe/Berlin" },
    },
  ],
  [
    "updates stopped",
    { ...user({}), osUpdates: { server: "disabled", strategy: "off" } },
  ],
])("%s has nothing wrong with it", (_, stored) => {
  expect(
    told(stored).filter((one) => !one.startsWith("secret-in-user-data")),
  ).toEqual([]);
});

test("a fix mends what it is for", () => {
  const preset = presetOf(chosen({ id: "docker", version: "28.0.4", hash }));
  const problem = run(preset, catalogue).problems.find(
    ({ code }) => code === "builtin-still-on",
  );
  expect(problem?.fix?.edits).toEqual([
    { path: ["extensions", "builtinOff"], value: ["docker", "containerd"] },
  ]);
  const mended = {
    ...chosen({ id: "docker", version: "28.0.4", hash }),
    ...user({}),
  };
  (mended.extensions as Record<string, unknown>).builtinOff = [
    "docker",
    "containerd",
  ];
  expect(told(mended).filter((one) => one.startsWith("builtin"))).toEqual([]);
});

test("a fix of a version brings the hash along", () => {
  const { problems } = run(
    presetOf(chosen({ id: "kubernetes", version: "v1.32.99" })),
    catalogue,
  );
  expect(problems.find(({ code }) => code === "version-unknown")?.fix).toEqual({
    label: "Use v1.32.13",
    edits: [
      { path: ["extensions", "chosen", 0, "version"], value: "v1.32.13" },
      { path: ["extensions", "chosen", 0, "hash"], value: hash },
    ],
  });
});

test("typed Butane that is broken names its line, and the node is composed without it", () => {
  const outcome = run(
    presetOf({
      identity: { hostname: "a" },
      rest: { text: "storage:\n  files: [" },
    }),
    catalogue,
  );
  const problem = outcome.problems.find(({ field }) => field?.[0] === "rest");
  expect(problem).toMatchObject({
    kind: "error",
    field: ["rest", "text"],
    within: { start: { line: 2 } },
  });
  expect(outcome.ignition).toContain("/etc/hostname");
});

test("a broken rule of the spec leads to the field that caused it, with its place in the text", () => {
  const { problems, ignition } = run(
    presetOf({ rest: { text: "storage: {files: [{path: relative}]}" } }),
    catalogue,
  );
  expect(ignition).toBeNull();
  expect(problems[0]).toMatchObject({
    kind: "error",
    field: ["rest", "text"],
    path: ["storage", "files", 0, "path"],
  });
  expect(problems[0]?.range?.start.line).toBeGreaterThan(1);
  expect(problems[0]?.within?.start).toMatchObject({ line: 1, column: 26 });
});

test("errors come before warnings, and those before the rest", () => {
  const { problems } = run(
    presetOf({
      ...chosen(kubernetes, { id: "docker", version: "1" }),
      identity: { hostname: "a b" },
    }),
    catalogue,
  );
  const weights = problems.map(({ kind }) =>
    ["error", "warning", "info"].indexOf(kind),
  );
  expect(weights).toEqual([...weights].sort());
  expect(new Set(weights).size).toBe(3);
});

/** Key data of an RSA key with so many bits, all of them set. */
function rsa(bits: number): string {
  const part = (bytes: readonly number[]) => [
    0,
    0,
    bytes.length >> 8,
    bytes.length & 255,
    ...bytes,
  ];
  const name = [..."ssh-rsa"].map((character) => character.charCodeAt(0));
  const modulus = [0, ...Array.from({ length: bits / 8 }, () => 255)];
  return btoa(
    String.fromCharCode(...part(name), ...part([1, 0, 1]), ...part(modulus)),
  );
}
