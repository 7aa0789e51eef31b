import { textAt, type ButaneDocument, type Path } from "@/lib/butane";
import type { Items } from "../parts";
import type { ConfFile, ConfKind } from "./value";

/** Where the files of a kind stand, and how their names end. */
const places: Readonly<
  Record<ConfKind, { readonly folder: string; readonly ending: string }>
> = {
  sysctl: { folder: "/etc/sysctl.d", ending: ".conf" },
  modules: { folder: "/etc/modules-load.d", ending: ".conf" },
  modprobe: { folder: "/etc/modprobe.d", ending: ".conf" },
  udev: { folder: "/etc/udev/rules.d", ending: ".rules" },
  tmpfiles: { folder: "/etc/tmpfiles.d", ending: ".conf" },
  journald: { folder: "/etc/systemd/journald.conf.d", ending: ".conf" },
  audit: { folder: "/etc/audit/rules.d", ending: ".rules" },
  motd: { folder: "/etc/motd.d", ending: ".conf" },
};

/** Where a settings file stands on the node. */
export function confPath({ kind, name }: Pick<ConfFile, "kind" | "name">) {
  const { folder, ending } = places[kind];
  return `${folder}/${name}${ending}`;
}

/** Settings files: each is read and taken back alone. */
export const confFiles: Items<ConfFile> = {
  items: true,
  compose(conf, document, at) {
    if (conf.name !== "" && conf.text.trim() !== "") put(conf, document, at);
  },
  read: (document) =>
    document.entriesOf("storage.files").flatMap(({ key, value }) => {
      const place = kindOf(key);
      const text = textAt(value, "contents", "inline");
      return place && text !== undefined
        ? [{ ...place, text: asTyped(text) }]
        : [];
    }),
  key: confPath,
};

function put(conf: ConfFile, document: ButaneDocument, at: Path): void {
  const { kind, text } = conf;
  document.putFile(
    {
      path: confPath(conf),
      mode: 0o644,
      // The image has audit rules of its own that a file of the same name takes the place of.
      ...(kind === "audit" ? { overwrite: true } : {}),
      contents: { inline: text.endsWith("\n") ? text : `${text}\n` },
    },
    {
      origin: at,
      fields: [
        { at: ["path"], field: [...at, "name"] },
        { at: ["contents", "inline"], field: [...at, "text"] },
      ],
    },
  );
}

function kindOf(path: string): Pick<ConfFile, "kind" | "name"> | undefined {
  for (const [kind, { folder, ending }] of Object.entries(places)) {
    if (!path.startsWith(`${folder}/`) || !path.endsWith(ending)) continue;
    const name = path.slice(folder.length + 1, -ending.length);
    if (name !== "" && !name.includes("/"))
      return { kind: kind as ConfKind, name };
  }
  return undefined;
}

/** Without the line end that is written anyway; several of them are part of the text. */
function asTyped(text: string): string {
  return /[^\n]\n$/.test(text) ? text.slice(0, -1) : text;
}
