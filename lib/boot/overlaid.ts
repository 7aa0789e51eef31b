import type { OverlaidFile } from "./folders";
import type { Image } from "./timeline/images";

/**
 * What images show below /usr and /opt, as far as the catalogue describes it: programs and units by their paths. What is named without
 * a path, and what an own image brings, is not known here.
 */
export function overlaidBy(images: readonly Image[]): OverlaidFile[] {
  const found = new Map<string, OverlaidFile>();
  for (const { extension, title } of images) {
    const shipped = (extension?.ships ?? []).flatMap((one) => {
      const match = /^(\/(?:usr|opt)\/\S+)(?: \((.+)\))?$/.exec(one);
      return match ? [{ path: match[1]!, note: match[2] }] : [];
    });
    const units = (extension?.units ?? []).flatMap(({ path }) =>
      path ? [{ path, note: undefined }] : [],
    );
    for (const { path, note } of [...shipped, ...units])
      if (!found.has(path))
        found.set(path, {
          kind: "overlaid",
          path,
          image: title,
          ...(note ? { note } : {}),
        });
  }
  return [...found.values()];
}
