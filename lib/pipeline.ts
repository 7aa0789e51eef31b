import {
  ContentsCache,
  ignitionSpec,
  sentenceFor,
  textFixFor,
  transpile,
  type Catalogue,
  type IgnitionConfig,
  type IgnitionVersion,
  type Origin,
  type Range,
  type Report,
  type TextFix,
  type Transpiled,
} from "@/lib/butane";
import { runChecks } from "@/lib/checks";
import type { Finding } from "@/lib/checks/check";
import { withRemedy } from "@/lib/checks/size-remedy";
import { sizeFindings } from "@/lib/checks/user-data-size";
import { sourceOf } from "@/lib/checks/document";
import { correlateFindings, withFields } from "@/lib/checks/correlate";
import { withVariables } from "@/lib/checks/variables";
import { platformById } from "@/lib/delivery/platforms";
import { handOver, type HandOver } from "@/lib/delivery/hand-over";
import type { UserData } from "@/lib/delivery/platform";
import { userDataFor } from "@/lib/delivery/user-data";
import { fetchesOf, toMirror, type Fetch } from "@/lib/delivery/air-gap";
import { downloadsOf, type Download } from "@/lib/delivery/downloads";
import { sizesOf, type Sizes } from "@/lib/delivery/size";
import { compose, type Composed } from "@/lib/preset/compose";
import type { Preset } from "@/lib/preset/preset";
import { read } from "@/lib/preset/read/read";

export { settlePreset } from "@/lib/preset/settle";
export { remediesFor } from "@/lib/delivery/remedies";

/** A finding with its place in the Butane text, where it has one. */
export interface Problem extends Finding {
  readonly range?: Range;
  /** A change of the text that mends it; its offsets count in the text that the problem is in. */
  readonly textFix?: TextFix;
}

// A key changes one text of many.
const contents = /* @__PURE__ */ new ContentsCache();

/** Everything that follows from a preset: plain data, but for the platform that its user data names. */
export interface Outcome {
  /** The Butane document. */
  readonly butane: string;
  /** Which field of the preset asked for what stands at a path of the document. */
  readonly origins: readonly Origin[];
  /** The Ignition config to read, indented; `null` while a problem is fatal. */
  readonly ignition: string | null;
  /** Its version; `null` while a problem is fatal. */
  readonly ignitionVersion: string | null;
  /** The Ignition config in one line. */
  readonly compact: string | null;
  /** How the target has it handed over; `null` while a problem is fatal. */
  readonly handOver: HandOver | null;
  /** Worst first, each with its field and its place in the text where it has them. */
  readonly problems: readonly Problem[];
  /** What the chosen platform gets; `null` while a problem is fatal or the platform is not known. */
  readonly userData: UserData | null;
  /** What the node fetches on its first boot. */
  readonly downloads: readonly Download[];
}

/**
 * Runs a preset through every stage: compose, transpile, check, deliver. Never throws for a preset that `parsePreset` accepts; what is
 * wrong with it stands in `problems`.
 */
export function run(preset: Preset, catalogue: Catalogue): Outcome {
  const made = makeNode(preset);
  const { composed, transpiled } = made;
  const given = giveOut(preset, made);
  const findings: Finding[] = [
    ...told(transpiled.report, composed.text),
    ...runChecks({ preset, catalogue, composed, transpiled }),
    ...given.findings,
  ];
  return {
    butane: composed.text,
    origins: composed.origins,
    ignition: indented(transpiled),
    ignitionVersion: versionOf(transpiled),
    compact: transpiled.output,
    handOver: given.handOver,
    problems: withVariables(
      correlateFindings(findings, composed, preset.rest.text),
      preset,
      transpiled,
    ),
    userData: given.userData,
    downloads: [
      ...pointed(given.handOver),
      ...downloadsOf(transpiled, composed, preset),
    ],
  };
}

/** A node as far as its config. */
export interface MadeNode {
  readonly composed: Composed;
  readonly transpiled: Transpiled;
}

/** Composes a preset and makes the Ignition config of it; what is wrong with it stands in the report of `transpiled`. */
export function makeNode(preset: Preset): MadeNode {
  const composed = compose(preset);
  const document = sourceOf(composed.text);
  return {
    composed,
    transpiled: transpile(composed.text, { document, contents }),
  };
}

/** What the platform of a node gets, and what is wrong with its size. */
export interface GivenOut {
  readonly handOver: HandOver | null;
  readonly userData: UserData | null;
  readonly findings: readonly Finding[];
}

/**
 * Hands a made node over the way its target says, and measures it against the limit of its platform. Nothing is delivered while a
 * problem is fatal, and for a platform that is not known.
 */
export function giveOut(
  preset: Preset,
  { composed, transpiled }: MadeNode,
): GivenOut {
  const inForm = {
    transpiled,
    uncompressed: () => uncompressed(composed.text),
  };
  const handed = handOver(preset.target, inForm);
  const userData = handed?.config ? deliver(preset, handed.config) : null;
  const packed = () => {
    const config = handOver({ handOver: "wrapped" }, inForm)?.config;
    return config ? deliver(preset, config) : null;
  };
  const findings = sizeFindings(userData).map((one) => withRemedy(one, packed));
  return { handOver: handed, userData, findings };
}

/** One node of many: what its platform gets, and what is wrong with it, without places in a text that nobody looks at. */
export interface NodeConfig extends Omit<GivenOut, "findings"> {
  readonly compact: string | null;
  readonly problems: readonly Finding[];
}

