import type { FileContents } from "./value";

/** A text with nothing in it yet. */
export const noContents: FileContents = {
  kind: "text",
  text: "",
  secret: "",
  source: "",
  hash: "",
  compression: "",
  headers: [],
};
