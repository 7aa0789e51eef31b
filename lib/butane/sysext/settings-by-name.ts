import { catalogued, type NodeExtensions } from "./node";
import { draftEntries } from "./read/draft-entries";
import { settingsDraft } from "./read/read-params";

/** What the extensions of a node write beside their images, by list and name: `storage.files /etc/opk/providers`. */
export function settingsByName(
  node: NodeExtensions,
): ReadonlyMap<string, string> {
  return new Map(
    node.chosen.flatMap((chosen) => {
      const extension = catalogued(chosen);
      return extension
        ? draftEntries(settingsDraft(extension, chosen, node)).map(
            ({ list, key, value }) =>
              [`${list} ${key}`, JSON.stringify(value)] as const,
          )
        : [];
    }),
  );
}
