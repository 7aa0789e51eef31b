import type { Path, PlainValue } from "@/lib/butane";
import type {
  FileContents,
  FileNode,
  NodeDirectory,
  NodeFile,
  NodeLink,
} from "./value";

type Plain = Readonly<Record<string, PlainValue>>;
type Parts = Readonly<Record<string, PlainValue | undefined>>;

/** A file in Butane's keys. */
export function plainFile(file: NodeFile): Plain {
  return said({
    path: file.path,
    mode: modeNumber(file.mode),
    ...common(file),
    contents: plainContents(file.contents),
    append: file.append
      .map(plainContents)
      .filter((one): one is Plain => one !== undefined),
  });
}

/** A directory in Butane's keys. */
export function plainDirectory(directory: NodeDirectory): Plain {
  return said({
    path: directory.path,
    mode: modeNumber(directory.mode),
    ...common(directory),
  });
}

/** A link in Butane's keys. */
export function plainLink(link: NodeLink): Plain {
  return said({
    path: link.path,
    target: link.target,
    ...common(link),
    hard: link.hard || undefined,
  });
}

/** Permission bits of octal digits; nothing for what is none. */
export function modeNumber(text: string): number | undefined {
  const digits = /^\s*(?:0o)?([0-7]{1,5})\s*$/.exec(text)?.[1];
  return digits === undefined ? undefined : parseInt(digits, 8);
}

function common({ overwrite, user, group }: FileNode): Parts {
  return {
    overwrite: overwrite || undefined,
    user: owner(user),
    group: owner(group),
  };
}

function owner(text: string): Plain | undefined {
  if (text === "") return undefined;
  return /^\d{1,10}$/.test(text) ? { id: Number(text) } : { name: text };
}

/** Contents in Butane's keys; nothing where none are given. */
export function plainContents(contents: FileContents): Plain | undefined {
  switch (contents.kind) {
    case "none":
      return undefined;
    case "text":
      return { inline: contents.text };
    case "secret":
      return { inline: contents.secret };
    case "fetch": {
      const { source, hash, compression, headers } = contents;
      if (source === "") return undefined;
      const sent = headers.filter(({ name, value }) => name && value);
      return said({
        source,
        compression: compression || undefined,
        http_headers: sent.map(({ name, value }) => ({ name, value })),
        verification: hash ? { hash } : undefined,
      });
    }
  }
}

/** Without what says nothing. */
function said(parts: Parts): Plain {
  return Object.fromEntries(
    Object.entries(parts).filter(
      (pair): pair is [string, PlainValue] =>
        pair[1] !== undefined &&
        !(Array.isArray(pair[1]) && pair[1].length === 0),
    ),
  );
}

/** Which field of a file asked for which part of its entry. */
export function fieldsOfFile(file: NodeFile, at: Path) {
  const written = file.append
    .map((one, index) => ({ one, index }))
    .filter(({ one }) => plainContents(one) !== undefined);
  return [
    ...fieldsOfNode(at),
    ...fieldsOfContents(file.contents, ["contents"], [...at, "contents"]),
    ...written.flatMap(({ one, index }, place) =>
      fieldsOfContents(one, ["append", place], [...at, "append", index]),
    ),
  ];
}

/** The same for what every entry has. */
export function fieldsOfNode(at: Path) {
  return ["path", "mode", "user", "group", "target"].map((key) => ({
    at: [key],
    field: [...at, key],
  }));
}

/** Which field of some contents asked for which part of them. */
export function fieldsOfContents(
  { kind }: FileContents,
  at: Path,
  field: Path,
) {
  if (kind !== "fetch")
    return [{ at: [...at, "inline"], field: [...field, kind] }];
  return [
    { at: [...at, "source"], field: [...field, "source"] },
    { at: [...at, "compression"], field: [...field, "compression"] },
    { at: [...at, "http_headers"], field: [...field, "headers"] },
    { at: [...at, "verification"], field: [...field, "hash"] },
  ];
}
