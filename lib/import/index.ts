export { fetchBytes, fetchImport, importAddress } from "./fetch-import";
export { importBytes } from "./import-bytes";
export { importText, longestImport } from "./import-text";
export type { ImportAnswer, Imported } from "./imported";
