import { expect, test } from "vitest";
import type { IgnitionConfig } from "@/lib/butane";
import { treeOf } from "./tree";
import type { NodeFile } from "./node-file";

/** A row of `ls -l`, so that what is expected reads like a node. */
function listed(file: NodeFile): string {
  const owner = `${file.user}:${file.group}`;
  if (file.kind === "link" || file.kind === "hardlink")
    return `${file.kind} ${owner} ${file.path} ${file.target}`;
  const mode = file.mode?.toString(8) ?? "-";
  if (file.kind === "directory") return `folder ${mode} ${owner} ${file.path}`;
  const content = file.content.map((part) =>
    "bytes" in part
      ? JSON.stringify(new TextDecoder().decode(part.bytes))
      : "url" in part
        ? part.url
        : `${part.random} of ${part.length}`,
  );
  return `file ${mode} ${owner} ${file.path} ${content.join(" + ")}`.trim();
}

const list = (config: Omit<IgnitionConfig, "ignition">, version = "3.4.0") =>
  treeOf({ ignition: { version }, ...config }).files.map(listed);

test("files, folders and links stand where the config says, with the folders that lead there", () => {
  expect(
    list({
      storage: {
        directories: [{ path: "/srv/data", mode: 0o750, user: { id: 500 } }],
        files: [
          {
            path: "/etc/hostname",
            mode: 0o600,
            contents: { source: "data:,node-1%0A" },
            user: { name: "core" },
            group: { name: "docker" },
          },
          { path: "/srv/empty", group: { id: 100 } },
        ],
        links: [
          { path: "/etc/localtime", target: "/usr/share/zoneinfo/Europe/Rome" },
          { path: "/srv/same", target: "/srv/empty", hard: true },
        ],
      },
    }),
  ).toEqual([
    "folder 755 0:0 /etc",
    'file 600 core:docker /etc/hostname "node-1\\n"',
    "link 0:0 /etc/localtime /usr/share/zoneinfo/Europe/Rome",
    "folder 755 0:0 /srv",
    "folder 750 500:0 /srv/data",
    "file 644 0:100 /srv/empty",
    "hardlink 0:100 /srv/same /srv/empty",
  ]);
});

test("what is fetched is told with its address and hash, what the config brings along is unpacked", () => {
  const gzip = "H4sIAAAAAAACA8tIzcnJ5wIAIDA6NgYAAAA=";
  const { files } = treeOf({
    ignition: { version: "3.4.0" },
    storage: {
      files: [
        {
          path: "/a",
          contents: {
            source: `data:;base64,${gzip}`,
            compression: "gzip",
          },
        },
        {
          path: "/b",
          contents: {
            source: "https://example.com/b.gz",
            compression: "gzip",
            verification: { hash: "sha256-00" },
          },
        },
        { path: "/c", append: [{ source: "data:,x" }, { source: "data:,y" }] },
      ],
    },
  });
  expect(files.map(listed)).toEqual([
    'file 644 0:0 /a "hello\\n"',
    "file 644 0:0 /b https://example.com/b.gz",
    'file 644 0:0 /c "x" + "y"',
  ]);
  expect(files[1]).toMatchObject({
    content: [
      { url: "https://example.com/b.gz", hash: "sha256-00", gzip: true },
    ],
  });
  expect(files[2]).toMatchObject({ appends: true });
});

test.each([
  ["3.3.0", "755", "a spec before 3.6 drops the bits"],
  ["3.5.0", "755", "the last of them"],
  ["3.6.0", "2755", "the first that keeps them"],
])("setgid in spec %s gives %s: %s", (version, mode) => {
  expect(
    list(
      { storage: { directories: [{ path: "/srv", mode: 0o2755 }] } },
      version,
    ),
  ).toEqual([`folder ${mode} 0:0 /srv`]);
});

test("units are files, a mask is a link, and one preset says what is on and off", () => {
  const { files, presets } = treeOf({
    ignition: { version: "3.4.0" },
    systemd: {
      units: [
        { name: "b@2.service", enabled: true },
        { name: "b@1.service", enabled: true, contents: "[Service]\n" },
        { name: "docker.socket", enabled: false },
        { name: "off.service", mask: true, contents: "[Unit]\n" },
        {
          name: "a.service",
          contents: "",
          enabled: true,
          dropins: [
            { name: "10.conf", contents: "[Unit]\n" },
            { name: "20.conf", contents: "" },
            { name: "30.conf" },
          ],
        },
      ],
    },
  });
  expect(files.filter(({ kind }) => kind !== "directory").map(listed)).toEqual([
    'file 644 0:0 /etc/systemd/system-preset/20-ignition.preset "enable a.service\\nenable b@.service 2 1\\ndisable docker.socket\\n"',
    'file 644 0:0 /etc/systemd/system/a.service.d/10.conf "[Unit]\\n"',
    'file 644 0:0 /etc/systemd/system/a.service.d/20.conf ""',
    'file 644 0:0 /etc/systemd/system/b@1.service "[Service]\\n"',
    "link 0:0 /etc/systemd/system/off.service /dev/null",
  ]);
  expect(presets.map(({ name, from }) => [name, from])).toContainEqual([
    "docker.socket",
    ["systemd", "units", 2],
  ]);
});

test("keys go into a fragment of their owner, and a new account gets its home", () => {
  expect(
    list({
      passwd: {
        users: [
          { name: "core", sshAuthorizedKeys: ["ssh-ed25519 A", "ssh-rsa B"] },
          { name: "ops", homeDir: "/srv/ops", primaryGroup: "wheel" },
          { name: "bare", noCreateHome: true },
          { name: "gone", shouldExist: false, sshAuthorizedKeys: ["x"] },
        ],
      },
    }),
  ).toEqual([
    "folder 755 0:0 /home",
    "folder - core:core /home/core",
    "folder 700 core:core /home/core/.ssh",
    "folder 700 core:core /home/core/.ssh/authorized_keys.d",
    'file 600 core:core /home/core/.ssh/authorized_keys.d/ignition "ssh-ed25519 A\\nssh-rsa B\\n"',
    "folder 755 0:0 /srv",
    "folder - ops:wheel /srv/ops",
  ]);
});

test("a config that another stands in for has no tree of its own", () => {
  expect(
    treeOf({
      ignition: {
        version: "3.4.0",
        config: { replace: { source: "https://example.com/real.ign" } },
      },
      storage: { files: [{ path: "/never" }] },
    }),
  ).toEqual({ files: [], presets: [] });
});
