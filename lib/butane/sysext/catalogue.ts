import type { Architecture } from "./extension";

/** One released version of an extension. */
export interface Release {
  readonly version: string;
  /** `sha256-<64 hex>` per architecture, where the bakery's `SHA256SUMS` was read. */
  readonly hashes?: Partial<Record<Architecture, string>>;
}

/** What can be chosen: data, a snapshot in `public/catalogue.json`. */
export interface Catalogue {
  /** Day the snapshot was taken, `YYYY-MM-DD`. */
  readonly date: string;
  /** Address the images are fetched from, with a slash at its end. */
  readonly bakery: string;
  /** Released versions by extension id, newest first. */
  readonly releases: Readonly<Record<string, readonly Release[]>>;
}
