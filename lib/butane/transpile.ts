import type { Finisher } from "./base/base";
import { correlate } from "./correlate";
import { frameFor } from "./frame";
import type { IgnitionConfig } from "./ignition";
import { specFor, type ReadySpec } from "./registry";
import { addAll, isFatal, type Entry, type Report } from "./report";
import { parse, type SourceDocument } from "./source";
import { decode, type Values } from "./struct/decode";
import { text as textField } from "./struct/field";
import { shapesOf } from "./struct/shape";
import { unusedKeys } from "./struct/unused-keys";
import { Sources } from "./translate/source-map";
import { Translation } from "./translate/translation";
import type { Stage, Transpiled, TranspileOptions } from "./transpiled";
import { forbiddenFields } from "./validate/forbidden";
import { validate } from "./validate/rules";

/** What every document has, whatever it is written in. */
const header = shapesOf({
  Config: { variant: textField(""), version: textField("") },
}).get("Config")!;

/**
 * Turns a Butane document into an Ignition config, as Butane 0.29.0 does.
 *
 * Never throws for what is in the text: what is wrong stands in `report`, and `output` is `null` when it is fatal.
 *
 * @example
 * const { output, report } = transpile("variant: flatcar\nversion: 1.1.0\n");
 */
export function transpile(
  text: string,
  options: TranspileOptions = {},
): Transpiled {
  const given = options.document;
  const document = given?.text === text ? given : parse(text);
  // What broken YAML seems to say would only mislead.
  if (document.report.some(isFatal)) return stop("yaml", document.report);

  const head = decode(document, header);
  if (head.report.length > 0) return stop("yaml", head.report);
  const { variant, version } = head.value as Record<string, string>;
  const found = specFor(variant, version);
  if ("code" in found) return stop("variant", correlate([found], document));

  const body = decode(document, found.root);
  if (body.report.length > 0) return stop("yaml", body.report);
  return translate(document, found, body.value, options);
}

function translate(
  document: SourceDocument,
  { spec, root }: ReadySpec,
  value: Values,
  options: TranspileOptions,
): Transpiled {
  const { base } = spec;
  const compress = spec.compress ?? options.compress;
  const run = new Translation(base.translators, { ...options, compress });
  options.contents?.turn();
  const report: Entry[] = [
    ...unusedKeys(document.root, root, value),
    ...validate(root, value, base.rules),
  ];
  const stopped = (stage: Stage) =>
    stop(stage, correlate(report, document), run.sources);
  if (report.some(isFatal)) return stopped("source");

  const config = run.struct(root, value, { from: [], to: [] });
  config.ignition = {
    ...(config.ignition as Values),
    version: base.ignition.version,
  };
  run.sources.add({ from: ["version"], to: ["ignition", "version"] });
  const finish = (one: Finisher) =>
    one(run, value as never, config, base.ignition);
  base.finishers.forEach(finish);
  if (!run.report.some(isFatal)) spec.finishers?.forEach(finish);
  addAll(report, run.report);
  if (report.some(isFatal)) return stopped("source");

  run.sources.config ??= config;
  const raw = options.raw ?? false;
  const { wrapper, place, placeInside } = frameFor(spec, run.sources, raw);
  addAll(report, place(run.outputReport));
  if (raw && spec.wrapper) addAll(report, spec.wrapper.lost(value as never));
  if (report.some(isFatal)) return stopped("source");

  // What a wrapper forbids is not looked for without it, upstream neither.
  if (wrapper === spec.wrapper) {
    addAll(report, placeInside(forbiddenFields(config, spec.forbidden ?? {})));
  }
  if (report.some(isFatal)) return stopped("source");

  const ignition = config as IgnitionConfig;
  if (wrapper) addAll(report, wrapper.check(value as never));
  addAll(report, placeInside(base.ignition.duplicates(ignition)));
  addAll(report, placeInside(base.ignition.validate(ignition)));
  if (report.some(isFatal)) return stopped("generated");

  return {
    output: wrapper
      ? wrapper.print(
          value as never,
          JSON.parse(base.ignition.marshal(ignition)),
        )
      : base.ignition.marshal(ignition, { pretty: options.pretty }),
    ignition,
    report: correlate(report, document),
    sources: run.sources,
  };
}

function stop(
  stopped: Stage,
  report: Report,
  sources = new Sources(),
): Transpiled {
  return { output: null, ignition: null, report, sources, stopped };
}
