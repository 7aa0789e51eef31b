import {
  encodeResource,
  gunzip,
  type Contents,
  type FileEntry,
  type Owner,
  type YamlNode,
} from "@/lib/butane";
import { utf8 } from "@/lib/bytes";
import { bytesOfBase64, readableText } from "../text";
import type { Handler, Run } from "./run";
import {
  flagOf,
  itemsOf,
  membersOf,
  target,
  textOf,
  type Member,
} from "./yaml";

/** Files in the order of the list; of two for one path the later one counts, as cloud-init writes it over the first. */
export const writeFiles: Handler = (value, run) => {
  const files = new Map<string, FileEntry>();
  for (const item of itemsOf(value) ?? []) {
    const file = readFile(item, run);
    if (!file) continue;
    const before = files.get(file.path);
    files.set(
      file.path,
      before && file.append
        ? { ...before, append: [...(before.append ?? []), ...file.append] }
        : file,
    );
  }
  for (const file of files.values()) run.document.putFile(file);
};

function readFile(item: YamlNode, run: Run): FileEntry | null {
  const fields = new Map(membersOf(item).map((one) => [one.name, one]));
  const value = (name: string) => fields.get(name)?.value;
  const path = textOf(value("path")) ?? "";
  const refused = placeProblem(path);
  if (refused) {
    run.leave(item, path || "a file without a path", refused);
    return null;
  }
  const contents = contentsOf(fields, path, run);
  if (!contents) return null;
  for (const { key, name, keyNode } of fields.values()) {
    if (!known.has(name))
      run.leave(
        keyNode,
        `${key} of ${path}`,
        "Ignition's files have no such field.",
      );
  }
  const append = flagOf(value("append")) === true;
  return {
    path,
    mode: modeOf(fields.get("permissions"), path, run),
    ...owners(textOf(value("owner")) ?? ""),
    // cloud-init writes over what is there; Ignition has to be told.
    ...(append ? { append: [contents] } : { overwrite: true, contents }),
  };
}

const known = new Set([
  ...["path", "content", "source", "owner", "permissions"],
  ...["encoding", "append", "defer"],
]);

/** Why Ignition cannot write a path; null where it can. */
function placeProblem(path: string): string | null {
  if (!path.startsWith("/")) return "The path of a file has to begin with `/`.";
  const [, top = ""] = path.split("/");
  if (top === "usr")
    return "`/usr` is read-only on Flatcar; put programs into `/opt/bin`.";
  if (["run", "tmp", "proc", "sys", "dev"].includes(top))
    return `\`/${top}\` does not outlive the first boot, during which Ignition writes; let a unit make the file, or put it elsewhere.`;
  return null;
}

function contentsOf(
  fields: ReadonlyMap<string, Member>,
  path: string,
  run: Run,
): Contents | null {
  const source = fields.get("source");
  if (source) {
    const uri = membersOf(source.value).find(({ name }) => name === "uri");
    for (const { name, keyNode } of membersOf(source.value)) {
      if (name !== "uri")
        run.leave(
          keyNode,
          `headers of ${path}`,
          "Add them to the document: `http_headers` beside `source`.",
        );
    }
    return { source: textOf(uri?.value) ?? "" };
  }
  const content = fields.get("content");
  if (!content) return { inline: "" };
  const bytes = decoded(content.value, textOf(fields.get("encoding")?.value));
  if (!bytes) {
    run.leave(
      content.keyNode,
      `content of ${path}`,
      "It is not what its `encoding` says.",
    );
    return null;
  }
  const inline = readableText(bytes);
  if (inline !== null) {
    tellVariables(inline, path, content.keyNode, run);
    return { inline };
  }
  const made = encodeResource(bytes);
  return {
    source: made.source,
    ...(made.compression === "gzip" ? { compression: "gzip" as const } : {}),
  };
}

/** The bytes of a content: base64, gzip, or both; YAML's own `!!binary` is base64 as well. */
function decoded(node: YamlNode, encoding: string | null): Uint8Array | null {
  const text = textOf(node) ?? "";
  const packing = (encoding ?? "").toLowerCase().trim();
  const isBinary = target(node).tag === "!!binary";
  const isBase64 = isBinary || /\b(?:b64|base64)$/.test(packing);
  const bytes = isBase64 ? bytesOfBase64(text) : utf8(text);
  if (!bytes || !/^gz/.test(packing)) return bytes;
  return gunzip(bytes) ?? null;
}

/** coreos-cloudinit fills in the node's addresses; Ignition fills in nothing. */
export function tellVariables(
  text: string,
  place: string,
  at: YamlNode,
  run: Run,
): void {
  const [found] = /\$(?:private|public)_ipv[46]\b/.exec(text) ?? [];
  if (!found) return;
  run.leave(
    at,
    `${found} in ${place}`,
    "Ignition fills in no addresses: let the unit read `/run/metadata/flatcar` (`coreos-metadata.service`), or write the address.",
  );
}

/** Digits are octal, with or without a zero in front: nobody means anything else. */
function modeOf(member: Member | undefined, path: string, run: Run): number {
  const text = textOf(member?.value);
  if (text === null) return 0o644;
  const digits = /^(?:0o)?([0-7]{1,5})$/.exec(text)?.[1];
  const mode = parseInt(digits ?? "", 8);
  if (mode <= 0o7777) return mode;
  run.leave(
    member!.keyNode,
    `permissions of ${path}`,
    "They are no octal number; the file gets 0644.",
  );
  return 0o644;
}

/** `user:group`, by name or number; root needs no word. */
function owners(text: string): { user?: Owner; group?: Owner } {
  const [user = "", group = ""] = text.split(":");
  return {
    ...(user && user !== "root" ? { user: owner(user) } : {}),
    ...(group && group !== "root" ? { group: owner(group) } : {}),
  };
}

function owner(text: string): Owner {
  return /^\d+$/.test(text) ? { id: Number(text) } : { name: text };
}
