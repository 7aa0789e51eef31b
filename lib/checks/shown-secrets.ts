import { extensionById, type Path } from "@/lib/butane";
import type { Preset } from "@/lib/preset/preset";
import { modeNumber } from "@/lib/preset/sections/files/plain";
import {
  secretsInText,
  type SecretFound,
} from "@/lib/preset/sections/files/secret-text";
import type { FileContents } from "@/lib/preset/sections/files/value";
import type { Check, Finding, Fix } from "./check";

/** A text that looks like a secret, in a field that is not left out of links. */
export interface ShownSecret extends SecretFound {
  readonly text: string;
  readonly field: Path;
  /** Whether it is in a file that others on the node may not read, which says that somebody takes it for one. */
  readonly isShut: boolean;
  readonly fix?: Fix;
}

/** Secrets in texts that links and stored presets carry. Units have a check of their own, as everybody on the node reads them. */
export const shownSecrets: Check = ({ preset }) =>
  shownIn(preset).map(
    ({ what, isSure, isShut, field, fix }): Finding => ({
      kind: isSure || isShut ? "warning" : "info",
      code: field[0] === "files" ? "secret-in-file" : "secret-in-text",
      sentence: `This ${isSure ? "holds" : "looks like"} ${what}, and links and stored presets carry it.`,
      ...(fix
        ? {}
        : {
            why: "A secret file keeps it out of them, where the program can read it from one.",
          }),
      field,
      ...(fix ? { fix } : {}),
    }),
  );

/** The first secret of each such text. */
export function shownIn(preset: Preset): ShownSecret[] {
  return [...contentsOf(preset), ...textsOf(preset)].flatMap((one) => {
    const [found] = secretsInText(one.text);
    if (!found) return [];
    const { text, field, isShut = false, makeSecret } = one;
    // A name with a value, in a file that everybody may read: nobody takes it for a secret.
    if (field[0] === "files" && !found.isSure && !isShut) return [];
    const fix = makeSecret?.(found);
    return [{ ...found, text, field, isShut, ...(fix ? { fix } : {}) }];
  });
}

interface Place {
  readonly text: string;
  readonly field: Path;
  readonly isShut?: boolean;
  makeSecret?(found: SecretFound): Fix;
}

/** Contents that can be made a secret with a click. */
function contentsOf({ files, ignition }: Preset): Place[] {
  const ofFiles = files.files.flatMap(({ contents, append, mode }, index) => {
    const at = ["files", "files", index];
    const isShut = ((modeNumber(mode) ?? 0o644) & 0o007) === 0;
    // What nobody else may see, nobody else may read on the node either.
    const shut = ({ isSure }: SecretFound) =>
      isSure && !isShut ? [{ path: [...at, "mode"], value: "0600" }] : [];
    return [
      place(contents, [...at, "contents"], shut),
      ...append.map((one, part) => place(one, [...at, "append", part], shut)),
    ]
      .flat()
      .map((one) => ({ ...one, isShut }));
  });
  const ofIgnition = [
    ...ignition.merge.map((one, index) =>
      place(one, ["ignition", "merge", index]),
    ),
    place(ignition.replace, ["ignition", "replace"]),
  ];
  return [...ofFiles, ...ofIgnition].flat();
}

function place(
  contents: FileContents,
  at: Path,
  more: (found: SecretFound) => Fix["edits"] = () => [],
): Place[] {
  if (contents.kind !== "text") return [];
  const { text } = contents;
  const secret = { ...contents, kind: "secret", secret: text, text: "" };
  return [
    {
      text,
      field: [...at, "text"],
      makeSecret: (found) => ({
        label: "Keep it out of links",
        edits: [{ path: at, value: secret }, ...more(found)],
      }),
    },
  ];
}

/** Texts of other sections, and settings of extensions that are not known for secrets. */
function textsOf(preset: Preset): Place[] {
  const { layers, containers, kernel, units } = preset;
  return [
    ...layers.directories.flatMap(({ files }, index) =>
      files.map(({ text }, file) => ({
        text,
        field: ["layers", "directories", index, "files", file, "text"],
      })),
    ),
    ...containers.quadlets.map(({ text }, index) => ({
      text,
      field: ["containers", "quadlets", index, "text"],
    })),
    { text: containers.containerd, field: ["containers", "containerd"] },
    ...kernel.confs.map(({ text }, index) => ({
      text,
      field: ["kernel", "confs", index, "text"],
    })),
    ...units.userUnits.map(({ contents }, index) => ({
      text: contents,
      field: ["units", "userUnits", index, "contents"],
    })),
    ...preset.extensions.chosen.flatMap(({ id, params, own }, index) => {
      const specs = own ? {} : (extensionById(id)?.params ?? {});
      return Object.entries(params).flatMap(([key, text]) =>
        typeof text === "string" &&
        Object.hasOwn(specs, key) &&
        !specs[key]?.secret
          ? [{ text, field: ["extensions", "chosen", index, "params", key] }]
          : [],
      );
    }),
  ];
}
