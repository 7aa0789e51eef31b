import type { Messages } from "./message";

/** What can be wrong with the text of an Ignition config. */
export const ignition: Messages = {
  "ignition-empty": { says: "The Ignition config is empty." },
  "version-unknown": {
    says: "No Ignition spec `{version}` is known here; these are: {known}.",
    why: "What a config means depends on its version, so none can be guessed.",
  },
  "version-before-three": {
    says: "A config of Ignition {version} is not checked here; write it anew for {known}.",
    why: "Flatcar still reads the specs before 3.0.0, but they have other keys and other rules.",
  },
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
