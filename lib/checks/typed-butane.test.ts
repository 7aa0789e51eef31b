import { expect, test } from "vitest";
import { chosen, kubernetes, told } from "./testing";

test.each<[string, object, string]>([
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
