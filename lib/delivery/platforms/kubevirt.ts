import type { Platform } from "../platform";
import { type CommandWords, command, wordsOf } from "../snippets";

/** Kubernetes takes lower-case letters, digits and dashes in a name. */
function secretOf({ file }: CommandWords): string {
  return `${file.toLowerCase().replaceAll("_", "-")}-ignition`;
}

export const kubevirt: Platform = {
  id: "kubevirt",
  title: "KubeVirt",
  ignitionPlatform: "kubevirt",
  limit: {
    bytes: 2_048,
    counts: "raw",
    certainty: "verified",
    basis: "KubeVirt source: 2048 bytes inline; a Secret holds about 1 MiB",
  },
  handOver: "A cloudInitConfigDrive volume, from a Secret or inline.",
  encoding: "plain",
  noun: "user data",
  fileName: "config.ign",
  snippets: [
    command(
      "kubectl",
      (words) =>
        `kubectl create secret generic ${secretOf(words)} --from-file=userdata=config.ign`,
    ),
    {
      title: "Volume of the virtual machine",
      language: "text",
      documented: true,
      text: (input) => `volumes:
  - name: cloudinitdisk
    cloudInitConfigDrive:
      secretRef:
        name: ${secretOf(wordsOf(input))}`,
    },
  ],
  remedies: [
    "Keep it in a Secret and name it with secretRef, as in the snippet",
    "Put the config at an https address and point to it, with its hash",
  ],
  notes: [
    "cloudInitNoCloud works from Ignition 2.24 on, cloudInitConfigDrive from 2.14.",
  ],
  docs: "https://www.flatcar.org/docs/latest/deploy/virt-options/kubevirt/",
};
