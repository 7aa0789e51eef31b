import {
  textAt,
  type ButaneDocument,
  type ListName,
  type Path,
  type PlainValue,
} from "@/lib/butane";
import { noContents } from "../files/contents";
import { fieldsOfContents, plainContents } from "../files/plain";
import { readFetched } from "../files/read";
import { looksSecret } from "../files/secret-text";
import type { FileContents } from "../files/value";
import type { Group, Items } from "../parts";

/** Contents that stand in a list of the document, each read and taken back alone. */
export function resourcesIn(list: ListName): Items<FileContents> {
  return {
    items: true,
    compose: (contents, document, at) => put(list, contents, document, at),
    read: (document) =>
      document.entriesOf(list).map(({ value }) => readContents(value)),
    key: ({ source, text, secret }) => source || text || secret,
  };
}

/** Contents of which there is one. */
export function resourceAt(list: ListName): Group<FileContents> {
  return {
    compose: (contents, document, at) => put(list, contents, document, at),
    read(document) {
      const [entry] = document.entriesOf(list);
      return entry && readContents(entry.value);
    },
  };
}

function put(
  list: ListName,
  contents: FileContents,
  document: ButaneDocument,
  at: Path,
): void {
  const plain = plainContents(contents);
  if (!plain || plain["inline"] === "") return;
  document.putEntry(list, plain, {
    origin: at,
    fields: fieldsOfContents(contents, [], at),
  });
}

function readContents(value: PlainValue): FileContents {
  const inline = textAt(value, "inline");
  const source = textAt(value, "source");
  if (inline !== undefined)
    return looksSecret(inline)
      ? { ...noContents, kind: "secret", secret: inline }
      : { ...noContents, text: inline };
  return source === undefined
    ? { ...noContents, kind: "none" }
    : readFetched(source, value);
}
