/** Codes that no golden document can show, and why. */
export const WITHOUT_GOLDEN: Readonly<Record<string, string>> = {
  "ignition-empty": "said of Ignition JSON on its own, never of a document",
  "merge-too-deep": "our own limit, before the call stack ends",
  "version-before-three":
    "said of Ignition JSON on its own, never of a document",
  "version-unknown": "said of Ignition JSON on its own, never of a document",
};
