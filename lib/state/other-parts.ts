import {
  parse,
  positionAt,
  type Origin,
  type Path,
  type YamlNode,
} from "@/lib/butane";

/** A part of a document that no section of the form knows. */
export interface OtherPart {
  /** What it is: `file`, `unit`; a key of the document where it has no better word. */
  readonly what: string;
  /** Its path or name; empty where it has none. */
  readonly name: string;
  readonly path: Path;
  readonly line: number;
}

const words: Readonly<Record<string, string>> = {
  files: "file",
  directories: "directory",
  links: "link",
  units: "unit",
  users: "user",
  groups: "group",
  disks: "disk",
  raid: "RAID array",
  filesystems: "filesystem",
  luks: "LUKS volume",
  trees: "tree",
  should_exist: "kernel argument",
  should_not_exist: "kernel argument that goes",
};

const header = new Set(["variant", "version"]);

/** What a document has beside what the form's fields wrote or read, in the order of its lines. */
export function otherParts(
  text: string,
  origins: readonly Origin[],
): OtherPart[] {
  const document = parse(text);
  const known = knownPaths(origins);
  return pairsOf(document.root)
    .filter(([key]) => !header.has(key))
    .flatMap(([key, value]) => partsOf(value, key))
    .filter(({ path }) => !known(path))
    .map(({ node, path }) => ({
      ...named(node, path),
      path,
      line: positionAt(document, node.start).line,
    }))
    .sort((one, other) => one.line - other.line);
}

/** Whether a field knows something at, below or above a path. */
function knownPaths(origins: readonly Origin[]): (path: Path) => boolean {
  const exactly = new Set<string>();
  const within = new Set<string>();
  for (const { field, path } of origins) {
    if (field[0] === "rest") continue;
    const steps = stepsTo(path);
    steps.forEach((step) => within.add(step));
    exactly.add(steps.at(-1)!);
  }
  return (path) => {
    const steps = stepsTo(path);
    return within.has(steps.at(-1)!) || steps.some((step) => exactly.has(step));
  };
}

/** The ways to a path and to everything above it, as text. */
function stepsTo(path: Path): string[] {
  return Array.from({ length: path.length + 1 }, (_, length) =>
    JSON.stringify(path.slice(0, length)),
  );
}

interface Part {
  readonly node: YamlNode;
  readonly path: Path;
}

/** What stands below a key of the document: the items of each list one by one, and anything else as one part. */
function partsOf(node: YamlNode, section: string): Part[] {
  if (node.kind !== "mapping") return [{ node, path: [section] }];
  return pairsOf(node).flatMap(([key, value]): Part[] =>
    value.kind === "sequence"
      ? value.items.map((item, index) => ({
          node: item,
          path: [section, key, index],
        }))
      : [{ node: value, path: [section, key] }],
  );
}

function named(node: YamlNode, path: Path): Pick<OtherPart, "what" | "name"> {
  const keys = path.filter((step) => typeof step === "string");
  const last = keys.at(-1) ?? "";
  const inList = typeof path.at(-1) === "number";
  const what = (inList && words[last]) || keys.join(".");
  if (node.kind === "scalar") return { what, name: inList ? node.value : "" };
  for (const key of ["path", "name", "device", "label", "local"]) {
    const [, value] = pairsOf(node).find(([one]) => one === key) ?? [];
    if (value?.kind === "scalar") return { what, name: value.value };
  }
  return { what, name: "" };
}

function pairsOf(node: YamlNode | null): [string, YamlNode][] {
  const mapping = node?.kind === "alias" ? node.target : node;
  if (mapping?.kind !== "mapping") return [];
  return mapping.pairs.flatMap(({ key, value }) =>
    key.kind === "scalar" ? [[key.value, value] as [string, YamlNode]] : [],
  );
}
