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
}

/** What a snippet may fill in. */
export interface SnippetInput {
  /** Name of the node, fit for a shell word. */
  readonly name: string;
  readonly architecture: Architecture;
  readonly channel: string;
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
  readonly limit?: Limit;
  /** How the config reaches the node, one line. */
  readonly handOver: string;
  /** Form of what is copied: the JSON itself, or an encoding of it. */
  readonly encoding: "plain" | "base64" | "gzip+base64" | "guestinfo";
  /** What the primary button says it copies: `user data`, `guestinfo lines`. */
  readonly noun: string;
  /** File name for the download: `config.ign`. */
  readonly fileName: string;
  readonly snippets: readonly Snippet[];
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
  readonly snippets: readonly { readonly title: string; readonly language: string; readonly text: string; readonly documented: boolean }[];
}
