import type { Architecture } from "@/lib/butane";

/** How sure a limit is; only the first two are shown as a fact. */
export type Certainty = "verified" | "documented" | "unverified" | "unknown";

/** The largest config that a platform or one of its ways takes, and how that is known. */
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
  /** Where the limit is that of one way only: what to do above it instead. The node then starts all the same. */
  readonly otherwise?: string;
}

/** How the config is written as text: the JSON itself, its base64, or the base64 of its gzip. */
export type Encoding = "plain" | "base64" | "gzip+base64";

/** An encoding that the platform takes, and where. */
export interface Take {
  readonly encoding: Encoding;
  /** The fields, tools and interfaces that want it, one line. */
  readonly where: string;
  /** First Flatcar release line that reads it, where the platform itself was read before. */
  readonly since?: number;
}

/** An image that the page makes of the config; `image-kinds.ts` says what each is. */
export type ImageKind = "config-drive" | "nocloud-drive" | "initramfs";

/** An image that a platform is handed, or boots with, and what to do with it. */
export interface PlatformImage {
  readonly kind: ImageKind;
  /** What to do with the file, one line. */
  readonly use: string;
  /** False where neither the platform nor Flatcar documents an image made by hand. */
  readonly documented: boolean;
}

/** What a snippet may fill in. */
export interface SnippetInput {
  /** Name of the node as typed; each snippet quotes it for its own language. */
  readonly name: string;
  readonly architecture: Architecture;
  readonly channel: string;
  /** Exact OS release such as `4593.2.5`; empty means the channel's current one. */
  readonly release: string;
  /** The Ignition config. */
  readonly config: string;
}

/** A thing to paste: a command, a Terraform attribute, lines of a VM definition. */
export interface Snippet {
  readonly title: string;
  readonly language: "sh" | "hcl" | "text" | "ipxe" | "json" | "yaml" | "xml";
  text(input: SnippetInput): string;
  /** Set where it hands the config over in this encoding only: it is left out where the config no longer fits that way. */
  readonly encoding?: Encoding;
  /** Set where the limit is that of this way: above it, it is left out for the other one. */
  readonly withinLimit?: true;
  /** False where the line is general knowledge and not from the platform's or Flatcar's documentation. */
  readonly documented: boolean;
}

/** A way to hand the config over; one file of `platforms/` each. Menus, forms and checks go by this alone. */
export interface Platform {
  /** Id in the preset and in the menu: `aws`. */
  readonly id: string;
  readonly title: string;
  /** Platform id Ignition runs under. */
  readonly ignitionPlatform: string;
  /** First Flatcar release line whose Ignition reads this platform's config, where it is not all of them. */
  readonly since?: number;
  /** The largest config it takes; absent where no number is known. */
  readonly limit?: Limit;
  /** Without a limit: whether there is none (`documented`) or nobody has established it (`unknown`), one line. */
  readonly noLimit?: {
    readonly certainty: "documented" | "unknown";
    readonly basis: string;
  };
  /** How the config reaches the node, one line. */
  readonly handOver: string;
  /** Encodings it takes; the first is what is copied. With `guestinfo` the first that fits is. */
  readonly takes: readonly [Take, ...Take[]];
  /** Set where the text is lines of a VM definition that hold the config and how it is encoded. */
  readonly wrap?: "guestinfo";
  /** What the primary button says it copies: `user data`, `guestinfo lines`. */
  readonly noun: string;
  /** File name for the download: `config.ign`. */
  readonly fileName: string;
  readonly snippets: readonly Snippet[];
  /** Files to attach or to boot with, made of the config. */
  readonly images?: readonly PlatformImage[];
  /** What helps when the config is too big, best first. */
  readonly remedies: readonly string[];
  readonly notes: readonly string[];
  readonly docs: string;
}

/** The config in one of the encodings, measured. */
export interface Encoded {
  /** What is copied and downloaded. */
  readonly text: string;
  /** Size in the unit the limit counts, in bytes. */
  readonly bytes: number;
  /** bytes / limit, or null where no limit is known. */
  readonly share: number | null;
  /** `tight` from 80 % of the limit, above `warnAbove`, or over a limit with another way; `unknown` where there is no number. */
  readonly room: "plenty" | "tight" | "over" | "unknown";
  /** How `text` holds the config: VMware takes gzip only when base64 alone no longer fits. */
  readonly encoding: Encoding;
  /** Name of the file that holds `text`. */
  readonly fileName: string;
}

/** The bytes a platform hands the node, measured. */
export interface UserData extends Encoded {
  readonly platform: Platform;
  /** The Ignition config itself. */
  readonly config: string;
  /** What its snippets and images were made with. */
  readonly node: Omit<SnippetInput, "config">;
  readonly snippets: readonly {
    readonly title: string;
    readonly language: string;
    readonly text: string;
    readonly documented: boolean;
  }[];
}
