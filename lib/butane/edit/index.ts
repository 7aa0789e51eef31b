export { locate } from "./locate";
export { missingFrom, type Missing } from "./missing-from";
export type { DocumentEntry } from "./document-entry";
export { openDocument, type OpenDocument } from "./open-document";
export { openScalars, type OpenScalars } from "./open-scalars";
export { patch, type Patched } from "./patch";
