import { missingFrom } from "../../edit";
import type { DocumentEntry, OpenDocument } from "../../edit";
import { createDocument, type Draft } from "../../emit/builder";
import { emitSettings, surroundings } from "../emit";
import type {
  Extension,
  ParamSpecs,
  ParamValue,
  ParamValues,
} from "../extension";
import { type ChosenImage, type NodeExtensions, paramsOf } from "../node";
import { captureFrom, entriesLike, type Values } from "./captured";
import { exposes } from "./leads";
import type { EntryTemplate, Probe } from "./probe";
import { draftEntries } from "./draft-entries";
import { cachedProbes } from "./cached-probes";

/** What a document says of an extension's parameters. */
export interface FoundParams {
  /** Those that differ from their defaults. */
  readonly params: Values;
  /** Parameters of other extensions that come out in the files of this one. */
  readonly others: ReadonlyMap<string, Values>;
  /** Whether everything the extension writes with them is there. */
  readonly complete: boolean;
  /** How many entries it writes that are there. */
  readonly held: number;
}

/** Reads the parameters of an extension from the entries it would write; those of before are kept where they fit as well. */
export function readParams(
  document: OpenDocument,
  extension: Extension,
  chosen: ChosenImage,
  node: NodeExtensions,
): FoundParams {
  const probes = cachedProbes(extension, chosen, node);
  const judge = (params: Values): Judged => {
    const found = judged(document, extension, { ...chosen, params }, node);
    const complete = found.complete && !exposes(params, extension, probes);
    return { ...found, complete, free: freeText(params, extension) };
  };
  // What was chosen before is as good as anything that explains as much.
  let best = { ...judge(chosen.params), free: 0 };
  let others: ReadonlyMap<string, Values> = new Map();
  const there = countOf(document, probes);
  for (const probe of probes) {
    // Nothing is left that other parameters could explain.
    if (best.complete && best.held >= there && best.free === 0) break;
    const captured = captureFrom(document, probe, extension.id);
    const typed = { ...probe.shape, ...captured.own };
    const fitting = unescaped(typed, judge);
    if (!isBetter(fitting, best)) continue;
    best = fitting;
    others = captured.others;
  }
  return {
    params: withoutDefaults(best.params, extension, chosen, node),
    others,
    complete: best.complete,
    held: best.held,
  };
}

/** How many entries of a document an extension may have written. */
function countOf(document: OpenDocument, probes: readonly Probe[]): number {
  const found = new Set<DocumentEntry>();
  for (const template of namesIn(probes))
    for (const [entry] of entriesLike(document, template)) found.add(entry);
  return found.size;
}

const names = new WeakMap<readonly Probe[], readonly EntryTemplate[]>();

/** One template for each name that an entry of the extension can have. */
function namesIn(probes: readonly Probe[]): readonly EntryTemplate[] {
  let known = names.get(probes);
  if (!known) {
    const all = probes.flatMap(({ templates }) => templates);
    known = [
      ...new Map(
        all.map((one) => [JSON.stringify([one.list, one.key]), one]),
      ).values(),
    ];
    names.set(probes, known);
  }
  return known;
}

interface Judged {
  readonly params: Values;
  readonly complete: boolean;
  readonly held: number;
  readonly missing: number;
  /** Characters in fields of free text: what has a field of its own is better found there. */
  readonly free: number;
}

function freeText(params: Values, extension: Extension): number {
  return Object.entries(params)
    .filter(([name]) => extension.params[name]?.type === "text")
    .reduce((sum, [, value]) => sum + String(value).length, 0);
}

function judged(
  document: OpenDocument,
  extension: Extension,
  chosen: ChosenImage,
  node: NodeExtensions,
): Omit<Judged, "free"> {
  const draft = settingsDraft(extension, chosen, node);
  const missing = new Set(
    missingFrom(document, draft).map(({ list, key }) => `${list} ${key}`),
  );
  return {
    params: chosen.params,
    complete: missing.size === 0,
    held: draftEntries(draft).length - missing.size,
    missing: missing.size,
  };
}

/** What an extension writes beside its image. */
export function settingsDraft(
  extension: Extension,
  chosen: ChosenImage,
  node: NodeExtensions,
): Draft {
  const document = createDocument({ variant: "", version: "" });
  const values = paramsOf(extension, chosen) as ParamValues<ParamSpecs>;
  // An extension may ask for its own parameters by the way that others ask for them.
  const around = {
    ...node,
    chosen: node.chosen.map((one) => (one.id === chosen.id ? chosen : one)),
  };
  emitSettings(extension, values, {
    ...surroundings(around, chosen),
    document,
    at: () => [],
  });
  return document;
}

function isBetter(one: Judged, other: Judged): boolean {
  if (one.complete !== other.complete) return one.complete;
  if (one.held !== other.held) return one.held > other.held;
  if (one.missing !== other.missing) return one.missing < other.missing;
  return one.free < other.free;
}

/** What a unit or a file escapes was typed without; tried only where the text as it stands does not come out again. */
function unescaped(typed: Values, judge: (params: Values) => Judged): Judged {
  let best = judge(typed);
  for (const [name, value] of Object.entries(typed)) {
    if (best.complete) break;
    for (const change of unescapes) {
      const other = mapText(value, change);
      if (other === value || String(other) === String(value)) continue;
      const tried = judge({ ...best.params, [name]: other });
      if (isBetter(tried, best)) best = tried;
    }
  }
  return best;
}

const halved = (text: string): string =>
  text.replaceAll("%%", "%").replaceAll("$$", "$");
const unquoted = (text: string): string => text.replace(/\\(.)/g, "$1");
const unescapes = [
  halved,
  unquoted,
  (text: string) => unquoted(halved(text)),
  (text: string) => `${text}\n`,
  fromJson,
];

function fromJson(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}

function mapText(
  value: ParamValue,
  change: (text: string) => string,
): ParamValue {
  if (typeof value === "string") return change(value);
  return Array.isArray(value)
    ? (value as readonly string[]).map(change)
    : value;
}

/** Leaves out what the default would write just so. */
function withoutDefaults(
  params: Values,
  extension: Extension,
  chosen: ChosenImage,
  node: NodeExtensions,
): Values {
  // What was chosen before is kept as it is, even where it says what the default says.
  if (params === chosen.params) return params;
  const text = (values: Values) =>
    JSON.stringify(
      draftEntries(
        settingsDraft(extension, { ...chosen, params: values }, node),
      ),
    );
  const wanted = text(params);
  let kept = params;
  for (const name of Object.keys(params)) {
    const { [name]: _, ...less } = kept;
    if (text(less) === wanted) kept = less;
  }
  return kept;
}
