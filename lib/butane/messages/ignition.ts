import type { Messages } from "./message";

/** What can be wrong with the text of an Ignition config. */
export const ignition: Messages = {
  "ignition-empty": { says: "The Ignition config is empty." },
  "json-syntax": { says: "The text stops being JSON here." },
  "json-type": {
    says: "A value of the kind `{wanted}` belongs here, but there is one of the kind `{found}`.",
  },
  "null-for-struct": {
    says: "`null` stands where Ignition expects an object; leave the key out.",
  },
  "embedded-version-unknown": {
    says: "The config inside names a spec version other than this document's, so its contents are not checked.",
  },
};
