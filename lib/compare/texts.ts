import type { Preset } from "@/lib/preset";
import { Secrets } from "./secrets";

/** The Butane texts of two nodes for reading side by side: every secret and login is a number, the same one for the same. */
export function butaneTexts(
  before: Preset,
  after: Preset,
): { readonly before: string; readonly after: string } {
  const secrets = new Secrets(before, after);
  return { before: secrets.textOf(before), after: secrets.textOf(after) };
}
