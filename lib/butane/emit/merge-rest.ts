import { error, type Entry } from "../report";
import {
  parse,
  positionAt,
  type SourceDocument,
  type YamlMapping,
  type YamlNode,
} from "../source";
import type { Header } from "./builder";
import { join } from "./join";
import { pairOf, type TreeItem, type TreeMapping, type TreePair } from "./tree";
import { TypedText } from "./typed";
import { passComments } from "./typed-comments";

export interface Rest {
  readonly document: SourceDocument;
  readonly typed: TypedText;
}

export type ReadRest =
  | { readonly ok: true; readonly value: Rest | null }
  | { readonly ok: false; readonly error: Entry };

// Lists whose entries are known by name; a person's lines for a unit of ours join it.
const namedLists: ReadonlySet<string> = new Set([
  "passwd.users",
  "passwd.groups",
  "systemd.units",
]);

/**
 * Reads typed Butane that is to be merged into a document with this header. The entry says what is wrong, with its
 * place in the typed text; `null` means that nothing was typed.
 */
export function readRest(text: string, header: Header): ReadRest {
  const document = parse(text.replace(/\r\n?/g, "\n"));
  const broken = document.report.find(({ kind }) => kind === "error");
  if (broken) return { ok: false, error: broken };
  const { root } = document;
  if (!root || (root.kind === "scalar" && root.tag === "!!null"))
    return { ok: true, value: null };
  if (root.kind !== "mapping")
    return refuse(document, "rest-not-a-mapping", root);
  const second = /^(?:---|\.\.\.)(?=\s|$)/m.exec(document.text.slice(root.end));
  if (second)
    return refuseAt(document, "rest-second-document", root.end + second.index);
  return (
    headerProblem(document, root, header) ??
    twice(document, root) ?? {
      ok: true,
      value: { document, typed: new TypedText(document) },
    }
  );
}

/**
 * Puts typed lines under the parents they name. A unit, user or group that the document has gets what was typed for it; everything
 * else is added as it is, so that validation names what is there twice. Answers the key that cannot be placed, if any.
 */
export function mergeRest(root: TreeMapping, rest: Rest): string | null {
  const pairs = rest.typed.root();
  for (const [index, pair] of pairs.entries()) {
    if (pair.key === "variant" || pair.key === "version") {
      passComments(pair, pairs[index + 1]);
      continue;
    }
    const refused = mergePair(root, pair, pair.key, rest.typed);
    if (refused) return refused;
  }
  return null;
}

function mergePair(
  into: TreeMapping,
  pair: TreePair,
  path: string,
  typed: TypedText,
): string | null {
  const twin = pairOf(into, pair.key);
  if (!twin) {
    into.pairs.push(pair);
    return null;
  }
  if (isNullNode(pair)) return null;
  const opened = typed.open(pair);
  if (twin.value.kind === "mapping" && opened?.kind === "mapping") {
    for (const child of opened.pairs) {
      const refused = mergePair(
        twin.value,
        child,
        `${path}.${child.key}`,
        typed,
      );
      if (refused) return refused;
    }
    return null;
  }
  if (twin.value.kind === "sequence" && opened?.kind === "sequence") {
    const ours = namedLists.has(path) ? [...twin.value.items] : [];
    for (const item of opened.items) {
      const wide = ours.length > 0 ? openItem(item, typed) : item;
      if (!ours.some((one) => join(one, wide, "keep")))
        twin.value.items.push(item);
    }
    return null;
  }
  return path;
}

/** An entry opened as far as joining looks: its keys, and the lists under them. */
function openItem(item: TreeItem, typed: TypedText): TreeItem {
  const value = typed.open(item);
  if (value?.kind !== "mapping") return item;
  const pairs = value.pairs.map((pair) => {
    const list = typed.open(pair);
    return list?.kind === "sequence"
      ? { ...pair, value: list, whole: pair.value }
      : pair;
  });
  // The name is there already; what was said above it stays above the next line.
  if (pairs[0]?.key === "name") passComments(pairs[0], pairs[1]);
  return { ...item, value: { kind: "mapping", pairs } };
}

function isNullNode({ value }: TreePair): boolean {
  return (
    value.kind === "typed" &&
    value.node.kind === "scalar" &&
    value.node.tag === "!!null"
  );
}

function headerProblem(
  document: SourceDocument,
  root: YamlMapping,
  header: Header,
): ReadRest | null {
  for (const key of ["variant", "version"] as const) {
    const pair = root.pairs.find(
      (one) => one.key.kind === "scalar" && one.key.value === key,
    );
    if (!pair) continue;
    const value = pair.value.kind === "scalar" ? pair.value.value : "";
    if (value !== header[key])
      return refuse(document, `rest-${key}`, pair.value, {
        typed: value,
        wanted: header[key],
      });
  }
  return null;
}

/** A key that stands twice is an error in Butane, and here the second would land far from the first. */
function twice(document: SourceDocument, root: YamlMapping): ReadRest | null {
  const seen = new Set<string>();
  for (const { key } of root.pairs) {
    const name = key.kind === "scalar" ? key.value : "";
    if (key.kind !== "scalar" || name === "<<")
      return refuse(document, "rest-key", key, { key: name });
    if (seen.has(name))
      return refuse(document, "rest-key-twice", key, { key: name });
    seen.add(name);
  }
  return null;
}

function refuse(
  document: SourceDocument,
  code: string,
  node: YamlNode,
  values?: Entry["values"],
): ReadRest {
  return refuseAt(document, code, node.start, values);
}

function refuseAt(
  document: SourceDocument,
  code: string,
  offset: number,
  values?: Entry["values"],
): ReadRest {
  const start = positionAt(document, offset);
  return {
    ok: false,
    error: { ...error(code, [], values), range: { start, end: start } },
  };
}
