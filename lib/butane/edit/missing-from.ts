import type { Draft } from "../emit";
import type { TreeItem } from "../emit/tree";
import type { Path } from "../path";
import { lacksOf, type Lack, type Reason } from "./holds";
import { lists, type List } from "./lists";
import type { OpenDocument } from "./open-document";
import type { ListName } from "../emit/plain";
import { nameOfItem } from "./tree-name";

/** Something that a draft writes and a document does not hold. */
export interface Missing {
  readonly list: ListName;
  /** The entry it belongs to. */
  readonly key: string;
  /** Keys from the entry to the part that is missing, in the draft; empty for the whole entry. */
  readonly path: Path;
  /** `absent`: it is not there. `different`: another value is there. `more`: the document says more than the draft knows. */
  readonly reason: Reason;
  readonly origin?: Path;
}

/**
 * What of a draft a document does not hold; nothing when writing the draft into it would change nothing.
 *
 * Files, directories and links have to be the same but for `mode`, `overwrite` and `hard`, which people leave out, and for the line end
 * at the end of a text. Users, groups, units and kernel arguments may say more in the document.
 */
export function missingFrom(document: OpenDocument, draft: Draft): Missing[] {
  return lists.flatMap((list) =>
    draft.lists[list.name].flatMap((item) => missingItem(document, list, item)),
  );
}

function missingItem(
  document: OpenDocument,
  list: List,
  item: TreeItem,
): Missing[] {
  const key = nameOfItem(item.value, list.key);
  const twins = document.named(list.name, key);
  if (twins.length === 0)
    return [missing(list, key, { path: [], reason: "absent" }, item)];
  const lacks = twins
    .map(({ node }) => lacksOf(node, item.value, list))
    .sort((one, other) => one.length - other.length)[0]!;
  return lacks.map((lack) => missing(list, key, lack, item));
}

function missing(
  { name }: List,
  key: string,
  { path, reason, origin }: Lack,
  item: TreeItem,
): Missing {
  const from = origin ?? item.origin;
  return { list: name, key, path, reason, ...(from ? { origin: from } : {}) };
}
