import {
  createDocument,
  extensionById,
  inCurrentWay,
  missingFrom,
  openDocument,
  patch,
  textAt,
  type DocumentEntry,
  type OpenDocument,
  type Path,
} from "@/lib/butane";
import { draftOf } from "../draft-of";
import { nodeExtensions } from "../node-extensions";
import type { ChosenExtension, Preset } from "../preset";
import { settlePreset } from "../settle";
import { binaryFinds, torcxFinds, type Found } from "./superseded";

/** A way to write a part of a text as Kindling writes it today. It is offered, and never made unasked. */
export interface Upgrade {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** The field it is about. */
  readonly field?: Path;
  /** The place in the document it is about. */
  readonly path?: Path;
  /** The node after it. */
  preset(): Preset;
}

/** What in a document that is kept whole could be written the current way; none where Kindling wrote it. */
export function upgradesOf(preset: Preset): readonly Upgrade[] {
  if (!preset.rest.whole || preset.target.variant !== "flatcar") return [];
  const opened = openDocument(preset.rest.text);
  if (!opened.ok) return [];
  const document = opened.value;
  return [
    ...preset.extensions.chosen.flatMap(
      (_, index) => layoutUpgrade(preset, index, document) ?? [],
    ),
    ...[...torcxFinds(document), ...binaryFinds(document)].map((found) =>
      replacement(preset, found),
    ),
  ];
}

function layoutUpgrade(
  preset: Preset,
  index: number,
  document: OpenDocument,
): Upgrade | null {
  const chosen = preset.extensions.chosen[index]!;
  const { written } = chosen;
  const extension = extensionById(chosen.id);
  if (!written || (!chosen.own && extension?.kind !== "bakery")) return null;
  const current = inCurrentWay({ ...chosen, written }, nodeExtensions(preset));
  const after = withChosen(preset, index, { ...chosen, written: current });
  if (missingFrom(document, draftOf(after)).length === 0) return null;
  return {
    id: `layout:${chosen.id}`,
    title: `Write ${chosen.own ? chosen.id : (extension?.title ?? chosen.id)} the current way`,
    why: whyOf(chosen),
    field: ["extensions", "chosen", index],
    preset: () => settlePreset(preset, after),
  };
}

/** The worst that the document's way does to a node. */
function whyOf({ id, written }: ChosenExtension): string {
  const entries = written?.entries ?? [];
  const text = JSON.stringify(entries);
  const paths = entries.map(({ value }) => textAt(value, "path") ?? "");
  if (text.includes("systemd-sysext refresh"))
    return "systemd-sysext refresh fails inside the update service, and the old version keeps running.";
  if (paths.includes(`/etc/extensions/${id}.raw`) && !text.includes('"target"'))
    return "Without a versioned file behind a link, the image cannot be updated or rolled back.";
  if (/ExecStartPre=\/usr\/lib\/systemd\/systemd-sysupdate/.test(text))
    return "While its server is down, no other extension of the node is updated or activated.";
  if (paths.some((path) => path.startsWith("/etc/sysupdate.")))
    return "Its update file is fetched on the first boot, which fails when that fails. Ours is part of the text.";
  return "The file keeps its version in its name and stands where updates look for it.";
}

/** Files that an extension does the work of, taken out, and the extension put in. */
function replacement(preset: Preset, found: Found): Upgrade {
  const { entries, extension, version } = found;
  const [first] = entries;
  return {
    id: found.id,
    title: found.title,
    why: found.why,
    ...(first ? { path: first.path } : {}),
    preset() {
      const text = without(preset, entries);
      const bare = { ...preset, rest: { text, whole: true } };
      const known = preset.extensions.chosen.some(
        ({ id }) => id === extension?.id,
      );
      if (!extension || known) return settlePreset(bare, bare);
      const added: ChosenExtension = {
        id: extension.id,
        version,
        hash: "",
        updates: extension.updates,
        activation: extension.activation,
        keep: extension.keep ?? 3,
        params: {},
      };
      const { chosen, builtinOff } = preset.extensions;
      const off = [
        ...new Set([...builtinOff, ...(extension.switchesOff ?? [])]),
      ];
      const extensions = {
        ...preset.extensions,
        chosen: [...chosen, added],
        builtinOff: off,
      };
      return settlePreset(bare, { ...bare, extensions });
    },
  };
}

function without(preset: Preset, entries: readonly DocumentEntry[]): string {
  const header = {
    variant: preset.target.variant,
    version: preset.target.spec,
  };
  const before = createDocument(header);
  for (const { list, value } of entries) before.putEntry(list, value);
  return patch(preset.rest.text, before, createDocument(header)).text;
}

function withChosen(
  preset: Preset,
  index: number,
  one: ChosenExtension,
): Preset {
  const chosen = preset.extensions.chosen.with(index, one);
  return { ...preset, extensions: { ...preset.extensions, chosen } };
}
