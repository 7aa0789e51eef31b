import { lists, type List } from "./lists";

/** How the items of a list are told apart. */
export interface Manner {
  /** The field that names them; without it, they are compared as a whole and keep their order. */
  readonly key?: List["key"];
  /** Whether an item may say more in the document than in the draft. */
  readonly shared?: true | undefined;
  /** Whether an item that the draft has no use for stays with what else is said in it. */
  readonly keepsRest?: boolean;
}

/** How the items of the list at these keys are told apart. */
export function mannerOf(at: readonly string[]): Manner {
  const path = at.join(".");
  const list = lists.find(({ name }) => name === path);
  if (list) return { ...list, keepsRest: path === "systemd.units" };
  if (at.at(-1) === "dropins") return { key: "name", shared: true };
  return { shared: true };
}
