import type { Draft, Origin } from "../emit";
import type { Tree, TreeItem, TreeMember } from "../emit/tree";
import type { Path } from "../path";
import type { YamlNode } from "../source";
import { holderOf, holds } from "./holds";
import { lists } from "./lists";
import { concrete, memberOf } from "./members";
import type { OpenDocument } from "./open-document";
import { nameOfItem } from "./tree-name";

/**
 * Which field of a preset asked for what stands at a path of a document: the origins of a draft, at the places where its entries
 * stand in this text. What is not there has no place. Outer paths come before inner ones.
 */
export function locate(document: OpenDocument, draft: Draft): Origin[] {
  const origins: Origin[] = [];
  for (const list of lists)
    for (const item of draft.lists[list.name]) {
      const twins = document.named(list.name, nameOfItem(item.value, list.key));
      // Of what has no name, only what says the same is meant.
      const named = list.key || list.single ? twins[0] : undefined;
      const entry =
        holderOf(twins, ({ node }) => node, item.value, list) ?? named;
      if (entry) locateMember(entry.node, item, entry.path, origins);
    }
  return origins;
}

function locateMember(
  node: YamlNode,
  member: TreeMember,
  path: Path,
  origins: Origin[],
): void {
  if (member.origin) origins.push({ path, field: member.origin });
  locateParts(node, member.value, path, origins);
}

function locateParts(
  node: YamlNode,
  tree: Tree,
  path: Path,
  origins: Origin[],
): void {
  const found = concrete(node);
  if (tree.kind === "mapping" && found.kind === "mapping") {
    for (const pair of tree.pairs) {
      const member = memberOf(found, pair.key);
      if (member)
        locateMember(member.value, pair, [...path, pair.key], origins);
    }
  }
  if (tree.kind === "sequence" && found.kind === "sequence")
    for (const item of tree.items) {
      const index = found.items.findIndex((one) => isAbout(one, item));
      if (index >= 0)
        locateMember(found.items[index]!, item, [...path, index], origins);
    }
}

/** Whether a document's item is the one a draft means: it holds it, or has its name. */
function isAbout(node: YamlNode, item: TreeItem): boolean {
  const found = concrete(node);
  const name = nameOfItem(item.value);
  if (found.kind === "mapping" && name !== "") {
    const member = memberOf(found, "name")?.value;
    const named = member && concrete(member);
    return named?.kind === "scalar" && named.value === name;
  }
  return holds(node, item.value, { shared: true });
}
