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

  /** Adds a node and answers its index; nothing when something stands at its path. */
  add(list: Lists, node: Values & { readonly path: string }) {
    if (this.#isTaken(node.path)) return undefined;
    const at = this.#lists[list].push(node) - 1;
    this.#known[list].set(node.path, at);
    return at;
  }

  /** The node at `path`, made with `more` when there is none; nothing when something of another kind stands there. */
  claim(
    list: "files" | "links",
    path: string,
    more: Values = {},
  ): Claimed | undefined {
    const index = this.#known[list].get(path);
    const value = index === undefined ? undefined : this.#lists[list][index];
    if (value && index !== undefined) return { value, index, isNew: false };
    const made = { ...more, path };
    const at = this.add(list, made);
    if (at === undefined) return undefined;
    return { value: made, index: at, isNew: true };
  }

  #isTaken(path: string): boolean {
    return Object.values(this.#known).some((known) => known.has(path));
  }
}

function indexByPath(nodes: readonly Values[]): Map<string, number> {
  return new Map(nodes.map(({ path }, index) => [String(path ?? ""), index]));
}
