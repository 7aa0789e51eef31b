import type { Path } from "../path";
import type { ListName, PlainValue } from "./plain";

/** A node's owner or group: by name or by number, never both. */
export type Owner = { readonly name: string } | { readonly id: number };

/** What a file holds: text of ours, or an address Ignition fetches it from. */
export interface Contents {
  readonly inline?: string;
  readonly source?: string;
  /** `sha256-<64 hex>` or `sha512-<128 hex>`, over the decompressed bytes. */
  readonly hash?: string;
  readonly compression?: "gzip";
}

/**
 * A file as a section puts it. What is undefined is not written; without contents, an empty file is made where there is
 * none.
 */
export interface FileEntry {
  readonly path: string;
  /** Permission bits as a number: `0o644`. */
  readonly mode?: number;
  readonly overwrite?: boolean;
  readonly user?: Owner;
  readonly group?: Owner;
  readonly contents?: Contents;
  readonly append?: readonly Contents[];
}

/** A directory; its mode is a number too, `0o755`. */
export interface DirectoryEntry {
  readonly path: string;
  readonly mode?: number;
  readonly overwrite?: boolean;
  readonly user?: Owner;
  readonly group?: Owner;
}

/** A link, symbolic unless `hard` is set; `target` is written as it is given. */
export interface LinkEntry {
  readonly path: string;
  readonly target: string;
  readonly overwrite?: boolean;
  readonly hard?: boolean;
}

/** A unit; without `contents` it is one that is there already, to be enabled or masked. */
export interface UnitEntry {
  readonly name: string;
  readonly enabled?: boolean;
  readonly mask?: boolean;
  readonly contents?: string;
}

/** A drop-in of a unit; `name` ends in `.conf`. */
export interface DropinEntry {
  readonly name: string;
  readonly contents: string;
}

/** A user to make, or for one that the image has, what is added to it. */
export interface UserEntry {
  readonly name: string;
  readonly uid?: number;
  readonly gecos?: string;
  readonly passwordHash?: string;
  readonly sshAuthorizedKeys?: readonly string[];
  readonly homeDir?: string;
  readonly noCreateHome?: boolean;
  readonly noLogInit?: boolean;
  readonly primaryGroup?: string;
  readonly groups?: readonly string[];
  readonly noUserGroup?: boolean;
  readonly shell?: string;
  readonly system?: boolean;
}

/** A group; groups are made before the users that are in them. */
export interface GroupEntry {
  readonly name: string;
  readonly gid?: number;
  readonly system?: boolean;
}

/** What goes along with an entry of the document. */
export interface Placing {
  /** Why the line is there, for the reader of the YAML: one line or several, without `#`. */
  readonly comment?: string;
  /** The field of the preset that asked for it, so that a problem leads back to it. */
  readonly origin?: Path;
  /** Fields behind parts of the entry: `{ at: ["ssh_authorized_keys", 0], field: [...] }`, in Butane's keys. */
  readonly fields?: readonly { readonly at: Path; readonly field: Path }[];
}

/**
 * A Butane document that sections and extensions write into, one entry at a time.
 *
 * Entries of one name are one entry: a second `putUnit` or `putDropin` for a unit joins the first, and putting
 * the very same file or link twice puts it once. Two different files for one path are both kept, so that
 * validation names the clash at both origins. Of a struct of which there is one, such as the timeouts, the first
 * value stands where two contradict each other: there is no place for the second.
 */
export interface ButaneDocument {
  putFile(file: FileEntry, placing?: Placing): void;
  putDirectory(directory: DirectoryEntry, placing?: Placing): void;
  putLink(link: LinkEntry, placing?: Placing): void;
  putUnit(unit: UnitEntry, placing?: Placing): void;
  putDropin(unit: string, dropin: DropinEntry, placing?: Placing): void;
  putUser(user: UserEntry, placing?: Placing): void;
  putGroup(group: GroupEntry, placing?: Placing): void;
  putKernelArgument(argument: string, placing?: Placing): void;
  /** Puts an entry as it is, in Butane's keys: one that stands in another document. */
  putEntry(list: ListName, value: PlainValue, placing?: Placing): void;
}
