import { isFailure, type FileInfo, type FileSource } from "../../file-source";
import type { Path } from "../../path";
import { cleanPath } from "../../file-path";
import type { Values } from "../../struct/decode";
import { insideOf, unreadable } from "../../translate/local-files";
import type { Translation } from "../../translate/translation";
import { NodeList } from "./node-list";
import type { Config, Tree } from "./schema";
import { embed } from "./translate";

/** What later specs say about all that a tree brings. */
interface Bringing extends Tree {
  readonly user?: { readonly id?: number; readonly name?: string };
  readonly group?: { readonly id?: number; readonly name?: string };
  readonly file_mode?: number;
  readonly dir_mode?: number;
}

/** Writes the local directories under `storage.trees` into the config, as files and links. */
export function addTrees(
  run: Translation,
  document: Config,
  config: Values,
): void {
  const trees = document.storage?.trees ?? [];
  if (trees.length === 0) return;
  const { files } = run.options;
  if (!files) {
    run.fail("no-files-directory", ["storage", "trees", 0]);
    return;
  }
  const nodes = new NodeList(config);
  trees.forEach((tree, index) => {
    const at = ["storage", "trees", index];
    new Walk(run, files, nodes, at, tree).start();
  });
}

/** One tree on its way into the config. A problem does not stop the walk, so that all of them are told at once. */
class Walk {
  constructor(
    private readonly run: Translation,
    private readonly files: FileSource,
    private readonly nodes: NodeList,
    private readonly at: Path,
    private readonly tree: Bringing,
  ) {}

  start(): void {
    const { local = "", path } = this.tree;
    const root = insideOf(this.files, local);
    if (root === undefined) {
      return this.run.fail("outside-files-directory", this.at);
    }
    const info = this.files.inspect(root, true);
    if (isFailure(info)) return this.#unreadable(root, info.failure);
    if (info.type !== "directory") {
      return this.run.fail("tree-not-a-directory", this.at);
    }
    this.#visit(root, cleanPath(path || "/"));
  }

  #visit(source: string, destination: string): void {
    const info = this.files.inspect(source);
    if (isFailure(info)) return this.#unreadable(source, info.failure);
    switch (info.type) {
      case "directory":
        this.#make(destination);
        return this.#directory(source, destination);
      case "file":
        return this.#file(source, destination, info);
      case "link":
        return this.#link(destination, info);
      case "other":
        return this.run.fail("tree-holds-special-file", this.at, {
          file: source,
        });
    }
  }

  #directory(source: string, destination: string): void {
    const names = this.files.list(source);
    if (isFailure(names)) return this.#unreadable(source, names.failure);
    for (const name of [...names].sort()) {
      const inside = source ? `${source}/${name}` : name;
      this.#visit(inside, cleanPath(`${destination}/${name}`));
    }
  }

  /** A directory is listed only if there is something to say about it. */
  #make(path: string): void {
    const { dir_mode } = this.tree;
    const owner = this.#owner();
    if (dir_mode === undefined && Object.keys(owner).length === 0) return;
    const made = { path, mode: dir_mode ?? 0o755, ...owner };
    const index = this.nodes.add("directories", made);
    if (index === undefined) return this.#exists(path);
    const to = ["storage", "directories", index];
    this.run.sources.addMadeItem({ from: this.at, to });
  }

  #owner(): Values {
    const { user, group } = this.tree;
    return {
      ...(user && Object.keys(user).length > 0 && { user }),
      ...(group && Object.keys(group).length > 0 && { group }),
    };
  }

  #file(source: string, destination: string, info: FileInfo): void {
    const node = this.nodes.claim("files", destination, this.#owner());
    const contents = (node?.value.contents ?? {}) as Values;
    if (!node || contents.source) return this.#exists(destination);
    const to = ["storage", "files", node.index];
    if (node.isNew) this.run.sources.addMadeItem({ from: this.at, to });
    const bytes = this.files.read(source);
    if (isFailure(bytes)) return this.#unreadable(source, bytes.failure);
    const taken = this.run.takeIn(bytes);
    if ("code" in taken) {
      return this.run.fail(taken.code, this.at, taken.values);
    }
    const whole = { ...contents };
    embed(this.run, bytes, whole, this.at, [...to, "contents"]);
    node.value.contents = whole;
    this.run.sources.add({ from: this.at, to: [...to, "contents"] });
    if (node.value.mode === undefined) {
      node.value.mode =
        this.tree.file_mode ?? (info.executable ? 0o755 : 0o644);
      this.run.sources.add({ from: this.at, to: [...to, "mode"] });
    }
  }

  #link(destination: string, info: FileInfo): void {
    const node = this.nodes.claim("links", destination, this.#owner());
    if (!node || node.value.target) return this.#exists(destination);
    const to = ["storage", "links", node.index];
    if (node.isNew) this.run.sources.addMadeItem({ from: this.at, to });
    node.value.target = info.target ?? "";
    this.run.sources.add({ from: this.at, to: [...to, "target"] });
  }

  #exists(path: string): void {
    this.run.fail("tree-meets-node", this.at, { path });
  }

  #unreadable(file: string, failure: string): void {
    const { code, values } = unreadable(file, failure);
    this.run.fail(code, this.at, values);
  }
}
