import type { Architecture } from "@/lib/butane";

/** How sure a limit is; only the first two are shown as a fact. */
export type Certainty = "verified" | "documented" | "unverified" | "unknown";

export interface Limit {
  /** Largest size in bytes of what `counts` names. */
  readonly bytes: number;
  /** Whether the limit counts the config's bytes, or the characters of its base64. */
  readonly counts: "raw" | "base64";
  readonly certainty: Certainty;
  /** Where the number comes from, one line. */
  readonly basis: string;
  /** Size above which the source's own words no longer agree, where it is below `bytes`. */
  readonly warnAbove?: number;
}

/** What a snippet may fill in. */
export interface SnippetInput {
  /** Name of the node as typed; each snippet quotes it for its own language. */
  readonly name: string;
  readonly architecture: Architecture;
  readonly channel: string;
  /** Exact OS release such as `4593.2.5`; empty means the channel's current one. */
  readonly release: string;
  /** The config as the platform gets it. */
  readonly config: string;
}

/** A thing to paste: a command, a Terraform attribute, lines of a VM definition. */
export interface Snippet {
  readonly title: string;
  readonly language: "sh" | "hcl" | "text" | "ipxe" | "json";
  text(input: SnippetInput): string;
  /** False where the line is general knowledge and not from the platform's or Flatcar's documentation. */
  readonly documented: boolean;
}

export interface Platform {
  /** Id in the preset and in the menu: `aws`. */
  readonly id: string;
  readonly title: string;
  /** Platform id Ignition runs under. */
  readonly ignitionPlatform: string;
  /** The largest config it takes; absent where no number is known. */
  readonly limit?: Limit;
  /** Without a limit: whether there is none (`documented`) or nobody has established it (`unknown`), one line. */
  readonly noLimit?: {
    readonly certainty: "documented" | "unknown";
    readonly basis: string;
  };
  /** How the config reaches the node, one line. */
  readonly handOver: string;
  /** Form of what is copied: the JSON itself, or lines of a VM definition that hold it encoded. */
  readonly encoding: "plain" | "guestinfo";
  /** What the primary button says it copies: `user data`, `guestinfo lines`. */
  readonly noun: string;
  /** File name for the download: `config.ign`. */
  readonly fileName: string;
  readonly snippets: readonly Snippet[];
  /** What helps when the config is too big, best first. */
  readonly remedies: readonly string[];
  readonly notes: readonly string[];
  readonly docs: string;
}

/** The bytes a platform hands the node, measured. */
export interface UserData {
  readonly platform: Platform;
  /** What is copied and downloaded. */
  readonly text: string;
  /** Size in the unit the limit counts, in bytes. */
  readonly bytes: number;
  /** bytes / limit, or null where no limit is known. */
  readonly share: number | null;
  /** `tight` from 80 % of the limit, or above `warnAbove`; `unknown` where there is no number. */
  readonly room: "plenty" | "tight" | "over" | "unknown";
  /** How `text` holds the config: VMware takes gzip only when base64 alone no longer fits. */
  readonly encoding: "plain" | "base64" | "gzip+base64";
  readonly snippets: readonly {
    readonly title: string;
    readonly language: string;
    readonly text: string;
    readonly documented: boolean;
  }[];
}
