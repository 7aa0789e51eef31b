import { parse, positionAt } from "@/lib/butane";
import type { Check } from "./check";

const field = ["rest", "text"];

const passwordHash = /password_hash["']?\s*:\s*["']?[^\s"'{}\[\]#]/;

const marks: readonly (readonly [RegExp, string])[] = [
  [passwordHash, "A password hash"],
  [/-----BEGIN [A-Z ]*PRIVATE KEY/, "A private key"],
];

/** Typed Butane has no field that is known to hold a secret, so it goes where the preset goes. */
export const typedSecrets: Check = ({ preset }) =>
  marks.flatMap(([mark, what]) => {
    const found = mark.exec(preset.rest.text);
    // Of a whole document, what a user's entry holds is known, and left out.
    if (!found || (preset.rest.whole && mark === passwordHash)) return [];
    const start = positionAt(parse(preset.rest.text), found.index);
    return [
      {
        kind: "warning",
        code: "secret-in-typed-butane",
        sentence: `${what} is typed here, and links and stored presets carry all of this text.`,
        why: "Put it into its own field: that is left out of links.",
        field,
        within: { start, end: start },
      },
    ];
  });
