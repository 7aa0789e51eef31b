/** Where a file's bytes come from. `none`: an empty file, or what is there stays. */
export type ContentsKind = "text" | "secret" | "fetch" | "none";

export interface HttpHeader {
  readonly name: string;
  /** Mostly a token; a secret. */
  readonly value: string;
}

/** What is in a file; only the fields of its kind are written. */
export interface FileContents {
  readonly kind: ContentsKind;
  readonly text: string;
  /** Text that links, drafts and messages leave out. */
  readonly secret: string;
  /** Address, or a data URL of an uploaded file. */
  readonly source: string;
  /** `sha256-<64 hex>` or `sha512-<128 hex>` of the unpacked bytes; empty compares nothing. */
  readonly hash: string;
  readonly compression: "" | "gzip";
  readonly headers: readonly HttpHeader[];
}

/** What files, directories and links have in common. Owner and group are names, or numbers in digits; empty leaves root. */
export interface FileNode {
  /** Absolute; an entry without one is not written. */
  readonly path: string;
  readonly user: string;
  readonly group: string;
  readonly overwrite: boolean;
}

export interface NodeFile extends FileNode {
  /** Octal digits: `0644`; empty leaves Ignition's own. */
  readonly mode: string;
  readonly contents: FileContents;
  readonly append: readonly FileContents[];
}

export interface NodeDirectory extends FileNode {
  readonly mode: string;
}

export interface NodeLink extends FileNode {
  readonly target: string;
  readonly hard: boolean;
}

export interface FilesValue {
  readonly files: readonly NodeFile[];
  readonly directories: readonly NodeDirectory[];
  readonly links: readonly NodeLink[];
}
