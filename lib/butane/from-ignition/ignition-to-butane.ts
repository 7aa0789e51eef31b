import type { Config } from "../base/v0_4/schema";
import { mapping, scalar } from "../emit/tree";
import { printDocument } from "../emit/print";
import {
  checkIgnitionText,
  ignitionSpecs,
  type IgnitionConfig,
  type IgnitionSpec,
} from "../ignition";
import { parseJson } from "../ignition/json/parse";
import { placeEntry } from "../ignition/json/place";
import { formatPath, type Path } from "../path";
import { isFatal, warning, type Entry, type Report } from "../report";
import { decodeDataUrl } from "../resource/data-url";
import { chooseSpec, codeFor } from "./choose-spec";
import { readableResource } from "./contents";
import { foldMountUnits } from "./mount-units";
import { toTree } from "./to-tree";
import { toValues } from "./to-values";

/** How closely the document follows the config; the defaults are for reading. */
export interface FromIgnitionOptions {
  /**
   * Whether Butane has to make the config again byte for byte, where its version is one that Butane makes for Flatcar. It costs
   * readable text in data URLs that Butane would write in another way. Default: only where the text looks as if Butane had
   * printed it.
   */
  readonly exact?: boolean;
}

/** What `ignitionToButane` made of a config, and what it had to leave out. */
export interface FromIgnition {
  /** The Butane document, of variant `flatcar`; `null` when the config has a fatal entry. */
  readonly butane: string | null;
  /** What is wrong with the config, and what of it Flatcar's Butane cannot say; with places in the JSON. */
  readonly report: Report;
  /** Those entries of the report that tell of something left out. */
  readonly leftOut: Report;
  /** The version of Ignition that the config names, where it is one we know. */
  readonly version: string | null;
}

/**
 * Turns an Ignition config into a Butane document that a person can read: text instead of data URLs, octal modes,
 * `with_mount_unit` instead of the units that Butane writes for it.
 *
 * The document is in the spec of variant `flatcar` that becomes the config's own version, or in the lowest that can say all
 * of it. What Flatcar's Butane has no field for is left out, with a warning at its place.
 *
 * @example
 * const { butane } = ignitionToButane('{"ignition":{"version":"3.3.0"}}');
 * butane; // "variant: flatcar\nversion: 1.0.0\n"
 */
export function ignitionToButane(
  text: string,
  options: FromIgnitionOptions = {},
): FromIgnition {
  const { config, version, report } = checkIgnitionText(text);
  if (!config || !version || report.some(isFatal)) {
    return { butane: null, report, leftOut: [], version };
  }
  const own = specOf(version);
  const { spec, root, unsaid } = chooseSpec(config, own);
  const isMade = spec.base.ignition === own && looksPrinted(text, config, own);
  const exactContents = options.exact ?? (isMade && saysCompression(config));
  const { values } = toValues(config, root, {
    without: new Set(unsaid.map(formatPath)),
    resource: (resource, at) =>
      readableResource(resource, at, {
        exact: exactContents,
        ignition: spec.base.ignition,
      }),
  });
  const exactOrder = options.exact ?? isMade;
  const document = foldMountUnits(values as Config, exactOrder);
  const { pairs } = toTree(document, root);
  const head = mapping({
    variant: scalar(spec.variant),
    version: scalar(spec.version),
  });
  const tree = { ...head, pairs: [...head.pairs, ...pairs] };
  const leftOut = entriesFor(unsaid, text);
  return {
    butane: printDocument(tree).text,
    report: [...report, ...leftOut],
    leftOut,
    version,
  };
}

function specOf(version: string): IgnitionSpec {
  return ignitionSpecs.find((spec) => spec.version === version)!;
}

/** Whether the text is, byte for byte, what Butane would print for the config. */
function looksPrinted(
  text: string,
  config: IgnitionConfig,
  spec: IgnitionSpec,
): boolean {
  const bare = text.replace(/\n$/, "");
  // A marshalled config is one line or begins with a brace alone on its line.
  const pretty = bare.startsWith("{\n");
  return bare === spec.marshal(config, { pretty });
}

/**
 * Whether contents say how they are compressed, if only that they are not. Butane always does where it makes a data URL, and
 * other programs hardly ever.
 */
function saysCompression(config: IgnitionConfig): boolean {
  let says = false;
  JSON.stringify(config, (_key, value: unknown) => {
    if (isObject(value) && typeof value.source === "string")
      says ||=
        value.compression !== undefined &&
        decodeDataUrl(value.source) !== undefined;
    return typeof value === "bigint" ? 0 : value;
  });
  return says;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Tells of what the Butane document does not say. */
function entriesFor(unsaid: readonly Path[], text: string): Entry[] {
  if (unsaid.length === 0) return [];
  const root = parseJson(text);
  return unsaid.map((path) => {
    const key = String(path.at(-1));
    return placeEntry(warning(codeFor(path), path, { key }), root, text);
  });
}
