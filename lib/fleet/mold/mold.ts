import type { Catalogue, Transpiled } from "@/lib/butane";
import { checks } from "@/lib/checks";
import type { Check, Finding } from "@/lib/checks/check";
import { documentOf, rememberDocument } from "@/lib/checks/document";
import {
  entriesTold,
  giveOut,
  makeNode,
  nodeConfig,
  type MadeNode,
  type NodeConfig,
} from "@/lib/pipeline";
import { sections, type Preset, type SectionId } from "@/lib/preset";
import type { Composed } from "@/lib/preset/compose";
import { draftOf } from "@/lib/preset/draft-of";
import type { PresetTemplate } from "@/lib/preset/variables";
import {
  filePath,
  fileText,
  putsOf,
  textsBetween,
  type Puts,
} from "./recorder";
import {
  cut,
  joined,
  leafOf,
  sourceOf,
  withInline,
  withSource,
  type Leaf,
} from "./texts";
import { tracked } from "./tracked";

/** Makes further nodes of a role from what one of them was made of. */
export interface Mold {
  /** The same as `configOf`, or `null` where that is not certain and the stages have to run. */
  pour(preset: Preset): NodeConfig | null;
}

/**
 * Nodes of one role differ in the texts of a few files, and the stages would come to the same again and again. This is what is certain:
 *
 * - Stages and checks are pure. A section or a check that did not look at anything that differs comes to the same result.
 * - Sections that did look run for every node. Where they put the same but for the texts of files, the Butane document is the same but for
 *   these, and so is the Ignition config: nothing in Butane looks into the contents of a file.
 * - Checks that looked at such a text, or at a field with a variable, run for every node, on documents with its texts in their places.
 *
 * Whatever is not so (a user's name, typed Butane, another set of files) gives `null`. A law in the tests holds both ways side by side.
 */
export function moldOf(
  template: PresetTemplate,
  first: Preset,
  catalogue: Catalogue,
): Mold | null {
  const varying = new Set<string>(
    [...template.variables.values()].flat().map(([key]) => String(key)),
  );
  const settled =
    first.target.variant === "flatcar" &&
    first.rest.text.trim() === "" &&
    !varying.has("target") &&
    !varying.has("rest");
  if (!settled) return null;
  const made = makeNode(first);
  const { ignition, output } = made.transpiled;
  if (output === null || output.length > largest) return null;
  const known = writtenBy(first, varying);
  const leaves = leavesOf(known, made);
  if (!leaves) return null;
  const pieces = cut(ignition, output, leaves);
  const own = leaves.map((leaf) => sourceOf(leaf, leaf.inline)!);
  if (!pieces || joined(pieces, own) !== output) return null;
  return new NodeMold(
    catalogue,
    made,
    known.filter(({ varies }) => varies),
    leaves,
    pieces,
    checksOf(first, catalogue, made, varying, leaves),
  );
}

// So far, no text that is compressed takes effort from another one.
const largest = 512 * 1024;

interface Written {
  readonly id: SectionId;
  readonly puts: Puts;
  /** Whether it looks at anything that differs from node to node. */
  readonly varies: boolean;
}

function writtenBy(preset: Preset, varying: ReadonlySet<string>): Written[] {
  return sections
    .filter(({ id }) => id !== "rest")
    .map(({ id }) => {
      let varies = varying.has(id);
      const watched = tracked(preset, varying, () => (varies = true));
      // Its own value is handed to a section anyway.
      const puts = putsOf(id, varying.has(id) ? preset : watched);
      return { id, puts, varies };
    });
}

/** The texts of files that may differ, in the order of the Ignition config; `null` where a varying section's work is not known. */
function leavesOf(
  written: readonly Written[],
  { composed, transpiled }: MadeNode,
): readonly Leaf[] | null {
  const paths = new Map<string, number>();
  for (const { puts, varies } of written) {
    if (!puts && varies) return null;
    for (const put of puts ?? []) {
      const path = filePath(put);
      if (path !== null) paths.set(path, (paths.get(path) ?? 0) + 1);
    }
  }
  const butane = documentOf(composed);
  return written
    .filter(({ varies }) => varies)
    .flatMap(({ puts }) => puts!)
    .flatMap((put) => fileText(put) ?? [])
    .filter(({ path }) => paths.get(path) === 1)
    .flatMap((text) => leafOf(text, butane, transpiled.ignition) ?? [])
    .sort((one, other) => one.inIgnition - other.inIgnition);
}

