import type { NodeFolder } from "@/lib/boot";

/** The part of a folder whose paths have a text in them; `null` where there is none. */
export function matching(folder: NodeFolder, text: string): NodeFolder | null {
  if (text === "") return hasAny(folder) ? folder : null;
  const folders = folder.folders.flatMap((one) => matching(one, text) ?? []);
  const entries = folder.entries.filter(({ path }) => path.includes(text));
  const isNamed = folder.own !== undefined && folder.path.includes(text);
  if (folders.length + entries.length === 0 && !isNamed) return null;
  const count = folders.reduce((sum, one) => sum + one.count, entries.length);
  return { ...folder, folders, entries, count };
}

const hasAny = ({ folders, entries }: NodeFolder) =>
  folders.length + entries.length > 0;
