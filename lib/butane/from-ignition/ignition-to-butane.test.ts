import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { formatPath } from "../path";
import { transpile } from "../transpile";
import { ignitionToButane } from "./ignition-to-butane";
import { meaningOf } from "./testing";

/** A config as somebody writes it by hand, so that nothing has to be the same byte for byte. */
function config(version: string, parts: object): string {
  return JSON.stringify({ ...parts, ignition: { version } }, null, 4);
}

/** The document without its head. */
function bodyOf(json: string): string {
  const { butane } = ignitionToButane(json);
  return butane!.replace(/^variant: flatcar\nversion: .*\n\n?/, "");
}

test("a config becomes what a careful person would have written", () => {
  const gzip = gzipSync("[Time]\nNTP=ntp.example\n").toString("base64");
  const json = config("3.3.0", {
    passwd: {
      users: [
        {
          sshAuthorizedKeys: ["ssh-ed25519 AAAA core@host"],
          name: "core",
          homeDir: "/home/core",
        },
      ],
    },
    storage: {
      files: [
        {
          path: "/etc/motd",
          contents: { source: "data:,two%20words%0Aand%20more%0A" },
          mode: 420,
        },
        {
          path: "/etc/systemd/timesyncd.conf",
          overwrite: true,
          contents: {
            source: `data:;base64,${gzip}`,
            compression: "gzip",
            verification: { hash: `sha256-${"0".repeat(64)}` },
          },
        },
      ],
      disks: [{ device: "/dev/vdb", partitions: [{ number: 1, sizeMiB: 64 }] }],
    },
    systemd: {
      units: [
        { name: "a.service", contents: "[Service]\nExecStart=/bin/true\n" },
      ],
    },
  });
  expect(ignitionToButane(json)).toEqual({
    version: "3.3.0",
    report: [],
    leftOut: [],
    butane: `variant: flatcar
version: 1.0.0

passwd:
  users:
    - name: core
      ssh_authorized_keys:
        - ssh-ed25519 AAAA core@host
      home_dir: /home/core

storage:
  disks:
    - device: /dev/vdb
      partitions:
        - number: 1
          size_mib: 64
  files:
    - path: /etc/motd
      mode: 0644
      contents:
        inline: |
          two words
          and more
    - path: /etc/systemd/timesyncd.conf
      overwrite: true
      contents:
        inline: |
          [Time]
          NTP=ntp.example
        verification:
          hash: sha256-${"0".repeat(64)}

systemd:
  units:
    - name: a.service
      contents: |
        [Service]
        ExecStart=/bin/true
`,
  });
});

test.each<[string, object, string, string]>([
  ["3.0.0", {}, "1.0.0", "the lowest there is"],
  ["3.2.0", {}, "1.0.0", "the lowest there is"],
  ["3.3.0", {}, "1.0.0", "its own"],
  ["3.4.0", {}, "1.1.0", "its own, though the one below could say it"],
  ["3.5.0", {}, "1.0.0", "nothing of it is new"],
  [
    "3.5.0",
    { storage: { luks: [luks({ discard: true })] } },
    "1.1.0",
    "3.4 brought `discard`",
  ],
  ["3.6.0", {}, "1.0.0", "nothing of it is new"],
  [
    "3.6.0",
    { storage: { directories: [{ path: "/srv", mode: 0o2755 }] } },
    "1.2.0-experimental",
    "special bits are set from 3.6 on",
  ],
  ["3.7.0-experimental", {}, "1.2.0-experimental", "its own"],
  [
    "3.2.0",
    { storage: { luks: [luks({ clevis: { tpm2: true } })] } },
    "1.0.0",
    "no released Flatcar starts with an experimental version",
  ],
])("Ignition %s with %j becomes spec %s: %s", (version, parts, spec) => {
  const { butane } = ignitionToButane(config(version, parts));
  expect(butane).toContain(`version: ${spec}\n`);
});

function luks(more: object) {
  return { name: "data", device: "/dev/vdb", ...more };
}

test.each([
  ["3.4.0", { clevis: { tpm2: true } }, "clevis", "clevis-unsupported"],
  ["3.5.0", { cex: { enabled: true } }, "cex", "cex-unsupported"],
])(
  "what Flatcar has no field for is left out of %s, and said: %j",
  (version, more, key, code) => {
    const json = config(version, { storage: { luks: [luks(more)] } });
    const { butane, report } = ignitionToButane(json);
    expect(butane).not.toContain(key);
    const [entry] = report.filter((one) => one.code === code);
    expect(entry?.kind).toBe("warning");
    expect(formatPath(entry!.path)).toBe(`$.storage.luks.0.${key}`);
    const { start } = entry!.range!;
    expect(json.slice(0, start.offset)).toMatch(
      new RegExp(`"${key}": \\{$`, "s"),
    );
    expect(transpile(butane!).output).not.toBeNull();
  },
);

