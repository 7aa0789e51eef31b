import type { NodeFile } from "./node-file";

/** How many bytes of a file come with the config; what is fetched or made on the node counts for nothing. */
export function contentBytes(file: NodeFile): number {
  if (file.kind !== "file") return 0;
  return file.content.reduce(
    (sum, part) => sum + ("bytes" in part ? part.bytes.length : 0),
    0,
  );
}

/** The text of a file, where all of it comes with the config and is text. */
export function contentText(file: NodeFile): string | undefined {
  return textWith(file, () => undefined);
}

/** The same where a part of it is made on the node, with `…` for that part. */
export function contentOutline(file: NodeFile): string | undefined {
  return textWith(file, () => "…");
}

function textWith(
  file: NodeFile,
  random: () => string | undefined,
): string | undefined {
  if (file.kind !== "file") return undefined;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const texts = file.content.map((part) => {
    if ("random" in part) return random();
    if ("url" in part) return undefined;
    try {
      return decoder.decode(part.bytes);
    } catch {
      return undefined;
    }
  });
  return texts.every((text) => text !== undefined) ? texts.join("") : undefined;
}
