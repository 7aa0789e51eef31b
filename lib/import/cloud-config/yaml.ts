import { positionAt, type SourceDocument, type YamlNode } from "@/lib/butane";

/** Aliases of aliases grow without bound; nobody's cloud-config nests deeper. */
const DEEPEST = 50;

/** A value of a mapping, with the key it stands under. */
export interface Member {
  /** As it is written. */
  readonly key: string;
  /** With `_` for every `-`: coreos-cloudinit and older versions of cloud-init take both. */
  readonly name: string;
  readonly keyNode: YamlNode;
  readonly value: YamlNode;
}

/** What a node is, aliases followed. */
export function target(node: YamlNode): YamlNode {
  let found = node;
  for (let depth = 0; found.kind === "alias" && depth < DEEPEST; depth++) {
    found = found.target;
  }
  return found;
}

/** The members of a mapping, what it merges in included; none where it is something else. */
export function membersOf(node: YamlNode, depth = 0): readonly Member[] {
  const found = target(node);
  if (found.kind !== "mapping" || depth > DEEPEST) return [];
  const own = new Map<string, Member>();
  const merged: YamlNode[] = [];
  for (const { key, value } of found.pairs) {
    const written = key.kind === "scalar" ? key.value : "";
    if (key.tag === "!!merge") merged.push(value);
    else {
      const name = written.replaceAll("-", "_");
      own.set(name, { key: written, name, keyNode: key, value });
    }
  }
  for (const one of merged.flatMap((node) => itemsOf(node) ?? [node])) {
    for (const member of membersOf(one, depth + 1)) {
      if (!own.has(member.name)) own.set(member.name, member);
    }
  }
  return [...own.values()];
}

/** The items of a list; null where it is none. */
export function itemsOf(node: YamlNode): readonly YamlNode[] | null {
  const found = target(node);
  return found.kind === "sequence" ? found.items : null;
}

/** Text, or a number as it is written; null for anything else. */
export function textOf(node: YamlNode | undefined): string | null {
  const found = node && target(node);
  return found?.kind === "scalar" && found.tag !== "!!null"
    ? found.value
    : null;
}

/** A list of texts; one text counts as a list, and one with commas as several. */
export function textsOf(node: YamlNode | undefined): readonly string[] {
  if (!node) return [];
  const items = itemsOf(node);
  if (items) return items.flatMap((item) => textOf(item) ?? []);
  // A mapping of names to nothing is an older way to write a list.
  const members = membersOf(node);
  if (members.length > 0) return members.map(({ key }) => key);
  const text = textOf(node) ?? "";
  return text
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);
}

const truths = new Map([
  ...["true", "yes", "on", "1"].map((word) => [word, true] as const),
  ...["false", "no", "off", "0"].map((word) => [word, false] as const),
]);

/** YAML 1.1's words for true and false; undefined for anything else. */
export function flagOf(node: YamlNode | undefined): boolean | undefined {
  return truths.get((textOf(node) ?? "").toLowerCase());
}

/** Whether a node is null, as is a key with nothing behind it; an empty text in quotes is something. */
export function isNothing(node: YamlNode): boolean {
  const found = target(node);
  return found.kind === "scalar" && found.tag === "!!null";
}

/** The line that a node begins on, counted from 1. */
export function lineOf(document: SourceDocument, node: YamlNode): number {
  return positionAt(document, node.start).line;
}
