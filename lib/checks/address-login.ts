import type { Path } from "@/lib/butane";
import { valueAt } from "@/lib/set-at";
import type { Check, Finding } from "./check";

/**
 * A password in an address that the node fetches from: the address is no secret field, so links and stored presets have it whole. Those
 * of a proxy have fields of their own for it.
 */
export const addressLogin: Check = ({ preset }) =>
  sections.flatMap((section) => [
    ...loginsIn(preset[section], [section], preset),
  ]);

const sections = ["target", "extensions", "files", "ignition"] as const;

const places: ReadonlySet<string> = new Set([
  "handOverFrom",
  "mirror",
  "bakery",
  "url",
  "updatesFrom",
  "source",
]);

function* loginsIn(
  value: unknown,
  at: Path,
  preset: object,
): Generator<Finding> {
  if (typeof value === "string") {
    if (places.has(String(at.at(-1))) && hasPassword(value))
      yield finding(at, preset);
  } else if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value))
      yield* loginsIn(
        inner,
        [...at, Array.isArray(value) ? Number(key) : key],
        preset,
      );
}

function hasPassword(address: string): boolean {
  const [, password] =
    /^\s*[a-z][a-z0-9+.-]*:\/\/[^/?#@:]*:([^/?#@]+)@/i.exec(address) ?? [];
  return password !== undefined;
}

function finding(field: Path, preset: object): Finding {
  // What is fetched with headers has a place for a login that is left out.
  const headers = valueAt(preset, [...field.slice(0, -1), "headers"]);
  return {
    kind: "warning",
    code: "address-with-password",
    sentence:
      "There is a password in this address: links and stored presets carry it, and so does the config.",
    why: Array.isArray(headers)
      ? "Links leave out the value of a header, such as Authorization."
      : "Whoever has one of them can log in there: take a password that opens nothing else, or a server that asks for none.",
    field,
  };
}
