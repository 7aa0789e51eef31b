import type { NodeFile } from "./node-file";

/** How many bytes of a file come with the config; what is fetched counts for nothing. */
export function contentBytes(file: NodeFile): number {
  if (file.kind !== "file") return 0;
  return file.content.reduce(
    (sum, part) => sum + ("bytes" in part ? part.bytes.length : 0),
    0,
  );
}

/** The text of a file, where all of it comes with the config and is text. */
export function contentText(file: NodeFile): string | undefined {
  if (file.kind !== "file") return undefined;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    return file.content
      .map((part) => {
        if ("url" in part) throw new TypeError("fetched");
        return decoder.decode(part.bytes);
      })
      .join("");
  } catch {
    return undefined;
  }
}
