import type { Messages } from "./message";

/** Reading the text: YAML, types, spec versions. */
export const document: Messages = {
  "yaml-syntax": {
    says: "This is no YAML: {reason}.",
    why: "Nothing after this place can be read, so nothing else was checked.",
  },
  "yaml-unknown-anchor": {
    says: "No anchor is called `{anchor}`; write `&{anchor}` at the value that `*{anchor}` shall repeat.",
  },
  "text-too-long": {
    says: "The text has {length} characters, and no more than {limit} are read.",
    why: "Texts are answered within a second, and no platform hands over a tenth of this; a large file can stand beside the document, as `local`.",
  },
  "too-many-values": {
    says: "The text has more than {limit} keys, items and texts, and no more are read.",
    why: "Texts are answered within a second, and a node needs a few thousand; what repeats is better made by a program on the node.",
  },
  "too-much-repeated": {
    says: "The aliases in this document repeat more than can be read; write what they repeat into one file, or repeat less of it.",
    why: "A few lines can stand for gigabytes this way, so there is a limit to what they bring in.",
  },
  "type-mismatch": {
    says: "Here stands {found}, but {wanted} has to stand here.",
  },
  "value-contradicts-tag": {
    says: "The value is not what its tag {tag} says; change the value or take the tag away.",
  },
  "duplicate-key": {
    says: "The key `{key}` is here already, in line {line}; keep one of the two.",
    why: "Only one of the two values could be meant, and nobody can tell which.",
  },
  "field-set-twice": {
    says: "The field `{field}` is set a second time in the same place; keep one of the two.",
  },
  "merge-needs-mapping": {
    says: "`<<` takes a mapping or a list of mappings; this is neither.",
  },
  "merge-too-deep": {
    says: "The merges here stand inside each other more than a thousand times.",
  },
  "alias-in-itself": {
    says: "`*{anchor}` stands inside the very value that it repeats, so it would never end.",
  },
  "too-many-aliases": {
    says: "The aliases in this document repeat each other so often that it would grow without bound.",
  },
  "variant-missing": {
    says: "The document does not say what it is for; begin it with `variant: flatcar`.",
  },
  "variant-unknown": {
    says: "No spec is known for variant `{variant}` with version `{version}`; Flatcar's variant is `flatcar`.",
  },
  "variant-removed": {
    says: "The variant `{variant}` is gone; OpenShift's is now `openshift`.",
  },
  "version-malformed": {
    says: "`{version}` is no spec version; it takes three numbers, such as `version: 1.1.0`.",
  },
  "spec-version-unknown": {
    says: "`{variant}` has no spec version `{version}`; these are known: {known}.",
  },
  "unused-key": {
    says: "Nothing reads the key `{key}` here; it is misspelt or stands in the wrong place.",
    why: "The node will be set up as if the line were not there.",
  },
  "struct-not-in-text": {
    says: "What stands here is taken from elsewhere or empty, so its keys cannot be checked for misspellings.",
  },
};
