/** Codes that no golden document can show, and why. */
export const WITHOUT_GOLDEN: Readonly<Record<string, string>> = {
  "text-too-long": "our own limit, so that every answer comes within a second",
  "too-many-values":
    "our own limit, so that every answer comes within a second",
  "too-much-repeated":
    "our own limit, so that every answer comes within a second",
  "local-files-too-large": "our own limit, before no text can hold the config",
  "ignition-empty": "said of Ignition JSON on its own, never of a document",
  "merge-too-deep": "our own limit, before the call stack ends",
  "version-before-three":
    "said of Ignition JSON on its own, never of a document",
  "version-unknown": "said of Ignition JSON on its own, never of a document",
};
