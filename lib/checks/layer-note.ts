import type { Check, Finding } from "./check";
import { entriesOf, textAt, type Found } from "./document";

const layer = /^(\/(?:etc|var\/lib)\/extensions\/([^/]+))\/./;

/** A layer that is typed as files needs its note of the OS it fits (tried with systemd 252). */
export const layerNotes: Check = ({ composed }) => {
  const entries = [
    ...entriesOf(composed, ["storage", "files"]),
    ...entriesOf(composed, ["storage", "links"]),
  ];
  const paths = new Set(entries.map(({ value }) => textAt(value, "path")));
  const told = new Set<string>();
  return entries.flatMap(({ value, at }: Found): Finding[] => {
    const [, folder, name] = layer.exec(textAt(value, "path")) ?? [];
    if (folder === undefined || told.has(folder)) return [];
    const note = `${folder}/usr/lib/extension-release.d/extension-release.${name}`;
    if (paths.has(note)) return [];
    told.add(folder);
    return [
      {
        kind: "error",
        code: "layer-note-missing",
        sentence: `${folder} has no extension-release.${name}: systemd-sysext passes over it, and none of its files is seen.`,
        why: `Write ${note} with the line ID=_any.`,
        path: [...at, "path"],
      },
    ];
  });
};
