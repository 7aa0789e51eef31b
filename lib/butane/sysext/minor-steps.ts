import type { Extension } from "./extension";

/** From one minor version to the next by hand, in the order that the project's upgrade guide gives. */
const byHand: ReadonlySet<string> = new Set([
  "kubernetes",
  "k3s",
  "rke2",
  "crio",
]);

/** Whether an extension must not be taken to another minor version by an update: its cluster would not survive that. */
export function takesMinorSteps({ id }: Pick<Extension, "id">): boolean {
  return byHand.has(id);
}
