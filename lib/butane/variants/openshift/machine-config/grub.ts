import type { Path } from "../../../path";
import type { Values } from "../../../struct/decode";
import type { Translation } from "../../../translate/translation";

type File = Values & { readonly append?: readonly Values[] };

/**
 * Fedora CoreOS appends the users of GRUB to its configuration, and a MachineConfig cannot append: the file is written
 * whole instead. One that the document writes itself in the same way is not told apart, upstream neither.
 */
export function writeGrubConfigWhole(
  run: Translation,
  _document: unknown,
  config: Values,
): void {
  const storage = (config.storage ?? {}) as { readonly files?: File[] };
  const index = (storage.files ?? []).findIndex(
    ({ path }) => path === "/boot/grub2/user.cfg",
  );
  const { append, ...file } = storage.files?.[index] ?? {};
  const [contents] = append ?? [];
  if (append?.length !== 1 || !contents) return;
  config.storage = {
    ...storage,
    files: storage.files?.with(index, { ...file, contents }),
  };
  const at = ["storage", "files", index];
  for (const path of pathsIn(contents)) {
    const from = run.sources.find([...at, "append", 0, ...path]);
    run.sources.add({ from, to: [...at, "contents", ...path] });
  }
}

/** The paths of a value and of everything in it. */
function pathsIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [at];
  const inside = Object.entries(value).map(([key, inner]) =>
    pathsIn(inner, [...at, Array.isArray(value) ? Number(key) : key]),
  );
  return [at, ...inside.flat()];
}
