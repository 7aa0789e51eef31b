import type { Platform } from "../platform";
import { toBase64, utf8 } from "@/lib/bytes";
import { type CommandWords, command, wordsOf } from "../snippets";

/** Kubernetes takes 253 lower-case letters, digits, dashes and dots in a name, and a letter or digit on each side of a dot. */
function secretOf({ file }: CommandWords): string {
  const name = file
    .toLowerCase()
    .slice(0, 200)
    .replace(/[^a-z0-9.]+/g, "-")
    .replace(/-*\.[-.]*/g, ".")
    .replace(/^[-.]+|[-.]+$/g, "");
  return `${name || "node"}-ignition`;
}

export const kubevirt: Platform = {
  id: "kubevirt",
  title: "KubeVirt",
  ignitionPlatform: "kubevirt",
  since: 3277,
  limit: {
    bytes: 2_048,
    counts: "raw",
    certainty: "verified",
    basis: "KubeVirt source: 2048 bytes inline; a Secret holds about 1 MiB",
    otherwise: "keep it in a Secret, as the commands do",
  },
  handOver: "A cloudInitConfigDrive volume, from a Secret or inline.",
  takes: [
    {
      encoding: "plain",
      where: "userData of the volume, a Secret's stringData",
    },
    {
      encoding: "base64",
      where: "userDataBase64 of the volume, a Secret's data",
    },
  ],
  noun: "user data",
  fileName: "config.ign",
  snippets: [
    command(
      "kubectl",
      (words) =>
        `kubectl create secret generic ${secretOf(words)} --from-file=userdata=config.ign`,
    ),
    {
      title: "Secret",
      language: "yaml",
      documented: true,
      text: (input) => `apiVersion: v1
kind: Secret
metadata:
  name: ${secretOf(wordsOf(input))}
data:
  userdata: ${toBase64(utf8(input.config))}
`,
    },
    {
      title: "Volume, from the Secret",
      language: "yaml",
      documented: true,
      text: (input) => `volumes:
  - name: cloudinitdisk
    cloudInitConfigDrive:
      secretRef:
        name: ${secretOf(wordsOf(input))}
`,
    },
    {
      title: "Volume, inline",
      language: "yaml",
      withinLimit: true,
      documented: true,
      text: ({ config }) => `volumes:
  - name: cloudinitdisk
    cloudInitConfigDrive:
      userDataBase64: ${toBase64(utf8(config))}
`,
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
