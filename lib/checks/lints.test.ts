import { expect, test } from "vitest";
import { catalogue, chosen, key, kubernetes, presetOf, user } from "./testing";
import { run } from "@/lib/pipeline";

const base = "https://extensions.flatcar.org/extensions/";
const typed = (document: object) => ({
  rest: { text: JSON.stringify(document) },
});
const units = (...all: object[]) => typed({ systemd: { units: all } });
const files = (...all: object[]) => typed({ storage: { files: all } });
const fetched = { source: "https://example.com/a" };
const without = (builtinOff: string[], ...all: object[]) => ({
  extensions: { chosen: all, builtinOff },
});

/**
 * Every mistake that the facts about Flatcar, its extensions and their updates warn of, with a node that makes it, the
 * code that tells it and how grave it is. A new rule without a line here is welcome; a line without its rule is not.
 */
const lints: readonly (readonly [string, object, string, string])[] = [
  // Versions
  [
    "a version that is not among the releases",
    chosen({ ...kubernetes, version: "v1.32.99" }),
    "version-unknown",
    "warning",
  ],
  [
    "a version that was never released",
    chosen({ ...kubernetes, version: "v1.32.0" }),
    "version-never-released",
    "error",
  ],
  // Reboots
  [
    "a reboot flag that nobody watches",
    {
      ...chosen({ ...kubernetes, updates: "patch", activation: "reboot" }),
      updates: { coordinator: "none" },
    },
    "reboot-nobody-does",
    "warning",
  ],
  [
    "two who coordinate reboots: kured's flag, and locksmithd beside it",
    flagged("locksmith"),
    "reboot-flag-unwatched",
    "warning",
  ],
  [
    "a flag for an operator that listens for a signal",
    flagged("fluo"),
    "reboot-flag-unwatched",
    "error",
  ],
  // The service that updates
  [
    "a refresh inside the update service",
    units({
      name: "systemd-sysupdate.service",
      dropins: [
        {
          name: "a.conf",
          contents: "[Service]\nExecStartPost=systemd-sysext refresh\n",
        },
      ],
    }),
    "refresh-in-update",
    "error",
  ],
  [
    "a refresh in a drop-in that is a file",
    files({
      path: "/etc/systemd/system/systemd-sysupdate.service.d/a.conf",
      contents: {
        inline: "[Service]\nExecStartPost=sh -c 'systemd-sysext refresh'\n",
      },
    }),
    "refresh-in-update",
    "error",
  ],
  [
    "a link that is called otherwise than its image",
    typed({
      storage: {
        links: [
          {
            path: "/etc/extensions/a.raw",
            target: "/opt/extensions/b/b-1.0-x86-64.raw",
          },
        ],
      },
    }),
    "image-link-name",
    "error",
  ],
  ["an image without a hash", chosen(kubernetes), "download-unchecked", "info"],
  // The built-in ones
  [
    "Docker of one's own beside the built-in one",
    chosen({ id: "docker", version: "28.0.4" }),
    "builtin-still-on",
    "error",
  ],
  [
    "the built-in Docker without its containerd",
    without(["containerd"]),
    "docker-without-containerd",
    "error",
  ],
  [
    "a unit of an image that is only enabled",
    {
      ...chosen({ id: "k3s", version: "v1.36.2+k3s1" }),
      ...units({ name: "k3s-agent.service", enabled: true }),
    },
    "enabled-in-image",
    "warning",
  ],
  // Choices
  [
    "updates over minor versions",
    chosen({ ...kubernetes, updates: "any" }),
    "update-skips-minor",
    "error",
  ],
  [
    "two kinds of Kubernetes",
    chosen(kubernetes, { id: "k3s", version: "v1.36.2+k3s1" }),
    "two-kubernetes",
    "error",
  ],
  [
    "the Data Plane API without HAProxy",
    chosen({ id: "dataplaneapi", version: "v3.4.0" }),
    "requirement-missing",
    "error",
  ],
  [
    "LlamaEdge with another WasmEdge",
    chosen({ id: "llamaedge" }, { id: "wasmedge", version: "0.17.1" }),
    "requirement-version",
    "error",
  ],
  [
    "Kata with updates",
    chosen({ id: "kata-containers", version: "4.0.0", updates: "any" }),
    "opt-read-only-updates",
    "warning",
  ],
  [
    "Kata beside what writes to /opt",
    chosen({ id: "kata-containers", version: "4.0.0" }, kubernetes),
    "opt-read-only-writers",
    "warning",
  ],
  [
    "an extension that the release does not have",
    { target: { channel: "lts-2024" }, ...chosen({ id: "incus" }) },
    "extension-too-new",
    "error",
  ],
  // What Ignition stops at
  [
    "a partition without a number",
    typed({
      storage: {
        disks: [{ device: "/dev/vdb", partitions: [{ label: "a" }] }],
      },
    }),
    "partition-without-number",
    "error",
  ],
  [
    "a file that is there already",
    files({ path: "/etc/hostname", contents: { inline: "a" } }),
    "overwrite-missing",
    "warning",
  ],
  [
    "kernel arguments on a node that boots over the network",
    {
      target: { platform: "pxe" },
      ...typed({ kernel_arguments: { should_exist: ["quiet"] } }),
    },
    "kernel-arguments-on-pxe",
    "error",
  ],
  // Downloads and secrets
  [
    "an image over plain http without a hash",
    chosen({ id: "a", own: { url: "http://h/a-1.0.raw" } }),
    "address-plain-http",
    "warning",
  ],
  [
    "a file over plain http without a hash",
    files({ path: "/etc/a", contents: { source: "http://example.com/a" } }),
    "download-plain-http",
    "warning",
  ],
  [
    "a download without a hash",
    files({ path: "/etc/a", contents: fetched }),
    "download-unchecked",
    "info",
  ],
  [
    "a secret in user data",
    chosen({ id: "tailscale", version: "v1.98.9", params: { authKey: "x" } }),
    "secret-in-user-data",
    "info",
  ],
  [
    "more user data than the platform takes",
    {
      target: { platform: "aws" },
      ...files({ path: "/etc/a", contents: { inline: noise(30_000) } }),
    },
    "user-data-too-big",
    "error",
  ],
  [
    "nearly as much as it takes",
    {
      target: { platform: "aws" },
      ...files({ path: "/etc/a", contents: { inline: noise(13_000) } }),
    },
    "user-data-nearly-too-big",
    "warning",
  ],
  [
    "more than KubeVirt takes inline, where a Secret holds it",
    {
      target: { platform: "kubevirt" },
      ...files({ path: "/etc/a", contents: { inline: noise(3_000) } }),
    },
    "user-data-other-way",
    "info",
  ],
  [
    "more than the lower of two numbers that Akamai's text has",
    {
      target: { platform: "akamai" },
      ...files({ path: "/etc/a", contents: { inline: noise(20_000) } }),
    },
    "user-data-perhaps-too-big",
    "warning",
  ],
  [
    "commands for Flatcar around a config for another system",
    { target: { platform: "qemu", variant: "fcos", spec: "1.6.0" } },
    "platform-for-flatcar",
    "info",
  ],
  [
    "a release whose Ignition does not know the platform",
    { target: { platform: "upcloud", release: "4230.2.4" } },
    "platform-needs-newer-os",
    "warning",
  ],
  // Login, disks, addresses
  [
    "nobody who can log in",
    { target: { platform: "qemu" } },
    "no-login",
    "warning",
  ],
  [
    "a filesystem of its own for /var",
    {
      ...chosen(kubernetes),
      ...typed({
        storage: {
          filesystems: [{ device: "/dev/vdb", path: "/var", format: "ext4" }],
        },
      }),
    },
    "mount-hides-extensions",
    "warning",
  ],
  [
    "several images of more than a gigabyte",
    chosen({ id: "ollama", version: "v0.32.3", updates: "any" }),
    "image-large",
    "info",
  ],
  [
    "a service that everybody reaches",
    chosen({
      id: "ollama",
      version: "v0.32.3",
      params: { host: "0.0.0.0:11434" },
    }),
    "listens-everywhere",
    "warning",
  ],
  [
    "Docker without a login on the network",
    units({
      name: "docker-tcp.socket",
      contents: "[Socket]\nListenStream=2375\n",
    }),
    "socket-open-to-all",
    "warning",
  ],
  // What Butane lets pass and a node does not survive
  [
    "a password in plain text",
    user({ passwordHash: "secret" }),
    "plain-password",
    "error",
  ],
  [
    "an SSH key that is none",
    { users: { users: [{ name: "core", keys: ["ssh-ed25519 AAAA"] }] } },
    "key-",
    "error",
  ],
  [
    "a file below /usr",
    files({ path: "/usr/bin/a", contents: { inline: "a" } }),
    "path-read-only",
    "error",
  ],
  [
    "a misspelt key of a unit",
    units({
      name: "a.service",
      enabled: true,
      contents:
        "[Service]\nExecStrat=/bin/true\nExecStart=/bin/true\n[Install]\nWantedBy=multi-user.target\n",
    }),
    "unit-",
    "warning",
  ],
  [
    "a unit that is enabled and installs nowhere",
    units({
      name: "a.service",
      enabled: true,
      contents: "[Service]\nExecStart=/bin/true\n",
    }),
    "unit-without-install",
    "warning",
  ],
  [
    "an image for the other architecture",
    files({
      path: "/etc/extensions/b.raw",
      contents: { source: `${base}b-1.0-arm64.raw` },
    }),
    "image-architecture",
    "error",
  ],
  [
    "a mount below /opt",
    {
      ...chosen(kubernetes),
      ...typed({
        storage: {
          filesystems: [
            { device: "/dev/vdb", path: "/opt/data", format: "ext4" },
          ],
        },
      }),
    },
    "mount-below-opt",
    "warning",
  ],
  [
    "a spec that the release does not know",
    { target: { channel: "lts-2023", spec: "1.1.0" } },
    "spec-too-new",
    "error",
  ],
  [
    "an update rule that never finds its image",
    typed({
      storage: {
        files: [
          {
            path: "/etc/sysupdate.a.d/a.conf",
            contents: {
              inline:
                "[Source]\nMatchPattern=a-v@v.raw\n[Target]\nCurrentSymlink=/etc/extensions/a.raw\n",
            },
          },
        ],
        links: [
          {
            path: "/etc/extensions/a.raw",
            target: "/opt/extensions/a/a-1.0.raw",
          },
        ],
      },
    }),
    "transfer-never-matches",
    "error",
  ],
  [
    "a private key for everybody",
    files({
      path: "/etc/key",
      contents: { inline: "-----BEGIN PRIVATE KEY-----\nx\n" },
    }),
    "secret-readable",
    "warning",
  ],
  [
    "updates on a release that cannot",
    {
      target: { release: "3374.2.0" },
      ...chosen({ ...kubernetes, updates: "patch" }),
    },
    "os-too-old",
    "error",
  ],
  [
    "images on a release that has none",
    { target: { release: "3139.2.0" }, ...chosen(kubernetes) },
    "os-too-old",
    "error",
  ],
];

