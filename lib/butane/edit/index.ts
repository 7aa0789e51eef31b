export { locate } from "./locate";
export { missingFrom, type Missing } from "./missing-from";
export {
  openDocument,
  type DocumentEntry,
  type OpenDocument,
} from "./open-document";
export { patch, type Patched } from "./patch";
