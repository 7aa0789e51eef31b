import { parse, positionAt } from "@/lib/butane";
import type { Check } from "./check";

const field = ["rest", "text"];

const marks: readonly (readonly [RegExp, string])[] = [
  [/password_hash["']?\s*:\s*["']?[^\s"'{}\[\]#]/, "A password hash"],
  [/-----BEGIN [A-Z ]*PRIVATE KEY/, "A private key"],
];

/** Typed Butane has no field that is known to hold a secret, so it goes where the preset goes. */
export const typedSecrets: Check = ({ preset }) =>
  marks.flatMap(([mark, what]) => {
    const found = mark.exec(preset.rest.text);
    if (!found) return [];
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
