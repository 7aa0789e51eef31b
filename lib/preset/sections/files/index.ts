import type { ButaneDocument, DocumentEntry, ListName } from "@/lib/butane";
import { defineSection, type ReadContext } from "../../section";
import { count, firstFew, quote } from "../../words";
import {
  fieldsOfFile,
  fieldsOfNode,
  plainDirectory,
  plainFile,
  plainLink,
} from "./plain";
import { pathsOfUserUnits } from "../units/plain";
import { readDirectories, readFiles, readLinks } from "./read";
import { filesSchema } from "./schema";
import type { FilesValue } from "./value";

const initial: FilesValue = { files: [], directories: [], links: [] };

export const files = defineSection({
  id: "files",
  title: "Files",
  group: "system",
  schema: filesSchema,
  initial,
  compose(value, { document }) {
    composeFiles(value, document);
  },
  // Whatever no other section writes is a file of its own.
  read({ document, prior: { files: prior }, written, node }) {
    const own = ownEntries(written, pathsOfUserUnits(node.units.userUnits));
    return {
      files: readFiles(
        document.entriesOf("storage.files").filter(own),
        prior.files,
      ),
      directories: readDirectories(
        document.entriesOf("storage.directories").filter(own),
        prior.directories,
      ),
      links: readLinks(
        document.entriesOf("storage.links").filter(own),
        prior.links,
      ),
    };
  },
  without: (value, fields) => {
    const gone = new Set(fields.map(([, list, index]) => `${list}/${index}`));
    const kept = <Item>(list: keyof FilesValue, items: readonly Item[]) =>
      items.filter((_, index) => !gone.has(`${list}/${index}`));
    return {
      files: kept("files", value.files),
      directories: kept("directories", value.directories),
      links: kept("links", value.links),
    };
  },
  count: ({ files, directories, links }) =>
    files.length + directories.length + links.length,
  describe: ({ files, directories, links }) => [
    ...lineOf("writes", "file", files),
    ...lineOf("makes", "folder", directories),
    ...lineOf("makes", "link", links),
  ],
});

function composeFiles(value: FilesValue, document: ButaneDocument): void {
  value.files.forEach((file, index) => {
    const origin = ["files", "files", index];
    if (file.path)
      document.putEntry("storage.files", plainFile(file), {
        origin,
        fields: fieldsOfFile(file, origin),
      });
  });
  value.directories.forEach((directory, index) => {
    const origin = ["files", "directories", index];
    if (directory.path)
      document.putEntry("storage.directories", plainDirectory(directory), {
        origin,
        fields: fieldsOfNode(origin),
      });
  });
  value.links.forEach((link, index) => {
    const origin = ["files", "links", index];
    if (link.path)
      document.putEntry("storage.links", plainLink(link), {
        origin,
        fields: fieldsOfNode(origin),
      });
  });
}

/** Whether an entry belongs to no other section. */
function ownEntries(
  written: ReadContext["written"],
  ofUserUnits: ReadonlySet<string>,
): (entry: DocumentEntry) => boolean {
  const theirs = new Map<ListName, Set<string>>();
  for (const { list, key } of written) {
    const keys = theirs.get(list) ?? new Set<string>();
    theirs.set(list, keys.add(key));
  }
  return ({ list, key }) =>
    key !== "" && !theirs.get(list)?.has(key) && !ofUserUnits.has(key);
}

function lineOf(
  does: string,
  what: string,
  items: readonly { readonly path: string }[],
): string[] {
  const paths = items.map(({ path }) => quote(path)).filter(Boolean);
  return paths.length === 0
    ? []
    : [`${does} ${count(paths.length, what)}: ${firstFew(paths)}`];
}
