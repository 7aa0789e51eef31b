import type { ButaneDocument, Draft, Placing } from "@/lib/butane";
import type { Preset, SectionId } from "@/lib/preset";
import { sections } from "@/lib/preset";
import { sameData } from "@/lib/same";

/** One thing that a section put into the document, and for which field. */
interface Put {
  readonly how: string;
  readonly what: readonly unknown[];
  readonly placing: Placing;
}

/** What a section wrote; `null` where it looked at what others had written, and so depends on more than its own values. */
export type Puts = readonly Put[] | null;

/** The text of a file, where a put is one that has text. */
export interface FileText {
  readonly path: string;
  readonly inline: string;
}

/** Everything that a section writes for a preset. */
export function putsOf(id: SectionId, preset: Preset): Puts {
  const puts: Put[] = [];
  let looked = false;
  const put =
    (how: string) =>
    (...given: unknown[]) => {
      const arity = how === "putDropin" || how === "putEntry" ? 2 : 1;
      const placing = (given[arity] ?? {}) as Placing;
      puts.push({ how, what: given.slice(0, arity), placing });
    };
  const document = new Proxy({} as ButaneDocument & Draft, {
    get(_, name) {
      if (typeof name === "string" && name.startsWith("put")) return put(name);
      looked = true;
      return undefined;
    },
  });
  const section = sections.find((one) => one.id === id)!;
  try {
    (section.compose as (value: unknown, context: object) => void)(preset[id], {
      document,
      preset,
    });
  } catch (error) {
    // It missed what a recorder does not have; anything else is a bug of the section, and no less one without us.
    if (!looked) throw error;
  }
  return looked ? null : puts;
}

/** `null` for what is no file, and for a file whose text does not stand in the document. */
export function fileText({ how, what: [first, second] }: Put): FileText | null {
  const file = (
    how === "putFile"
      ? first
      : how === "putEntry" && first === "storage.files"
        ? second
        : null
  ) as { path?: unknown; contents?: { inline?: unknown } } | null;
  const path = file?.path;
  const inline = file?.contents?.inline;
  return typeof path === "string" && typeof inline === "string"
    ? { path, inline }
    : null;
}

/** Any file of a put, with text or not. */
export function filePath({ how, what: [first, second] }: Put): string | null {
  const file = how === "putEntry" && first === "storage.files" ? second : first;
  return how === "putFile" || file === second
    ? ((file as { path?: string } | undefined)?.path ?? null)
    : null;
}

/** The texts of files in which two runs of a section differ; `null` where they differ in anything else. */
export function textsBetween(before: Puts, after: Puts): FileText[] | null {
  if (!before || !after || before.length !== after.length) return null;
  const texts: FileText[] = [];
  for (const [index, old] of before.entries()) {
    const put = after[index]!;
    // A comment is in the Butane text and nowhere else.
    if (
      put.how !== old.how ||
      !sameData(put.placing.origin, old.placing.origin) ||
      !sameData(put.placing.fields, old.placing.fields)
    )
      return null;
    const [was, is] = [fileText(old), fileText(put)];
    if (was && is && was.path === is.path && was.inline !== is.inline) {
      if (!sameData(withoutText(put), withoutText(old))) return null;
      texts.push(is);
    } else if (!sameData(put.what, old.what)) return null;
  }
  return texts;
}

function withoutText({ what }: Put): unknown {
  const [first, second] = what;
  const file = (second ?? first) as { contents: object };
  const bare = { ...file, contents: { ...file.contents, inline: "" } };
  return second === undefined ? [bare] : [first, bare];
}
