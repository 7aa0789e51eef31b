import type { PlainValue } from "@/lib/butane";
import { clcContents } from "./clc-contents";
import {
  listOf,
  said,
  structOf,
  type CapiProblem,
  type Values,
} from "./problem";

/** A filesystem that files may be on: Ignition 2 names it beside a path of its own. */
export interface Mounted {
  readonly name: string;
  readonly path: string;
}

/** Files, directories and links in Container Linux Config. */
export function clcNodes(
  storage: Values,
  mounted: readonly Mounted[],
  problems: CapiProblem[],
): Values {
  const place = (node: Values) => placed(node, mounted);
  return said({
    directories: listOf(storage, "directories").map((one) => ({
      ...place(one),
      // What Ignition takes anyway; the transpiler warns where it is not said.
      mode: typeof one.mode === "number" ? one.mode : 0o755,
    })),
    files: listOf(storage, "files").flatMap((one) =>
      clcFiles(one, place(one), problems),
    ),
    links: listOf(storage, "links").map((one) => ({
      ...place(one),
      target: String(one.target ?? ""),
      ...said({ hard: one.hard }),
    })),
  });
}

/** One entry for the contents and one for each piece that is appended: here `append` is a switch and no list. */
function clcFiles(
  file: Values,
  node: Values,
  problems: CapiProblem[],
): Values[] {
  const path = String(file.path);
  const contents = structOf(file, "contents");
  const { overwrite: _overwrite, ...appended } = node;
  const pieces = listOf(file, "append").map((piece) => ({
    ...appended,
    ...withMode(file),
    append: true,
    contents: clcContents(piece, path, problems),
  }));
  if (contents.source !== undefined) {
    const made = clcContents(contents, path, problems);
    const mode = typeof file.mode === "number" ? file.mode : 0o644;
    return [{ ...node, mode, ...said({ contents: made }) }, ...pieces];
  }
  // A file without contents is made where it is missing and left alone where it is not; without `append` this would empty it.
  return pieces.length > 0
    ? pieces
    : [{ ...appended, ...withMode(file), append: true }];
}

const withMode = ({ mode }: Values) =>
  typeof mode === "number" ? { mode } : {};

function placed(node: Values, mounted: readonly Mounted[]): Values {
  const path = String(node.path);
  const filesystem = mounted
    .filter((one) => path.startsWith(`${one.path}/`))
    .sort((one, other) => other.path.length - one.path.length)[0];
  return {
    ...(filesystem ? { filesystem: filesystem.name } : {}),
    path: filesystem ? path.slice(filesystem.path.length) : path,
    ...said({ user: owner(node, "user"), group: owner(node, "group") }),
    ...(typeof node.overwrite === "boolean"
      ? { overwrite: node.overwrite }
      : {}),
  };
}

function owner(node: Values, key: "user" | "group"): PlainValue {
  const { id, name } = structOf(node, key);
  if (typeof id === "number") return { id };
  return said({ name });
}
