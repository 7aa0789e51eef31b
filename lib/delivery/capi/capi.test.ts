import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { transpile } from "@/lib/butane";
import { emptyPreset, parsePreset, type Preset } from "@/lib/preset";
import { compose } from "@/lib/preset/compose";
import { toClc } from "./clc";
import { capiOf, type CapiOptions } from ".";

const golden = (name: string) =>
  readFileSync(new URL(`./testdata/${name}`, import.meta.url), "utf8");

function capoNode(): Preset {
  const file = new URL("../../../examples/capo-node.json", import.meta.url);
  const read = parsePreset(JSON.parse(readFileSync(file, "utf8")));
  if (!read.ok) throw new Error(read.error.sentence);
  return read.value;
}

const made = (options?: CapiOptions, preset = capoNode()) =>
  capiOf(preset, compose(preset).text, options);

/** What becomes of the parts of a Butane document. */
function clcOf(body: string) {
  const text = `variant: flatcar\nversion: 1.1.0\n${body}`;
  const { ignition, report } = transpile(text, { compress: false });
  expect(report.filter(({ kind }) => kind === "error")).toEqual([]);
  const { config, problems } = toClc(ignition);
  return { config, codes: problems.map(({ code }) => code) };
}

test.each<[string, CapiOptions]>([
  ["capo-control-plane.yaml", {}],
  ["capo-worker.yaml", { role: "worker" }],
  ["capo-v1beta1.yaml", { api: "v1beta1", for: "kubectl" }],
])("the node of OpenStack is %s", async (name, options) => {
  const { text, problems } = made(options);
  await expect(text).toMatchFileSnapshot(`./testdata/${name}`);
  expect(problems).toEqual([]);
});

test("it has what the provider's own variant has", () => {
  const text = golden("capo-control-plane.yaml");
  for (const line of [
    "format: ignition",
    "- path: /etc/extensions/kubernetes.raw",
    "name: systemd-sysupdate.timer\n                enabled: false",
    // The variant masks update-engine; it also marks the booted OS as good, so only its updates are off here.
    "SERVER=disabled",
    "name: locksmithd.service\n                mask: true",
    "name: coreos-metadata-sshkeys@.service\n                enabled: true",
    "EnvironmentFile=/run/metadata/flatcar",
    "name: $${COREOS_OPENSTACK_HOSTNAME}",
    "value: openstack:///$${COREOS_OPENSTACK_INSTANCE_UUID}",
    "- export COREOS_OPENSTACK_HOSTNAME=$${COREOS_OPENSTACK_HOSTNAME%.*}",
  ])
    expect(text).toContain(line);
});

test("in a template no dollar of the node is clusterctl's, and without one none is doubled", () => {
  expect(golden("capo-worker.yaml").replaceAll("$$", "")).not.toMatch(
    /\$(?!\{CLUSTER_NAME\})/,
  );
  expect(golden("capo-v1beta1.yaml")).not.toContain("$$");
  expect(golden("capo-v1beta1.yaml")).not.toContain("CLUSTER_NAME");
});

test("a platform of which nothing is known gets no name it does not have", () => {
  const preset = capoNode();
  const target = { ...preset.target, platform: "hetzner" };
  const { text, provider } = made({}, { ...preset, target });
  expect(provider.verified).toBe(false);
  expect(text).not.toMatch(
    /nodeRegistration|preKubeadmCommands|metadata\/flatcar/,
  );
  expect(text).toContain("Requires=containerd.service\n");
});

test.each([
  ["openstack", "crio.service coreos-metadata.service"],
  ["hetzner", "crio.service"],
])(
  "with CRI-O on %s kubeadm waits for it, and is told its socket",
  (platform, needs) => {
    const preset = capoNode();
    const [kubernetes] = preset.extensions.chosen;
    const crio = { ...kubernetes!, id: "crio", params: {} };
    const { text } = made(
      {},
      {
        ...preset,
        target: { ...preset.target, platform },
        extensions: {
          ...preset.extensions,
          chosen: [kubernetes!, crio],
          builtinOff: ["docker", "containerd"],
        },
      },
    );
    expect(text).toContain(`Requires=${needs}\n`);
    expect(text).not.toContain("containerd.service");
    expect(
      text!.match(/criSocket: unix:\/\/\/var\/run\/crio\/crio.sock/g),
    ).toHaveLength(2);
  },
);

test("a text that is no config makes no manifest", () => {
  const { text, problems } = capiOf(emptyPreset(), "variant: flatcar\n");
  expect(text).toBeNull();
  expect(problems.map(({ code }) => code)).toEqual(["capi-no-config"]);
});

