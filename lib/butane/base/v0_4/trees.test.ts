import { expect, test } from "vitest";
import type { FileInfo, FileSource } from "../../file-source";
import { transpile } from "../../transpile";

const TREE = `variant: flatcar
version: 1.0.0
storage:
  trees:
    - local: tree
`;

/** A tree of one entry, which may be anything a directory can hold. */
function oneEntry(info: FileInfo): FileSource {
  return {
    read: () => new TextEncoder().encode("contents\n"),
    inspect: (path) => (path === "tree" ? { type: "directory" } : info),
    list: () => ["entry"],
  };
}

test.each([
  ["a file", { type: "file" }, { files: [{ path: "/entry", mode: 0o644 }] }],
  [
    "a program",
    { type: "file", executable: true },
    { files: [{ mode: 0o755 }] },
  ],
  ["a link", { type: "link", target: "x" }, { links: [{ target: "x" }] }],
  ["a directory", { type: "directory" }, { files: [], links: [] }],
] as const)("%s in a tree becomes a node of the config", (_, info, storage) => {
  const list = info.type === "directory" ? [] : ["entry"];
  const files = {
    ...oneEntry(info),
    list: (path: string) => (path === "tree" ? ["entry"] : list.slice(1)),
  };
  const { ignition, report } = transpile(TREE, { files });
  expect(report).toEqual([]);
  expect(ignition).toMatchObject({ storage });
});

test("a device, socket or pipe in a tree is refused", () => {
  const { report } = transpile(TREE, { files: oneEntry({ type: "other" }) });
  expect(report).toMatchObject([
    {
      code: "tree-holds-special-file",
      path: ["storage", "trees", 0],
      values: { file: "tree/entry" },
    },
  ]);
});

test("what cannot be read says which file it was, and does not stop the walk", () => {
  const files: FileSource = {
    ...oneEntry({ type: "file" }),
    list: () => ["one", "two"],
    read: () => ({ failure: "unreadable" }),
  };
  expect(transpile(TREE, { files }).report.map(({ values }) => values)).toEqual(
    [
      { file: "tree/one", failure: "unreadable" },
      { file: "tree/two", failure: "unreadable" },
    ],
  );
});
