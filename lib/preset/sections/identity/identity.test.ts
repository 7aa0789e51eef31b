import { expect, test } from "vitest";
import { lintUnit, transpile } from "@/lib/butane";
import { compose } from "../../compose";
import { parsePreset } from "../../parse-preset";
import { read } from "../../read/read";
import { toStored } from "../../stored";
import {
  hostnameUnitText,
  hostnameVariables,
  metadataDropin,
  metadataVariables,
} from "./metadata";

const stored = {
  kindling: 1,
  identity: {
    hostnameVariable: "COREOS_EC2_HOSTNAME",
    metadataFor: ["app.service", "b.service"],
  },
};

test("a host name and variables from the platform are written as units, and read back", () => {
  const parsed = parsePreset(stored);
  if (!parsed.ok) throw new Error(parsed.error.sentence);
  const { text } = compose(parsed.value);
  expect(text).toContain(
    "ExecStart=/usr/bin/hostnamectl set-hostname ${COREOS_EC2_HOSTNAME}",
  );
  expect(text.match(/EnvironmentFile=\/run\/metadata\/flatcar/g)).toHaveLength(
    3,
  );
  expect(transpile(text).report).toEqual([]);
  const reading = read(text);
  if (!reading.ok) throw new Error("not readable");
  expect(toStored(reading.value.preset, { secrets: "keep" })).toEqual(stored);
});

test("systemd has nothing against what is written", () => {
  expect(lintUnit("a.service", hostnameUnitText("A"))).toEqual([]);
  expect(lintUnit("a.service", metadataDropin.contents, "dropin")).toEqual([]);
});

test.each([
  ["exoscale", "COREOS_EXOSCALE_LOCAL_HOSTNAME"],
  ["vultr", "COREOS_VULTR_HOSTNAME"],
  ["packet", "COREOS_PACKET_HOSTNAME"],
  ["aliyun", "COREOS_ALIYUN_HOSTNAME"],
  ["upcloud", "COREOS_UPCLOUD_HOSTNAME"],
  ["ibmcloud", "COREOS_IBMCLOUD_LOCAL_HOSTNAME"],
  ["cloudstack", "COREOS_CLOUDSTACK_LOCAL_HOSTNAME"],
])("a node of %s may be named by %s", (platform, variable) => {
  expect(hostnameVariables(platform)).toContain(variable);
});

test.each(["qemu", "vmware", "hyperv", "pxe", "constructor", ""])(
  "there is no metadata on %j",
  (platform) => {
    expect(metadataVariables(platform)).toEqual([]);
  },
);