/** Somebody's own drop-in with the flag file, on a node of a coordinator. */
function flagged(coordinator: string): object {
  return {
    ...chosen(kubernetes),
    updates: { coordinator },
    ...units({
      name: "systemd-sysupdate.service",
      dropins: [
        {
          name: "own.conf",
          contents: "[Service]\nExecStartPost=touch /run/reboot-required\n",
        },
      ],
    }),
  };
}

/** Letters that no packing makes shorter. */
function noise(length: number): string {
  let state = 7;
  let text = "";
  while (text.length < length) {
    state = (state * 48_271) % 2_147_483_647;
    text += String.fromCharCode(33 + (state % 90));
  }
  return text.replaceAll('"', "x").replaceAll("\\", "y");
}

test.each(lints)("%s is told", (_, stored, code, kind) => {
  const { problems } = run(presetOf(stored), catalogue);
  const found = problems.filter((one) =>
    code.endsWith("-") ? one.code.startsWith(code) : one.code === code,
  );
  expect(found[0]?.kind).toBe(kind);
  // Something to jump to, in the form or in the text.
  if (kind !== "info") expect(found[0]?.field ?? found[0]?.path).toBeDefined();
});

test("a mode is written in octal, whatever reads it next", () => {
  const { butane, ignition } = run(
    presetOf({
      identity: { hostname: "a" },
      users: { users: [{ name: "core", keys: [key] }] },
    }),
    catalogue,
  );
  expect(butane).toContain("mode: 0644");
  expect(ignition).toContain('"mode": 420');
});
