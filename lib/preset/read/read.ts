import {
  draftEntries,
  isFatal,
  listNames,
  locate,
  openDocument,
  transpile,
  type OpenDocument,
  type Report,
} from "@/lib/butane";
import { fail, ok, type Result } from "@/lib/result";
import { composesTo } from "../compose";
import { draftOf } from "../draft-of";
import type { Preset, RestValue, Variant } from "../preset";
import { emptyPreset } from "../defaults";
import { readSections } from "./read-sections";
import { withoutFields } from "./withdraw";

/** What a Butane text says, as a preset. */
export interface Reading {
  readonly preset: Preset;
}

/**
 * Makes a preset of a Butane text. `compose` of it gives the text again, byte for byte: what the sections write themselves is
 * left to them, and whatever they cannot write so keeps the text whole, with the sections as a view of it.
 *
 * What the text does not say (the platform, the name) stays as it is in `prior`, and where the text holds what a value of `prior`
 * writes, that value comes back as it is. A text that is no Butane document is refused with the entries that say why.
 */
export function read(
  text: string,
  prior: Preset = emptyPreset(),
): Result<Reading, Report> {
  if (!prior.rest.whole && composesTo(prior, text))
    return ok({ preset: prior });
  const opened = openDocument(text);
  if (!opened.ok) return refused(text, opened.error);
  const { variant } = opened.value.header;
  if (!isVariant(variant)) return refused(text, []);
  return ok({ preset: readOpened(opened.value, prior) });
}

function readOpened(document: OpenDocument, prior: Preset): Preset {
  const known = readSections(document, prior);
  const { text } = document;
  for (const preset of equals(document, known, prior.rest))
    if (composesTo(preset, text)) return preset;
  return { ...known, rest: { text, whole: true } };
}

/** What may give the same text without keeping it; an extension in a way of its own needs the document that shows it. */
function* equals(
  document: OpenDocument,
  known: Preset,
  snippet: RestValue,
): Iterable<Preset> {
  if (known.extensions.chosen.some(({ written }) => written)) return;
  if (!snippet.whole && snippet.text !== "")
    yield { ...besideTyped(known, snippet.text), rest: snippet };
  const all = listNames.flatMap((list) => document.entriesOf(list)).length;
  if (all !== draftEntries(draftOf(known)).length) return;
  const bare = { ...known, rest: { text: "", whole: false } };
  yield bare;
  // Which of them it is, only a comment tells.
  const { updates } = known;
  if (updates.coordinator === "locksmith") return;
  for (const coordinator of ["none", "kured", "fluo"] as const)
    yield { ...bare, updates: { ...updates, coordinator } };
}

/** The sections without what typed lines say: a section shows whatever it can read, and these stay as they were typed. */
function besideTyped(known: Preset, typed: string): Preset {
  const opened = openDocument(typed);
  if (!opened.ok) return known;
  const origins = locate(opened.value, draftOf(known));
  return withoutFields(
    known,
    origins.map(({ field }) => field),
  );
}

/** Butane's own words for it, where it refuses the text as well. */
function refused(text: string, report: Report): Result<Reading, Report> {
  const told = transpile(text).report;
  return fail(told.some(isFatal) ? told : report);
}

const variants: ReadonlySet<string> = new Set<Variant>([
  "flatcar",
  "fcos",
  "r4e",
  "fiot",
  "openshift",
]);

function isVariant(text: string): text is Variant {
  return variants.has(text);
}
