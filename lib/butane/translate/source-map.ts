import { samePath, type Path } from "../path";
import { snakeCase } from "../struct/shape";

/** One translation: the value at `to` in the Ignition config came from `from` in the Butane document. */
export interface Mapping {
  readonly from: Path;
  readonly to: Path;
}

/** Answers where in the Butane document a value of the Ignition config came from. */
export interface SourceMap {
  /** The path in the document. Where nothing else is known, it is the same path in the document's spelling. */
  find(output: Path): Path;
  /** Every place whose path is not simply the same in the document's spelling. */
  readonly mappings: readonly Mapping[];
}

/** The place in one of two configs that a value of the merged one came from. */
export interface Origin {
  readonly side: "parent" | "child";
  readonly from: Path;
  readonly to: Path;
}

/** The sources of two configs that became one. */
interface MergedSources {
  readonly parent: Sources;
  readonly child: Sources;
  readonly origins: ReadonlyMap<string, Origin>;
}

type IsNoted = (config: unknown, at: Path) => boolean;

interface Block extends Mapping {
  readonly kind: "moved" | "made";
}

/**
 * The source map as a translation fills it. Most values keep their place and only change their spelling, so only what
 * does not is written down.
 */
export class Sources implements SourceMap {
  /** Where the value of an output path came from. The path is kept as its keys joined: there is one for every content. */
  readonly #single = new Map<string, Path>();
  readonly #blocks = new Map<string, Block>();
  /** The finished config, where `addMoved` was used: of values that are empty nobody knows where they came from. */
  config: unknown;

  /** `merged` is where everything stood before, where this config is one of two. */
  constructor(private readonly merged?: MergedSources) {}

  /** One value has another path; what is below it is not meant. */
  add(mapping: Mapping): void {
    this.#single.set(mapping.to.join("."), mapping.from);
  }

  /** Everything at and below `to` was made from the one value at `from`. */
  addMade(mapping: Mapping): void {
    this.#blocks.set(mapping.to.join("."), { ...mapping, kind: "made" });
  }

  /** The same for an item that was added to a list; the first one has made the list, too. */
  addMadeItem({ from, to }: Mapping): void {
    this.addMade({ from, to });
    if (to.at(-1) === 0) this.add({ from, to: to.slice(0, -1) });
  }

  /** Everything at and below `to` stood at `from` of the config before: the item of a list got another index. */
  addMoved(mapping: Mapping): void {
    this.#blocks.set(mapping.to.join("."), { ...mapping, kind: "moved" });
  }

  /** Takes back what `add` has said of places below `prefix`, and answers it. */
  takeBelow(prefix: Path): Mapping[] {
    const begin = `${prefix.join(".")}.`;
    const taken: Mapping[] = [];
    for (const [key, from] of this.#single) {
      if (!`${key}.`.startsWith(begin)) continue;
      this.#single.delete(key);
      taken.push({ from, to: pathOf(key) });
    }
    return taken;
  }

  find(output: Path): Path {
    return this.trace(output, () => true) ?? inDocument(output);
  }

  /**
   * Like `find`, but answers nothing where upstream's translation has left no note. `isNoted` says whether it has for a
   * value that kept its place in a config.
   */
  trace(output: Path, isNoted: IsNoted): Path | undefined {
    const single = this.#single.get(output.join("."));
    if (single) return single;
    if (this.#blocks.size > 0) {
      for (let length = output.length; length > 0; length--) {
        const block = this.#blocks.get(output.slice(0, length).join("."));
        if (block?.kind === "made") return block.from;
        if (!block) continue;
        if (isLost(valueAt(this.config, output), output)) return undefined;
        return inDocument([...block.from, ...output.slice(length)]);
      }
    }
    if (!this.merged) {
      return isNoted(this.config, output) ? inDocument(output) : undefined;
    }
    const origin = this.merged.origins.get(output.join("."));
    return origin && this.merged[origin.side].trace(origin.from, isNoted);
  }

  get mappings(): readonly Mapping[] {
    const merged = [...(this.merged?.origins.values() ?? [])]
      .map(({ to }) => ({ from: this.find(to), to }))
      .filter(({ from, to }) => !samePath(from, inDocument(to)));
    return [
      ...merged,
      ...Array.from(this.#single, ([key, from]) => ({ from, to: pathOf(key) })),
      ...Array.from(this.#blocks.values(), ({ from, to }) => ({ from, to })),
    ];
  }
}

/**
 * Whether merging configs has lost sight of a value: it is absent, or a name that is empty (everything else in a unit may
 * be there and empty), or has nothing else in it.
 */
function isLost(value: unknown, path: Path): boolean {
  if (value === undefined) return true;
  if (value === "") return path.at(-1) === "name";
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).every(([key, inner]) => isLost(inner, [key]));
}

function valueAt(config: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      (value as Record<string | number, unknown> | undefined)?.[key],
    config,
  );
}

/** The path that was joined; no key of a config has a dot in it or begins with a digit. */
function pathOf(joined: string): Path {
  return joined.split(".").map((key) => (/^\d/.test(key) ? Number(key) : key));
}

/** A path in the spelling of the document. */
export function inDocument(output: Path): Path {
  return output.map((key) => (typeof key === "string" ? snakeCase(key) : key));
}
