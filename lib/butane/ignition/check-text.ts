import { limits } from "../limits";
import type { Path } from "../path";
import { error, type Entry, warning } from "../report";
import { type Decoded, decodeJson, type TypeProblem } from "./json/decode";
import { type JsonNode, parseJson } from "./json/parse";
import { placeEntry, rangeAt } from "./json/place";
import { JsonSyntaxError } from "./json/syntax-error";
import { unusedKeys } from "./json/unused-keys";
import { parseVersion } from "./rules/version";
import type { IgnitionSpec } from "./spec";
import { compileStructs } from "./struct";
import type { IgnitionConfig } from "./types";

/** What Ignition JSON says, and what is wrong with it. */
export interface CheckedIgnition {
  /** The spec version the text names, where it names one we know. */
  readonly version: string | null;
  /** What was read, also where rules are broken; null where nothing could be. */
  readonly config: IgnitionConfig | null;
  /** Entries with the ranges of what they are about. */
  readonly report: readonly Entry[];
}

const stub = compileStructs(
  { Config: { ignition: "Ignition" }, Ignition: { version: "string" } },
  "Config",
);

/**
 * Checks Ignition JSON as `ignition-validate` does: is it JSON, is its version one of `specs`, are its values of
 * the right types and by the rules, is any key unknown.
 */
export function checkText(
  text: string,
  specs: readonly IgnitionSpec[],
): CheckedIgnition {
  if (text === "") return failed([error("ignition-empty", [])]);
  const node = parsed(text);
  if ("code" in node) return failed([node]);

  const header = decodeJson(node, stub);
  if (header.problem) return failed([typeEntry(text, header.problem)]);
  const version = versionOf(header);
  const spec = specs.find((one) => one.knows(version));
  if (!spec) {
    const known = `${specs[0]?.version} to ${specs.at(-1)?.version}`;
    const values = { version, known };
    const entry = error(unknown(version), ["ignition", "version"], values);
    return failed([placeEntry(entry, node, text)]);
  }

  const decoded = decodeJson(node, spec.config);
  if (decoded.problem) return failed([typeEntry(text, decoded.problem)]);
  const config = decoded.value as IgnitionConfig;
  const report = allRules(config, node, spec).map((entry) =>
    placeEntry(entry, node, text),
  );
  return { version: spec.version, config, report };
}

/**
 * Checks Ignition JSON that stands inside a Butane document, for the spec the document becomes. Paths are those
 * of the JSON, not of the document, except for a version other than expected: that is only warned about, at
 * `at`, because Ignition takes configs of several versions.
 */
export function checkEmbedded(
  text: string,
  spec: IgnitionSpec,
  at: Path,
): { readonly readable: boolean; readonly report: readonly Entry[] } {
  const node = parsed(text);
  if ("code" in node) return { readable: false, report: [node] };
  const decoded = decodeJson(node, spec.config);
  if (decoded.problem) {
    return { readable: false, report: [typeEntry(text, decoded.problem)] };
  }
  const config = decoded.value as IgnitionConfig;
  const header = spec.validateHeader(config.ignition ?? {});
  const report = header.some(({ code }) => code === "version-unknown")
    ? [warning("embedded-version-unknown", [...at, "version"])]
    : allRules(config, node, spec);
  return { readable: true, report };
}

/** In the order of `ignition-validate`, which looks for duplicates last. */
function allRules(
  config: IgnitionConfig,
  node: JsonNode,
  spec: IgnitionSpec,
): Entry[] {
  return [
    ...spec.validate(config),
    ...spec.duplicates(config),
    ...unusedKeys(node, spec.config),
  ];
}

function parsed(text: string): JsonNode | Entry {
  if (text.length > limits.characters) {
    const values = { length: text.length, limit: limits.characters };
    return error("text-too-long", [], values);
  }
  try {
    return parseJson(text);
  } catch (problem) {
    if (!(problem instanceof JsonSyntaxError)) throw problem;
    const { code, offset } = problem;
    const values =
      code === "too-many-values" ? { limit: limits.values } : undefined;
    return ranged(error(code, [], values), text, offset);
  }
}

function typeEntry(text: string, problem: TypeProblem): Entry {
  const { wanted, found, offset } = problem;
  return ranged(error("json-type", [], { wanted, found }), text, offset);
}

function ranged(entry: Entry, text: string, offset: number): Entry {
  const range = rangeAt(text, offset);
  return range ? { ...entry, range } : entry;
}

function versionOf({ value }: Decoded): string {
  const header = value["ignition"] as { readonly version?: string } | undefined;
  return header?.version ?? "";
}

/** Why no spec is there for a version. */
function unknown(version: string): string {
  const numbers = parseVersion(version)?.numbers;
  if (!numbers) return "version-invalid";
  return numbers[0] < 3n ? "version-before-three" : "version-unknown";
}

function failed(report: readonly Entry[]): CheckedIgnition {
  return { version: null, config: null, report };
}
