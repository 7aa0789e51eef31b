import {
  isImageName,
  textAt,
  type ButaneDocument,
  type OpenDocument,
  type Path,
} from "@/lib/butane";
import { composeFileLayer, confextKind, readFileLayers } from "./file-layers";
import type { ConfextLayer } from "./value";

/** Writes a layer over `/etc`, and starts the service that merges it; nothing until it has a name and an address or a file. */
export function composeConfext(
  layer: ConfextLayer,
  document: ButaneDocument,
  at: Path,
): void {
  const isThere =
    layer.from === "files"
      ? composeFileLayer(document, confextKind, { ...layer, reload: false }, at)
      : composeImage(layer, document, at);
  if (isThere)
    document.putUnit(
      { name: "systemd-confext.service", enabled: true },
      { origin: at },
    );
}

function composeImage(
  { name, url, hash }: ConfextLayer,
  document: ButaneDocument,
  at: Path,
): boolean {
  if (!isImageName(name) || url === "") return false;
  document.putFile(
    {
      path: `${confextKind.root}/${name}.raw`,
      mode: 0o644,
      contents: { source: url, ...(hash ? { hash } : {}) },
    },
    { origin: [...at, "url"] },
  );
  return true;
}

const image = /^\/var\/lib\/confexts\/([^/]+)\.raw$/;

/** The layers over `/etc` that a document writes: images first, then those that are files. */
export function readConfexts(document: OpenDocument): ConfextLayer[] {
  const images = document
    .entriesOf("storage.files")
    .flatMap(({ key, value }) => {
      const name = image.exec(key)?.[1] ?? "";
      const url = textAt(value, "contents", "source");
      if (!isImageName(name) || url === undefined) return [];
      const hash = textAt(value, "contents", "verification", "hash") ?? "";
      return [{ ...blank, name, url, hash }];
    });
  const layers = readFileLayers(document, confextKind).flatMap(
    ({ name, match, osVersion, reload, files }) =>
      match === "level" || reload
        ? []
        : [{ ...blank, name, from: "files" as const, match, osVersion, files }],
  );
  return [...images, ...layers];
}

const blank: ConfextLayer = {
  name: "",
  from: "image",
  url: "",
  hash: "",
  match: "any",
  osVersion: "",
  files: [],
};
