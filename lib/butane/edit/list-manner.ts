import { lists } from "./lists";
import type { NameField } from "./tree-name";

/** How the items of a list are told apart. */
export interface Manner {
  /** The field that names them; without it, they are compared as a whole and keep their order. */
  readonly key?: NameField;
  /** Whether named items keep their order all the same. */
  readonly ordered?: true;
  /** Whether an item may say more in the document than in the draft. */
  readonly shared?: true | undefined;
  /** Whether an item that the draft has no use for stays with what else is said in it. */
  readonly keepsRest?: boolean;
}

/** Lists inside entries whose items have names. */
const inner: Readonly<Record<string, Manner>> = {
  dropins: { key: "name" },
  // Where a partition begins at the next free place, the order decides which one that is.
  partitions: { key: ["number", "label"], ordered: true },
};

/** How the items of the list at these keys are told apart. */
export function mannerOf(at: readonly string[]): Manner {
  const path = at.join(".");
  const list = lists.find(({ name }) => name === path);
  if (list) return { ...list, keepsRest: path === "systemd.units" };
  return { ...inner[at.at(-1) ?? ""], shared: true };
}