test("contents are inline where they are text, else an address", () => {
  const { config, codes } = clcOf(`
storage:
  files:
    - path: /a
      mode: 0600
      overwrite: true
      user: { name: core }
      group: { id: 500 }
      contents: { inline: "a\\nb\\n" }
    - path: /b
      contents:
        source: https://a.example/b
        verification: { hash: sha512-${"a".repeat(128)} }
    - path: /empty
      contents: { inline: "" }
    - path: /there
      mode: 0644
    - path: /grows
      append:
        - inline: one
        - inline: two
`);
  expect(codes).toEqual([]);
  expect(config.storage).toEqual({
    files: [
      {
        path: "/a",
        user: { name: "core" },
        group: { id: 500 },
        overwrite: true,
        mode: 0o600,
        contents: { inline: "a\nb\n" },
      },
      {
        path: "/b",
        mode: 0o644,
        contents: {
          remote: {
            url: "https://a.example/b",
            verification: {
              hash: { function: "sha512", sum: "a".repeat(128) },
            },
          },
        },
      },
      { path: "/empty", mode: 0o644 },
      { path: "/there", mode: 0o644, append: true },
      { path: "/grows", append: true, contents: { inline: "one" } },
      { path: "/grows", append: true, contents: { inline: "two" } },
    ],
  });
});

test("files below a filesystem of their own name it", () => {
  const { config } = clcOf(`
storage:
  disks:
    - device: /dev/vdb
      wipe_table: true
      partitions:
        - { number: 1, label: data, size_mib: 1024 }
  filesystems:
    - { device: /dev/disk/by-partlabel/data, path: /var/data, format: ext4, label: data, wipe_filesystem: true }
  directories:
    - path: /var/data/app
  links:
    - { path: /var/database, target: /var/data }
`);
  expect(config.storage).toEqual({
    disks: [
      {
        device: "/dev/vdb",
        wipe_table: true,
        partitions: [{ label: "data", number: 1, size: "1024MiB" }],
      },
    ],
    filesystems: [
      {
        name: "data-1",
        mount: {
          device: "/dev/disk/by-partlabel/data",
          format: "ext4",
          wipe_filesystem: true,
          label: "data",
        },
      },
    ],
    directories: [{ filesystem: "data-1", path: "/app", mode: 0o755 }],
    links: [{ path: "/var/database", target: "/var/data" }],
  });
});

test.each([
  [
    "capi-hash-dropped",
    `storage: { files: [{ path: /a, contents: { source: "https://a.example", verification: { hash: sha256-${"a".repeat(64)} } } }] }`,
  ],
  [
    "capi-http-headers",
    `storage: { files: [{ path: /a, contents: { source: "https://a.example", http_headers: [{ name: A, value: b }] } }] }`,
  ],
  [
    "capi-scheme",
    `storage: { files: [{ path: /a, contents: { source: "gs://bucket/a" } }] }`,
  ],
  [
    "capi-luks",
    `storage: { luks: [{ name: data, device: /dev/vdb, key_file: { inline: x } }] }`,
  ],
  [
    "capi-partition",
    `storage: { disks: [{ device: /dev/vdb, partitions: [{ number: 1, should_exist: false }] }] }`,
  ],
  ["capi-kernel-arguments", `kernel_arguments: { should_exist: [quiet] }`],
  ["capi-proxy", `ignition: { proxy: { https_proxy: "https://p.example" } }`],
  [
    "capi-replace",
    `ignition: { config: { replace: { source: "https://a.example" } } }`,
  ],
  [
    "capi-merge",
    `ignition: { config: { merge: [{ source: "https://a.example" }] } }`,
  ],
  [
    "capi-should-not-exist",
    `passwd: { users: [{ name: core, should_exist: false }] }`,
  ],
])("%s is told", (code, body) => {
  expect(clcOf(body).codes).toEqual([code]);
});

test.each([
  [
    "capi-owns-file",
    "storage: { files: [{ path: /etc/hostname, contents: { inline: a } }] }",
  ],
  [
    "capi-owns-file",
    "storage: { files: [{ path: /etc/kubeadm.yml, contents: { inline: a } }] }",
  ],
  [
    "capi-owns-kubeadm",
    `systemd: { units: [{ name: join.service, contents: "[Service]\\nExecStart=/usr/bin/kubeadm join a" }] }`,
  ],
])("%s: what Cluster API does is left to it", (code, body) => {
  const { problems } = capiOf(
    emptyPreset(),
    `variant: flatcar\nversion: 1.0.0\n${body}\n`,
  );
  expect(problems).toMatchObject([{ kind: "error", code }]);
});

test("a drop-in of one's own stays beside ours", () => {
  const { text } = capiOf(
    emptyPreset(),
    `variant: flatcar
version: 1.0.0
systemd:
  units:
    - name: kubeadm.service
      dropins:
        - name: 20-own.conf
          contents: "[Service]\\nRestart=no\\n"
`,
  );
  expect(text!.match(/name: kubeadm.service/g)).toHaveLength(1);
  expect(text).toMatch(/20-own\.conf[^]*10-flatcar\.conf/);
});
