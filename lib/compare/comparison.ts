import type { Path } from "@/lib/butane";

export type ChangeKind = "added" | "removed" | "changed";

/** What a difference is about, in the order people read. */
export const topics = {
  node: "Node",
  extensions: "Extensions",
  updates: "Updates",
  identity: "Identity",
  users: "Users and keys",
  osUpdates: "OS updates",
  disks: "Disks",
  files: "Files",
  units: "Units",
  boot: "Kernel and first boot",
  text: "Text",
} as const;

export type Topic = keyof typeof topics;

/** Steps on a running node, in the order they are taken. */
export const phases = {
  look: "Look first",
  fetch: "Fetch",
  write: "Write",
  link: "Link",
  remove: "Remove",
  reload: "Read units again",
  merge: "Merge the images",
  enable: "Switch on and off",
  restart: "Restart",
  reboot: "Reboot",
  verify: "See that it works",
} as const;

export type Phase = keyof typeof phases;

/** One thing to do on a running node. */
export interface Step {
  readonly phase: Phase;
  /** What it does, or, where there is no command, what to do by hand. */
  readonly say: string;
  /** Shell lines to run as they are. Never holds a secret. */
  readonly command?: string;
  /** Whether Flatcar's or systemd's documentation says so, or it was concluded from how the parts work. */
  readonly known: "documented" | "not verified";
  /** What is enough where a reboot follows. */
  readonly beforeReboot?: { readonly say: string; readonly command: string };
}

/** One difference between two nodes, as a person would say it. */
export interface Difference {
  readonly kind: ChangeKind;
  readonly topic: Topic;
  readonly sentence: string;
  /** More about it, a line each. */
  readonly details: readonly string[];
  /** The field it belongs to, in the preset of that side. */
  readonly field?: { readonly side: "before" | "after"; readonly path: Path };
  /** What it takes on a running node; empty where `note` says why there is nothing to do. */
  readonly steps: readonly Step[];
  /** Why steps are not enough: it takes a node that is set up anew. */
  readonly reprovision?: string;
  readonly note?: string;
  /** Another difference changes the same entries, so that its steps are the steps of this one as well. */
  readonly shared?: true;
}

export interface Comparison {
  /** Whether a machine of the first kind can become one of the second. */
  readonly sameMachine: boolean;
  /** In the order people read; empty where the two are the same node. */
  readonly differences: readonly Difference[];
  /** Sides that make no Ignition config, with the number of errors: what follows from them could not be compared. */
  readonly broken: readonly {
    readonly side: "before" | "after";
    readonly errors: number;
  }[];
}
