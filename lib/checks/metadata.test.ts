import { expect, test } from "vitest";
import { told } from "./testing";

const aws = { target: { platform: "aws" } };
const name = { hostnameVariable: "COREOS_EC2_HOSTNAME" };

test.each<[object, string]>([
  [
    { target: { platform: "vmware" }, identity: name },
    "metadata-not-on-platform identity.hostnameVariable",
  ],
  [
    { target: { platform: "qemu" }, identity: { metadataFor: ["a.service"] } },
    "metadata-not-on-platform identity.metadataFor",
  ],
  [
    { ...aws, identity: { hostnameVariable: "a b" } },
    "metadata-variable identity.hostnameVariable",
  ],
  [
    { ...aws, identity: { hostnameVariable: "COREOS_GCE_HOSTNAME" } },
    "metadata-variable identity.hostnameVariable",
  ],
  [
    { ...aws, identity: { ...name, hostname: "a" } },
    "hostname-twice identity.hostnameVariable",
  ],
])("%j is told of", (stored, expected) => {
  expect(told(stored)).toContain(expected);
});

test.each<[object]>([
  [{ ...aws, identity: { ...name, metadataFor: ["a.service"] } }],
  [
    {
      target: { platform: "vmware" },
      identity: { metadataFor: ["a.service"] },
      units: {
        units: [
          {
            name: "coreos-metadata.service",
            contents: "[Service]\nType=oneshot\nExecStart=/bin/a\n",
          },
        ],
      },
    },
  ],
])("nothing is said of %j", (stored) => {
  expect(
    told(stored).filter((one) => /metadata|hostname-twice/.test(one)),
  ).toEqual([]);
});
