import type { DocumentEntry, OpenDocument } from "../../edit";
import type { Draft } from "../../emit/builder";
import { extensions } from "../extensions";
import { isPresent } from "../node";
import { habits } from "./proposals";
import { readParams } from "./read-params";
import {
  chosenBefore,
  draftOf,
  nodeWith,
  type Candidate,
  type Reading,
} from "./reading";

/** The candidates, and what Flatcar itself always has where the document configures it. */
export function withBuiltIn(
  reading: Reading,
  candidates: readonly Candidate[],
): Candidate[] {
  const all = [...candidates];
  for (const extension of extensions) {
    const node = nodeWith(reading, all);
    if (extension.kind !== "builtin" || !isPresent(node, extension.id))
      continue;
    if (extension.conflicts.some((id) => isPresent(node, id))) continue;
    const before = chosenBefore(reading, extension.id, "builtin");
    const chosen = before ?? habits(extension.id);
    const written = all.map((one) => one.chosen);
    const document = without(reading.document, draftOf(reading, written));
    const found = readParams(document, extension, chosen, {
      ...node,
      chosen: [...node.chosen, chosen],
    });
    if (!found.complete || (!before && !saysMore(found.params))) continue;
    all.push({
      chosen: { ...chosen, params: found.params },
      image: [],
      ours: true,
      complete: true,
    });
  }
  return all;
}

/** The same document without the entries that a draft writes. */
function without(document: OpenDocument, draft: Draft): OpenDocument {
  const taken = new Set(
    [...draft.lists["storage.files"], ...draft.lists["storage.links"]].map(
      (item) => item.value,
    ),
  );
  const names = new Set(
    [...taken].map((tree) =>
      tree.kind === "mapping" && tree.pairs[0]?.value.kind === "scalar"
        ? String(tree.pairs[0].value.value)
        : "",
    ),
  );
  const free = (entries: readonly DocumentEntry[]) =>
    entries.filter(({ key }) => !names.has(key));
  return {
    ...document,
    entriesOf: (list) => free(document.entriesOf(list)),
    named: (list, key) => free(document.named(list, key)),
  };
}

// Also settings of the node's container engines, where a document that only has these shows them.
const settingsOfNode: ReadonlySet<string> = new Set([
  "daemonJson",
  "startAtBoot",
]);

/** Whether a built-in extension is set up in a way that only it can be. */
function saysMore(params: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(params).some((name) => !settingsOfNode.has(name));
}
