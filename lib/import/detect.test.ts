import { expect, test } from "vitest";
import { detect } from "./detect";

test.each([
  ["variant: flatcar\nversion: 1.1.0\n", "butane"],
  ["# a node\n---\nvariant: fcos\n", "butane"],
  ['{"variant": "flatcar", "version": "1.1.0"}', "butane"],
  ["variant: flatcar\nstorage: [\n", "butane"],
  ["storage:\n  files: []\n", "butane"],
  ['{"ignition":{"version":"3.4.0"}}', "ignition"],
  ['{\n  "ignition": {\n    "version": "3.4.0",\n  ]', "ignition"],
  ['{"ignition":{}}', "ignition"],
  ["#cloud-config\nhostname: a\n", "cloud-config"],
  ["#cloud-config\n", "cloud-config"],
  ["#cloud-config \nusers: [\n", "cloud-config"],
  ["write_files:\n  - path: /a\n", "cloud-config"],
  ['{"kindling":1}', "preset"],
  ['{"kindling":1,', "preset"],
  ["p1.AAAA", "link"],
  ["#p1.AAAA", "link"],
  ["https://kindling.example/#p1.AAAA", "link"],
  ["hello", "unknown"],
  ["a: b\n", "unknown"],
  ["[1, 2]", "unknown"],
])("%j is %s", (text, expected) => {
  expect(detect(text).is).toBe(expected);
});

test.each([
  ['{"ignition":{"version":"2.3.0"}}', /Ignition config of version 2\.3\.0/],
  ['{"ignitionVersion": 1}', /version 1;/],
  ["#!/bin/sh\necho hi\n", /script/],
  ["#!ipxe\n", /script/],
  ["Content-Type: multipart/mixed; boundary=x\n", /MIME/],
  ["MIME-Version: 1.0\n", /MIME/],
  ["#include\nhttps://example.com/a\n", /addresses/],
  ["#cloud-config-archive\n- a\n", /not read here/],
  ["## template: jinja\n#cloud-config\n", /template/],
  ["<!doctype html>\n", /web page/],
  ["apiVersion: v1\nkind: Secret\n", /kind Secret/],
  ["etcd: {}\n", /Container Linux Config/],
  [
    "storage:\n  files:\n    - path: /a\n      filesystem: root\n",
    /Container Linux Config/,
  ],
  [
    "systemd:\n  units:\n    - name: a.service\n      enable: true\n",
    /Container Linux Config/,
  ],
])("%j is refused by name: %s", (text, sentence) => {
  const found = detect(text);
  expect(found).toMatchObject({ is: "foreign" });
  if (found.is !== "foreign") return;
  expect(found.sentence).toMatch(sentence);
  expect(found.why).not.toBe("");
});
