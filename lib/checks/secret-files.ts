import type { Check, Finding } from "./check";
import { entriesOf, textAt } from "./document";

const key = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/** A private key that everybody on the node may read; one that a section of the form writes is kept shut by that section. */
export const secretFiles: Check = ({ composed }) =>
  entriesOf(composed, ["storage", "files"]).flatMap(
    ({ value, at }): Finding[] => {
      if (!key.test(textAt(value, "contents", "inline"))) return [];
      const mode = textAt(value, "mode");
      // Ignition's own mode is 0644.
      const bits = mode === "" ? 0o644 : Number.parseInt(mode, 8);
      if (Number.isNaN(bits) || (bits & 0o007) === 0) return [];
      return [
        {
          kind: "warning",
          code: "secret-readable",
          sentence:
            "This file holds a private key, and every user and service of the node may read it: give it the mode 0600.",
          path: mode === "" ? [...at, "path"] : [...at, "mode"],
        },
      ];
    },
  );
