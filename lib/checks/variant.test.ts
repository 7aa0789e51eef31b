import { expect, test } from "vitest";
import { read } from "@/lib/preset/read/read";
import { run } from "@/lib/pipeline";
import { catalogue } from "./testing";

/** What is said of a document that comes from elsewhere. */
function codes(text: string): string[] {
  const reading = read(text);
  if (!reading.ok) throw new Error("not readable");
  return run(reading.value.preset, catalogue).problems.map(({ code }) => code);
}

const body = `
storage:
  disks:
    - device: /dev/vdb
      wipe_table: true
      partitions:
        - label: data
  filesystems:
    - device: /dev/disk/by-partlabel/data
      path: /var/data
      format: xfs
      with_mount_unit: true
    - device: /dev/disk/by-partlabel/root
      format: xfs
      label: root
      wipe_filesystem: true
  files:
    - path: /usr/local/bin/tool
      mode: 0755
      contents: { inline: "#!/bin/sh" }
    - path: /etc/hostname
      contents: { inline: node }
systemd:
  units:
    - name: update-engine.service
      mask: true
passwd:
  users:
    - name: core
      groups: [adm]
      ssh_authorized_keys:
        - ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA me@host
`;

test("what is a mistake on Flatcar alone is told of Flatcar alone", () => {
  expect(codes(`variant: flatcar\nversion: 1.1.0${body}`)).toEqual(
    expect.arrayContaining([
      "partition-without-number",
      "path-read-only",
      "overwrite-missing",
      "group-missing",
      "device-unmade",
    ]),
  );
  expect(codes(`variant: fcos\nversion: 1.6.0${body}`)).toEqual([
    "platform-for-flatcar",
  ]);
});

test("a MachineConfig that lets nobody in is one of several", () => {
  const text =
    "variant: openshift\nversion: 4.17.0\nmetadata:\n  name: a\n  labels:\n    machineconfiguration.openshift.io/role: worker\n";
  expect(codes(text)).toEqual(["platform-for-flatcar"]);
});

test.each(["fcos", "r4e", "openshift"])(
  "of /usr it is said for %s what is true there",
  (variant) => {
    const version = { fcos: "1.6.0", r4e: "1.1.0", openshift: "4.17.0" }[
      variant
    ];
    const metadata =
      variant === "openshift"
        ? "metadata:\n  name: a\n  labels:\n    machineconfiguration.openshift.io/role: worker\n"
        : "";
    const reading = read(
      `variant: ${variant}\nversion: ${version}\n${metadata}storage:\n  files:\n    - path: /usr/bin/a\n      mode: 0755\n      contents: { inline: a }\n`,
    );
    if (!reading.ok) throw new Error("not readable");
    const found = run(reading.value.preset, catalogue).problems.find(
      ({ code }) => code === "path-read-only",
    );
    expect(`${found?.sentence} ${found?.why}`).not.toMatch(
      /Flatcar|extension|\/opt/,
    );
  },
);
