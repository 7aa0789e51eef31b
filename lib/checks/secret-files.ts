import { secretsInText } from "@/lib/preset/sections/files/secret-text";
import type { Check, Finding } from "./check";
import { entriesOf, textAt } from "./document";

/**
 * A key, a login or a token that everybody on the node may read; one that a section of the form writes is kept shut by that section.
 * What only may be a secret is left to the person who wrote it.
 */
export const secretFiles: Check = ({ composed }) =>
  entriesOf(composed, ["storage", "files"]).flatMap(
    ({ value, at }): Finding[] => {
      const [found] = secretsInText(textAt(value, "contents", "inline"));
      if (!found?.isSure) return [];
      const mode = textAt(value, "mode");
      // Ignition's own mode is 0644.
      const bits = mode === "" ? 0o644 : Number.parseInt(mode, 8);
      if (Number.isNaN(bits) || (bits & 0o007) === 0) return [];
      return [
        {
          kind: "warning",
          code: "secret-readable",
          sentence: `This file holds ${found.what}, and every user and service of the node may read it: give it the mode 0600.`,
          path: mode === "" ? [...at, "path"] : [...at, "mode"],
        },
      ];
    },
  );