/** `run` for one node of many. */
export function configOf(preset: Preset, catalogue: Catalogue): NodeConfig {
  const made = makeNode(preset);
  const { composed, transpiled } = made;
  return nodeConfig(made, giveOut(preset, made), [
    ...entriesTold(transpiled.report),
    ...runChecks({ preset, catalogue, composed, transpiled }),
  ]);
}

/** One node of many from its stages; `others` are the findings of all stages but the last. */
export function nodeConfig(
  { composed, transpiled }: MadeNode,
  { handOver: handed, userData, findings }: GivenOut,
  others: readonly Finding[],
): NodeConfig {
  return {
    compact: transpiled.output,
    handOver: handed,
    userData,
    problems: withFields([...others, ...findings], composed.origins),
  };
}

/**
 * What is said of a node beyond Butane's own rules. Nothing about the platform and its limits: this is for a text, which names none.
 * `transpiled` is what became of the text, with the local files that only its reader has.
 */
export function adviceOn(
  preset: Preset,
  catalogue: Catalogue,
  transpiled: Transpiled,
): Problem[] {
  const composed = compose(preset);
  const findings = runChecks({ preset, catalogue, composed, transpiled });
  return withVariables(
    correlateFindings(findings, composed, preset.rest.text),
    preset,
    transpiled,
  ).filter(({ field }) => field?.[0] !== "target");
}

/** A typed text as a node, or why it is none. */
export type TextRead =
  | { readonly ok: true; readonly preset: Preset }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads a Butane text; what it cannot say (name, platform, …) is `prior`'s. */
export function readText(text: string, prior: Preset): TextRead {
  const reading = read(text, prior);
  return reading.ok
    ? { ok: true, preset: reading.value.preset }
    : { ok: false, problems: told(reading.error, text) };
}

export { upgradesOf, type Upgrade } from "@/lib/preset/read/upgrades";

/** The Butane text of a node. */
export function textOf(preset: Preset): string {
  return compose(preset).text;
}

/** What the platform of a node gets, without looking at anything else; `null` while there is nothing to hand over. */
export function userDataOf(preset: Preset): UserData | null {
  const { text } = compose(preset);
  const config = handOver(preset.target, {
    transpiled: transpile(text, { document: sourceOf(text), contents }),
    uncompressed: () => uncompressed(text),
  })?.config;
  return config ? deliver(preset, config) : null;
}

/** What a pointer has fetched before anything else. */
function pointed(handed: HandOver | null): Download[] {
  return handed?.config && handed.upload
    ? [
        {
          url: handed.upload.address,
          hash: handed.upload.hash,
          field: ["target", "handOverFrom"],
        },
      ]
    : [];
}

/** Every address that a node fetches from, the implicit ones as well; `null` while a problem is fatal and nobody knows them. */
export function fetchesOfNode(preset: Preset): Fetch[] | null {
  const composed = compose(preset);
  const { text } = composed;
  const transpiled = transpile(text, { document: sourceOf(text), contents });
  if (transpiled.output === null) return null;
  const inForm = { transpiled, uncompressed: () => uncompressed(text) };
  const handed = handOver(preset.target, inForm);
  return fetchesOf({ preset, composed, transpiled, handOver: handed });
}

/** The node with everything it fetches on a mirror; `null` while nobody knows what that is. */
export function onMirror(preset: Preset, mirror: string): Preset | null {
  const fetches = fetchesOfNode(preset);
  return fetches && toMirror(preset, fetches, mirror);
}

/** Where the bytes of a node's config come from; `null` while there is none. */
export function weigh(preset: Preset): Sizes | null {
  const composed = compose(preset);
  const { text } = composed;
  const transpiled = transpile(text, { document: sourceOf(text), contents });
  return sizesOf({ transpiled, composed, preset });
}

function uncompressed(text: string): string | null {
  return transpile(text, { document: sourceOf(text), compress: false }).output;
}

function deliver(preset: Preset, config: string): UserData | null {
  const { target, identity, name } = preset;
  const platform = platformById(target.platform);
  if (!platform) return null;
  return userDataFor(platform, config, {
    name: identity.hostname || name,
    architecture: target.architecture,
    channel: target.channel,
    release: target.release,
  });
}

function indented({ ignition }: Transpiled): string | null {
  const version = versionOf({ ignition });
  return ignition && version
    ? ignitionSpec(version).marshal(ignition, { pretty: true })
    : null;
}

function versionOf({ ignition }: Pick<Transpiled, "ignition">) {
  const config = ignition as
    | (IgnitionConfig & { ignition: { version: IgnitionVersion } })
    | null;
  return config?.ignition.version ?? null;
}

/** A report may be as long as its text; what nobody scrolls to needs no fix. */
const fixesFor = 200;

/** The entries of a report in their sentences. */
function told(report: Report, text: string): Problem[] {
  const findings = entriesTold(report);
  return report.map((entry, index) => {
    const textFix = index < fixesFor ? textFixFor(entry, text) : undefined;
    return {
      ...findings[index]!,
      ...(entry.range ? { range: entry.range } : {}),
      ...(textFix ? { textFix } : {}),
    };
  });
}

/** The entries of a report in their sentences, at their paths in the document. */
export function entriesTold(report: Report): Finding[] {
  return report.map((entry) => ({
    kind: entry.kind,
    code: entry.code,
    ...sentenceFor(entry),
    path: entry.path,
  }));
}
