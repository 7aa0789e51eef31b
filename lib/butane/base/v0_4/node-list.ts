import type { Values } from "../../struct/decode";

type Lists = "files" | "directories" | "links";

/** A file or link that a tree may fill in. */
export interface Claimed {
  readonly value: Values;
  readonly index: number;
  readonly isNew: boolean;
}

/** The files, directories and links of a config by path, so that a tree joins what the document says about them. */
export class NodeList {
  readonly #lists: Record<Lists, Values[]>;
  readonly #known: Record<Lists, Map<string, number>>;

  constructor(config: Values) {
    const storage = (config.storage ??= {}) as Record<string, Values[]>;
    const listOf = (name: Lists) => (storage[name] ??= []);
    this.#lists = {
      files: listOf("files"),
      directories: listOf("directories"),
      links: listOf("links"),
    };
    this.#known = {
      files: indexByPath(this.#lists.files),
      directories: indexByPath(this.#lists.directories),
      links: indexByPath(this.#lists.links),
    };
  }

  /** The node at `path`, made when there is none; nothing when something of another kind stands there. */
  claim(list: "files" | "links", path: string): Claimed | undefined {
    const index = this.#known[list].get(path);
    const value = index === undefined ? undefined : this.#lists[list][index];
    if (value && index !== undefined) return { value, index, isNew: false };
    if (Object.values(this.#known).some((known) => known.has(path))) return;
    const made = { path };
    const at = this.#lists[list].push(made) - 1;
    this.#known[list].set(path, at);
    return { value: made, index: at, isNew: true };
  }
}

function indexByPath(nodes: readonly Values[]): Map<string, number> {
  return new Map(nodes.map(({ path }, index) => [String(path ?? ""), index]));
}
