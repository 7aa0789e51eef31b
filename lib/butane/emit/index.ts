export { createDocument, type Draft, type Header } from "./builder";
export type {
  ButaneDocument,
  Contents,
  DirectoryEntry,
  DropinEntry,
  FileEntry,
  GroupEntry,
  LinkEntry,
  Owner,
  Placing,
  UnitEntry,
  UserEntry,
} from "./document";
export { emit, emitsAs, type Emitted } from "./emit";
export type { Origin } from "./print";
