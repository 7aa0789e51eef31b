import type { OpenDocument } from "../../edit/open-document";
import type { Extension, ParamValue } from "../extension";
import { extensionById, extensions } from "../extensions";
import { catalogued, type ChosenImage, typedParams } from "../node";
import { textAt } from "../plain-values";

export const officialPath = "/etc/flatcar/enabled-sysext.conf";

/** One of Flatcar's own extensions that a document switches on. */
export interface FoundOfficial {
  readonly extension: Extension;
  readonly params: Readonly<Record<string, ParamValue>>;
}

/** Flatcar's own extensions that a document lists, in its order; those that were chosen before are known by any word. */
export function findOfficial(
  document: OpenDocument,
  before: readonly ChosenImage[],
): FoundOfficial[] {
  const words = wordsIn(document);
  const typed = before.flatMap((chosen) => {
    const extension = catalogued(chosen);
    if (extension?.kind !== "flatcar") return [];
    const { params } = chosen;
    const line = extension.enabledAs?.(typedParams(extension, chosen));
    return [{ extension, params, line: line?.trim() ?? extension.id }];
  });
  const listed = [...new Set(words)].flatMap(
    (word) => typed.find(({ line }) => line === word) ?? official(word) ?? [],
  );
  // One whose name is being typed writes nothing yet.
  return [...listed, ...typed.filter(({ line }) => line === "")];
}

/** Names of the image's own list that a document switches off, without their dash. */
export function officialOffIn(document: OpenDocument): readonly string[] {
  return wordsIn(document).flatMap((word) =>
    /^-./.test(word) ? [word.slice(1)] : [],
  );
}

function wordsIn(document: OpenDocument): string[] {
  const [file] = document.named("storage.files", officialPath);
  const text = textAt(file?.value, "contents", "inline") ?? "";
  return text.split("\n").flatMap((line) =>
    line
      .replace(/#.*/, "")
      .split(/\s+/)
      .filter((word) => word !== ""),
  );
}

function official(word: string): FoundOfficial | null {
  const named = extensionById(word);
  if (named?.kind === "flatcar" && !named.enabledAs)
    return { extension: named, params: {} };
  for (const extension of extensions) {
    const [name, series] = Object.entries(extension.params)[0] ?? [];
    if (!extension.enabledAs || series?.type !== "string" || !name) continue;
    // Which series there are changes from release to release; how their names begin does not.
    const stem = series.default.split(/\d/, 1)[0]!;
    if (word.startsWith(stem) && /\d/.test(word.slice(stem.length)))
      return {
        extension,
        params: word === series.default ? {} : { [name]: word },
      };
  }
  return null;
}
