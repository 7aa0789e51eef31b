import type { Path } from "@/lib/butane";

/** Who an entry belongs to, as the config says it: a name or a number. */
export interface NodeOwner {
  readonly user: string | number;
  readonly group: string | number;
}

interface Common extends NodeOwner {
  /** Absolute, as it is on the node. */
  readonly path: string;
  /** What asked for it, in the Ignition config; absent for a folder that only leads to something, and stays as it is where it is there. */
  readonly from?: Path;
}

/** A part of what a file holds: bytes that the config brings along, an address they are fetched from, or what is made on the node. */
export type Content =
  | { readonly bytes: Uint8Array }
  | {
      readonly url: string;
      /** `sha256-…` or `sha512-…`, where it is checked. */
      readonly hash?: string;
      /** Whether what is fetched is unpacked. */
      readonly gzip?: true;
    }
  | {
      /** What only the node knows: a key that Ignition makes, or the UUID that an encrypted device has or gets. */
      readonly random: "key" | "uuid";
      /** Bytes: a key is of hexadecimal digits, a UUID is written in small letters. */
      readonly length: number;
    };

/** A folder that Ignition makes, or changes. */
export interface NodeFolderFile extends Common {
  readonly kind: "directory";
  /** Absent for a home, whose mode the system's own settings decide. */
  readonly mode?: number;
  /** What is mounted there: `the ext4 on /dev/md/data`. */
  readonly note?: string;
}

/** Something Ignition puts on the node. */
export type NodeFile =
  | (Common & {
      readonly kind: "file";
      /** Permission bits: `0o644`. */
      readonly mode: number;
      /** In the order they stand in the file; nothing for an empty one. */
      readonly content: readonly Content[];
      /** Whether the content goes behind what is there already. */
      readonly appends?: true;
    })
  | NodeFolderFile
  | (Common & { readonly kind: "link"; readonly target: string })
  | (Common & { readonly kind: "hardlink"; readonly target: string });

/** A unit that is switched on or off by a preset on the first boot. */
export interface UnitPreset {
  readonly name: string;
  readonly enabled: boolean;
  readonly from: Path;
}

/** What the node's file system has when Ignition is done. */
export interface NodeTree {
  /** By path. */
  readonly files: readonly NodeFile[];
  readonly presets: readonly UnitPreset[];
}

export type Put = (file: NodeFile) => void;

export const root: NodeOwner = { user: 0, group: 0 };

/** What Ignition gives to a file or a folder where the config says nothing. */
export const modes = { file: 0o644, directory: 0o755 } as const;
