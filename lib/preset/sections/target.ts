import { architectureOf } from "@/lib/butane";
import type { Variant } from "../preset";
import { closed, defineSection, oneOf, text } from "../section";

export const target = defineSection({
  id: "target",
  title: "Target",
  group: "node",
  schema: closed({
    variant: {
      ...oneOf("flatcar", "fcos", "r4e", "fiot", "openshift"),
      description: "Butane variant the document is written in.",
    },
    spec: {
      ...text,
      description: "Spec version of that variant.",
    },
    channel: oneOf("stable", "beta", "alpha", "lts-2024", "lts-2023"),
    release: {
      ...text,
      description: "Exact OS release; empty means the channel's current one.",
    },
    architecture: oneOf("x86-64", "arm64"),
    platform: {
      ...text,
      description: "Where the node runs: the id of a platform.",
    },
    handOver: {
      ...oneOf("wrapped", "pointer"),
      description:
        "How the config reaches the platform: packed with gzip, or as a file at an address. Absent: as it is.",
    },
    handOverFrom: {
      ...text,
      description: "Address of that file.",
    },
    mirror: {
      ...text,
      description:
        "Mirror that the node fetches everything from; absent where it may go anywhere.",
    },
  }),
  initial: {
    variant: "flatcar",
    spec: "1.0.0",
    channel: "stable",
    release: "",
    architecture: "x86-64",
    platform: "aws",
  },
  compose() {
    // The header is there from the start; release and platform decide what is advised, not what is written.
  },
  read: ({ document, prior: { target } }) => ({
    ...target,
    variant: document.header.variant as Variant,
    spec: document.header.version || target.spec,
    architecture: architectureOf(document) ?? target.architecture,
  }),
  silent: (value) => value,
});