test.each<[string, string | undefined, string]>([
  ["data:;base64,AAEC/w==", undefined, "bytes that are no text"],
  ["data:,a%1Bb", undefined, "a control character"],
  ["data:,%FF", undefined, "a byte that is no UTF-8"],
  ["data:;base64,H4sIAAAA", "gzip", "gzip that ends too early"],
  ["https://example.com/a", "gzip", "an address"],
])("%s (%s) stays a source: %s", (source, compression) => {
  const contents = { source, ...(compression && { compression }) };
  const json = config("3.3.0", {
    storage: { files: [{ path: "/a", contents }] },
  });
  const body = bodyOf(json);
  expect(body).toContain(`source: ${source}\n`);
  expect(body).not.toContain("inline");
  expect(body.includes("compression: gzip")).toBe(compression === "gzip");
});

test("contents whose checksum is wrong are not taken for what they say", () => {
  const bytes = gzipSync("hello");
  bytes[bytes.length - 6]! ^= 1;
  const source = `data:;base64,${bytes.toString("base64")}`;
  const json = config("3.3.0", {
    storage: {
      files: [{ path: "/a", contents: { source, compression: "gzip" } }],
    },
  });
  expect(bodyOf(json)).not.toContain("inline");
});

const mountUnit = transpile(`variant: flatcar
version: 1.0.0
storage:
  filesystems:
    - {device: /dev/vdb1, format: ext4, path: /var/data, with_mount_unit: true}
`).ignition as { systemd: { units: { contents: string }[] } };
const [unit] = mountUnit.systemd.units;
const filesystem = { device: "/dev/vdb1", format: "ext4", path: "/var/data" };

test.each<[object, { withMountUnit: boolean; units: boolean }, string]>([
  [unit!, { withMountUnit: true, units: false }, "the very unit"],
  [{ ...unit, enabled: false }, { withMountUnit: false, units: true }, "off"],
  [
    { ...unit, contents: `${unit!.contents}\n` },
    { withMountUnit: false, units: true },
    "another text",
  ],
  [
    { ...unit, dropins: [{ name: "a.conf", contents: "[Unit]\n" }] },
    { withMountUnit: true, units: true },
    "more than Butane writes",
  ],
])("a mount unit %# is folded into its filesystem: %s", (one, expected) => {
  const json = config("3.3.0", {
    storage: { filesystems: [filesystem] },
    systemd: {
      units: [{ name: "b.service", enabled: true }, one],
    },
  });
  const body = bodyOf(json);
  expect(body.includes("with_mount_unit: true")).toBe(expected.withMountUnit);
  expect(body.includes("var-data.mount")).toBe(expected.units);
  const output = transpile(ignitionToButane(json).butane!).output!;
  expect(meaningOf(output)).toEqual(meaningOf(json));
});

test("a config inside the config is text where Butane takes it, and a source where it breaks a rule", () => {
  const inner = (path: string) =>
    `data:,${encodeURIComponent(config("3.3.0", { storage: { files: [{ path }] } }))}`;
  const merge = [{ source: inner("/etc/a") }, { source: inner("etc/b") }];
  const json = JSON.stringify({
    ignition: { config: { merge }, version: "3.3.0" },
  });
  const body = bodyOf(json);
  expect(body.match(/- inline: \|-\n/g)).toHaveLength(1);
  expect(body.match(/- source: /g)).toHaveLength(1);
});

test.each([
  ["", "ignition-empty"],
  ["{", "json-syntax"],
  ['{"ignition":{"version":"2.3.0"}}', "version-before-three"],
  [
    config("3.3.0", { storage: { files: [{ path: "etc/a" }] } }),
    "path-relative",
  ],
])("%j becomes no document: %s", (json, code) => {
  const { butane, report } = ignitionToButane(json);
  expect(butane).toBeNull();
  expect(report.map((entry) => entry.code)).toContain(code);
});

test("a warning of the config's own is passed on with its place", () => {
  const json = '{\n  "ignition": {"version": "3.3.0"},\n  "nonsense": 1\n}';
  const { report } = ignitionToButane(json);
  expect(report).toMatchObject([
    { kind: "warning", code: "unused-key", range: { start: { line: 3 } } },
  ]);
});

test("a source that somebody wrote stays one where Butane printed the config, and nowhere else", () => {
  const text = `variant: flatcar
version: 1.0.0
storage:
  files:
    - {path: /a, contents: {source: "data:,a"}}
    - {path: /b, contents: {inline: b}}
`;
  const printed = transpile(text).output!;
  expect(bodyOf(printed)).toContain("source: data:,a\n");
  const byHand = JSON.stringify(JSON.parse(printed), null, 4);
  expect(bodyOf(byHand)).not.toContain("source");
});