type Known =
  | { readonly check: Check; readonly findings?: undefined }
  | { readonly findings: readonly Finding[] };

/** What each check found, where it looked at nothing that differs; else the check. */
function checksOf(
  preset: Preset,
  catalogue: Catalogue,
  made: MadeNode,
  varying: ReadonlySet<string>,
  leaves: readonly Leaf[],
): readonly Known[] {
  return checks.map((check): Known => {
    let looked = false;
    const onRead = () => (looked = true);
    const findings = check({
      preset: tracked(preset, varying, onRead),
      catalogue,
      ...watchedNode(made, leaves, onRead),
    });
    return looked ? { check } : { findings };
  });
}

/** A node whose texts say when they are read. */
function watchedNode(
  { composed, transpiled }: MadeNode,
  leaves: readonly Leaf[],
  onRead: () => void,
): MadeNode {
  const butane = watchedTexts(
    documentOf(composed),
    leaves.map(({ inButane }) => inButane),
    "inline",
    onRead,
  );
  const ignition = watchedTexts(
    transpiled.ignition,
    leaves.map(({ inIgnition }) => inIgnition),
    "source",
    onRead,
  );
  const watched = tracked(composed, ["text", "document"], onRead);
  rememberDocument(watched, butane);
  return {
    composed: watched,
    transpiled: tracked(
      { ...transpiled, ignition },
      ["output", "report", "sources"],
      onRead,
    ),
  };
}

function watchedTexts(
  config: unknown,
  files: readonly number[],
  key: string,
  onRead: () => void,
): unknown {
  if (files.length === 0) return config;
  const root = config as { storage: { files: { contents: object }[] } };
  const watched = root.storage.files.map((file, index) =>
    files.includes(index)
      ? { ...file, contents: tracked(file.contents, [key], onRead) }
      : file,
  );
  return { ...root, storage: { ...root.storage, files: watched } };
}

class NodeMold implements Mold {
  private readonly own: readonly string[];
  private readonly told: readonly Finding[];

  constructor(
    private readonly catalogue: Catalogue,
    private readonly made: MadeNode,
    private readonly written: readonly Written[],
    private readonly leaves: readonly Leaf[],
    private readonly pieces: readonly string[],
    private readonly known: readonly Known[],
  ) {
    this.own = leaves.map((leaf) => sourceOf(leaf, leaf.inline)!);
    this.told = entriesTold(made.transpiled.report);
  }

  pour(preset: Preset): NodeConfig | null {
    const texts = this.textsOf(preset);
    const made = texts && this.madeWith(preset, texts);
    if (!made) return null;
    const found = this.known.flatMap((one) =>
      one.findings
        ? one.findings
        : one.check({ preset, catalogue: this.catalogue, ...made }),
    );
    return nodeConfig(made, giveOut(preset, made), [...this.told, ...found]);
  }

  /** The texts of a node that differ from the first one's, by path; `null` where it differs in anything else. */
  private textsOf(preset: Preset): ReadonlyMap<string, string> | null {
    const texts = new Map<string, string>();
    for (const { id, puts } of this.written) {
      const found = textsBetween(puts, putsOf(id, preset));
      if (!found) return null;
      for (const { path, inline } of found) texts.set(path, inline);
    }
    return texts;
  }

  private madeWith(
    preset: Preset,
    texts: ReadonlyMap<string, string>,
  ): MadeNode | null {
    const { composed, transpiled } = this.made;
    const sources = [...this.own];
    let { ignition }: Pick<Transpiled, "ignition"> = transpiled;
    let butane = documentOf(composed);
    let changed = 0;
    for (const [index, leaf] of this.leaves.entries()) {
      const inline = texts.get(leaf.path);
      if (inline === undefined) continue;
      const source = sourceOf(leaf, inline);
      if (source === null) return null;
      sources[index] = source;
      ignition = withSource(ignition, leaf.inIgnition, source);
      butane = withInline(butane, leaf.inButane, inline);
      changed++;
    }
    if (changed < texts.size) return null;
    const lazy = lazyComposed(preset, composed);
    rememberDocument(lazy, butane);
    const output = joined(this.pieces, sources);
    return { composed: lazy, transpiled: { ...transpiled, ignition, output } };
  }
}

/** The text is written only for who asks for it. */
function lazyComposed(preset: Preset, like: Composed): Composed {
  return {
    origins: like.origins,
    report: like.report,
    get text() {
      return makeNode(preset).composed.text;
    },
    get document() {
      return draftOf(preset);
    },
  };
}
