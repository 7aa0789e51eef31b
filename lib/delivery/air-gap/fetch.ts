import type { Path } from "@/lib/butane";

/**
 * What is fetched. `config`: the node's own config, by a pointer. `image`: an extension's. `transfer`: a rule for updates that is fetched
 * itself. `file`: anything else that Ignition fetches. `updates`: the list of an extension's newer images. `official`: one of Flatcar's own
 * extensions. `vendor`: the tools of the cloud's vendor. `os-updates`: the server that says what OS to take. `boot`: what a network boot
 * loads. `named`: an address in a text of the node; whether anything is fetched from it, only whoever wrote the text knows.
 */
export type FetchKind =
  | "config"
  | "image"
  | "transfer"
  | "file"
  | "updates"
  | "official"
  | "vendor"
  | "os-updates"
  | "boot"
  | "named";

/** `boot`: before Ignition runs. `first-boot`: without it the node does not come up. `later`: while it runs. */
export type FetchTime = "boot" | "first-boot" | "later";

/** One address that a node fetches from. */
export interface Fetch {
  readonly url: string;
  readonly kind: FetchKind;
  readonly when: FetchTime;
  /** Id of the extension it is for. */
  readonly extension?: string;
  /** `sha256-…` or `sha512-…`, where the node checks one. */
  readonly hash?: string;
  /** Set where the file is packed and the hash is of what is inside. */
  readonly gzip?: true;
  /** Set where the node sends headers with it, a login most likely. */
  readonly headers?: true;
  /** `updates` only: whether the list has to be signed. */
  readonly signed?: true;
  /** The field of the preset that asks for it. */
  readonly field?: Path;
  /** `named` only: the file or unit that names it. */
  readonly in?: string;
}

/** What is fetched, as people call it. */
export const kindWords: Readonly<Record<FetchKind, string>> = {
  config: "Config",
  image: "Extension image",
  transfer: "Update rule",
  file: "File",
  updates: "Newer images",
  official: "Flatcar extension",
  vendor: "Vendor tools",
  "os-updates": "OS updates",
  boot: "Network boot",
  named: "Named in a text",
};

/** When it is fetched, as people call it. */
export const timeWords: Readonly<Record<FetchTime, string>> = {
  boot: "before Ignition",
  "first-boot": "first boot",
  later: "later",
};
