export { fetchImport, importAddress } from "./fetch-import";
export { importBytes } from "./import-bytes";
export { importText, longestImport } from "./import-text";
export type {
  ImportAnswer,
  Imported,
  ImportKind,
  NotImported,
} from "./imported";
export type { NotCarriedOver } from "./not-carried-over";
