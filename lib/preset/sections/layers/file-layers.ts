import {
  isImageName,
  textAt,
  valueAt,
  type ButaneDocument,
  type DocumentEntry,
  type OpenDocument,
  type Path,
} from "@/lib/butane";
import type { LayerFile, LayerMatch } from "./value";

/** A kind of layer that is written as files. */
export interface LayerKind {
  /** Where the layers stand: `/etc/extensions`. */
  readonly root: string;
  /** Where the note of which OS it fits stands in a layer, before its name. */
  readonly release: string;
}

export const sysextKind: LayerKind = {
  root: "/etc/extensions",
  release: "usr/lib/extension-release.d/extension-release.",
};

/** systemd-confext does not look below `/etc`. */
export const confextKind: LayerKind = {
  root: "/var/lib/confexts",
  release: "etc/extension-release.d/extension-release.",
};

/** The note that decides whether systemd merges a layer. */
export interface ReleaseNote {
  readonly match: LayerMatch;
  readonly osVersion: string;
  readonly reload: boolean;
}

/** A layer as far as it is written as files. */
export interface FileLayer extends ReleaseNote {
  readonly name: string;
  readonly files: readonly LayerFile[];
}

/** A file's path in its layer; `null` for what would not stand in it, which is not written. */
export function pathInLayer(path: string): string | null {
  const inner = path.trim().replace(/^\/+/, "");
  const steps = inner.split("/");
  return steps.some((step) => step === "" || step === "." || step === "..")
    ? null
    : inner;
}

/** Writes the files of a layer and its release note; a layer without a name or without a file writes nothing. Tells whether it wrote. */
export function composeFileLayer(
  document: ButaneDocument,
  kind: LayerKind,
  layer: FileLayer,
  at: Path,
): boolean {
  if (!isImageName(layer.name)) return false;
  const home = `${kind.root}/${layer.name}`;
  const files = layer.files.flatMap((file, index) => {
    const inner = pathInLayer(file.path);
    const waits = file.from === "url" && file.url === "";
    return inner === null || waits ? [] : [{ file, inner, index }];
  });
  if (files.length === 0) return false;
  document.putFile(
    {
      path: `${home}/${kind.release}${layer.name}`,
      mode: 0o644,
      contents: { inline: releaseNote(layer) },
    },
    {
      comment: `Says which OS the layer ${layer.name} fits; without it no layer and no image is merged.`,
      origin: at,
    },
  );
  for (const { file, inner, index } of files)
    document.putFile(
      {
        path: `${home}/${inner}`,
        mode: file.executable ? 0o755 : 0o644,
        contents:
          file.from === "url"
            ? { source: file.url, ...(file.hash ? { hash: file.hash } : {}) }
            : { inline: file.text },
      },
      { origin: [...at, "files", index] },
    );
  return true;
}

/** The layers of a kind that a document writes with a release note of ours, in its order. */
export function readFileLayers(
  document: OpenDocument,
  kind: LayerKind,
): FileLayer[] {
  const byName = new Map<string, DocumentEntry[]>();
  for (const entry of document.entriesOf("storage.files")) {
    const name = nameIn(entry.key, kind);
    if (name === undefined) continue;
    const known = byName.get(name);
    if (known) known.push(entry);
    else byName.set(name, [entry]);
  }
  return [...byName].flatMap(([name, entries]) => {
    const home = `${kind.root}/${name}/`;
    const release = `${home}${kind.release}${name}`;
    const note = entries.find(({ key }) => key === release);
    const read = readNote(textAt(note?.value, "contents", "inline") ?? "");
    if (!read) return [];
    const files = entries
      .filter((entry) => entry !== note)
      .map((entry) => readFile(entry, home));
    return [{ name, ...read, files }];
  });
}

function nameIn(path: string, { root }: LayerKind): string | undefined {
  if (!path.startsWith(`${root}/`)) return undefined;
  const [name = "", ...rest] = path.slice(root.length + 1).split("/");
  return rest.length > 0 && isImageName(name) ? name : undefined;
}

function readFile({ key, value }: DocumentEntry, home: string): LayerFile {
  const mode = valueAt(value, "mode");
  const url = textAt(value, "contents", "source");
  return {
    path: key.slice(home.length),
    executable: typeof mode === "number" && (mode & 0o111) !== 0,
    from: url === undefined ? "text" : "url",
    text: textAt(value, "contents", "inline") ?? "",
    url: url ?? "",
    hash: textAt(value, "contents", "verification", "hash") ?? "",
  };
}

/** The text of the note. `ID=_any` skips every other comparison. */
export function releaseNote({ match, osVersion, reload }: ReleaseNote): string {
  const lines = {
    level: ["ID=flatcar", "SYSEXT_LEVEL=1.0"],
    any: ["ID=_any"],
    version: ["ID=flatcar", `VERSION_ID=${osVersion.replace(/\s+/g, "")}`],
  }[match];
  return [...lines, ...(reload ? ["EXTENSION_RELOAD_MANAGER=1"] : []), ""].join(
    "\n",
  );
}

function readNote(text: string): ReleaseNote | null {
  const osVersion = /^VERSION_ID=(.*)$/m.exec(text)?.[1] ?? "";
  const reload = /^EXTENSION_RELOAD_MANAGER=1$/m.test(text);
  const matches: readonly LayerMatch[] = ["level", "any", "version"];
  const match = matches.find(
    (one) =>
      releaseNote({ match: one, osVersion, reload }).trimEnd() ===
      text.trimEnd(),
  );
  return match ? { match, osVersion, reload } : null;
}
