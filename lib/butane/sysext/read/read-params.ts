import { missingFrom } from "../../edit/missing-from";
import type { OpenDocument } from "../../edit/open-document";
import { createDocument, type Draft } from "../../emit/builder";
import { emitSettings, surroundings } from "../emit";
import type {
  Extension,
  ParamSpecs,
  ParamValue,
  ParamValues,
} from "../extension";
import { type ChosenImage, type NodeExtensions, paramsOf } from "../node";
import { captureFrom, type Values } from "./captured";
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
  const judge = (params: Values): Judged =>
    judged(document, extension, { ...chosen, params }, node);
  let best = judge(chosen.params);
  let others: ReadonlyMap<string, Values> = new Map();
  for (const probe of cachedProbes(extension, chosen, node)) {
    const captured = captureFrom(document, probe, extension.id);
    const typed = { ...probe.shape, ...captured.own };
    const fitting = unescaped(typed, judge);
    if (!isBetter(fitting, best)) continue;
    best = fitting;
    others = captured.others;
  }
  return {
    ...best,
    params: withoutDefaults(best.params, extension, chosen, node),
    others,
  };
}

interface Judged {
  readonly params: Values;
  readonly complete: boolean;
  readonly held: number;
  readonly missing: number;
}

function judged(
  document: OpenDocument,
  extension: Extension,
  chosen: ChosenImage,
  node: NodeExtensions,
): Judged {
  const draft = settingsDraft(extension, chosen, node);
  const missing = new Set(
    missingFrom(document, draft)
      .filter(({ path }) => path[0] !== "mode")
      .map(({ list, key }) => `${list} ${key}`),
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
  emitSettings(extension, values, {
    ...surroundings(node, chosen),
    document,
    at: () => [],
  });
  return document;
}

function isBetter(one: Judged, other: Judged): boolean {
  if (one.complete !== other.complete) return one.complete;
  return (
    one.held > other.held ||
    (one.held === other.held && one.missing < other.missing)
  );
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
