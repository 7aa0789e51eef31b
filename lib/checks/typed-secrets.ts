import { parse, positionAt } from "@/lib/butane";
import type { Preset } from "@/lib/preset/preset";
import { secretsIn } from "@/lib/preset/secrets";
import { secretsInText } from "@/lib/preset/sections/files/secret-text";
import { valueAt } from "@/lib/set-at";
import type { Check, Finding } from "./check";
import { shownIn } from "./shown-secrets";

const field = ["rest", "text"];

const passwordHash = /password_hash["']?\s*:\s*["']?[^\s"'{}\[\]#]/;

/** Typed Butane has no field that is known to hold a secret, so it goes where the preset goes. */
export const typedSecrets: Check = ({ preset }) => {
  const { text, whole } = preset.rest;
  const found = secretsInText(text);
  const hash = passwordHash.exec(text);
  // Of a whole document, what a user's entry holds is known, and left out.
  if (hash && !whole)
    found.unshift({
      what: "a password hash",
      index: hash.index,
      isSure: true,
    });
  if (found.length === 0) return [];
  const told = whole ? toldOf(preset) : new Set<string>();
  return found
    .filter(({ what }) => !told.has(what))
    .map(({ what, index, isSure }): Finding => {
      const start = positionAt(parse(text), index);
      return {
        kind: isSure ? "warning" : "info",
        code: "secret-in-typed-butane",
        sentence: isSure
          ? `${capital(what)} is typed here, and links and stored presets carry all of this text.`
          : `This looks like ${what}, and links and stored presets carry all of this text.`,
        why: "Put it into its own field: that is left out of links.",
        field,
        within: { start, end: start },
      };
    });
};

/** What the sections show of a whole document: known for a secret and left out of links, or told where it stands. */
function toldOf(preset: Preset): ReadonlySet<string> {
  const paths = secretsIn(preset);
  const known = paths.map((path) => valueAt(preset, path));
  // A field has the value of a header alone, which looks like nothing without its name.
  const headers = paths.some((path) => path.includes("headers"))
    ? ["Authorization: Bearer abcd"]
    : [];
  const shown = shownIn(preset).map(({ text }) => text);
  const units = preset.units.units.flatMap(({ contents, dropins }) => [
    contents,
    ...dropins.map((dropin) => dropin.contents),
  ]);
  return new Set(
    [...known, ...headers, ...shown, ...units].flatMap((value) =>
      typeof value === "string"
        ? secretsInText(value).map(({ what }) => what)
        : [],
    ),
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
