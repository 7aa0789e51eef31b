import type { IgnitionConfig, Path, Transpiled } from "@/lib/butane";
import type { Composed } from "@/lib/preset/compose";
import { fieldOf } from "@/lib/preset/origins";
import type { Preset } from "@/lib/preset/preset";
import { downloadsOf, type Download } from "../downloads";
import type { HandOver } from "../hand-over";
import type { Fetch } from "./fetch";
import { bootFetches, osFetches } from "./implicit";
import { textsOf, type NodeText } from "./node-texts";
import { updateSource } from "./update-source";

/** A node as it was run through the stages. */
export interface RunNode {
  readonly preset: Preset;
  readonly composed: Composed;
  readonly transpiled: Transpiled;
  /** How it is handed over; null or absent where nobody asks for it. */
  readonly handOver?: HandOver | null;
}

/**
 * Every address that a node fetches from, each once, in the order it does: what its config names, what follows from it without being
 * named (lists of newer images, Flatcar's own extensions, OS updates, a network boot), and addresses in texts of the node. Empty while
 * there is no config. What containers pull is not part of it: their names are in the hands of what runs them.
 */
export function fetchesOf(node: RunNode): Fetch[] {
  const { preset, composed, transpiled } = node;
  const config = transpiled.ignition as IgnitionConfig | null;
  if (!config) return [];
  const fieldAt = (at: Path) =>
    fieldOf(transpiled.sources.find(at), composed.origins);
  const texts = textsOf(config);
  const found = new Map<string, Fetch>();
  const add = (fetch: Fetch) => {
    if (!found.has(fetch.url)) found.set(fetch.url, fetch);
  };
  bootFetches(preset).forEach(add);
  pointerFetch(node).forEach(add);
  for (const download of downloadsOf(transpiled, composed, preset))
    add(downloaded(download, config));
  const { updates, others } = sorted(texts);
  for (const { source, at } of updates) {
    const field = fieldAt(at);
    add({
      url: source.list,
      kind: "updates",
      when: "later",
      ...(source.signed ? { signed: true } : {}),
      ...(field ? { field } : {}),
      ...extensionAt(field, preset),
    });
  }
  osFetches(preset, config, texts, fieldAt).forEach(add);
  for (const text of others) namedIn(text, fieldAt(text.at)).forEach(add);
  return [...found.values()];
}

function pointerFetch({ handOver }: RunNode): Fetch[] {
  const upload = handOver?.upload;
  return upload && upload.address !== ""
    ? [
        {
          url: upload.address,
          kind: "config",
          when: "first-boot",
          hash: upload.hash,
          field: ["target", "handOverFrom"],
        },
      ]
    : [];
}

function downloaded(download: Download, config: IgnitionConfig): Fetch {
  const rules = (
    config as {
      storage?: {
        files?: { path: string; contents?: { source?: string } }[];
      };
    }
  ).storage?.files?.filter(
    ({ path, contents }) =>
      isTransferPath(path) && contents?.source === download.url,
  );
  const kind =
    (rules?.length ?? 0) > 0
      ? "transfer"
      : download.extension && /\.raw$/.test(download.url)
        ? "image"
        : "file";
  return { ...download, kind, when: "first-boot" };
}

function isTransferPath(path: string): boolean {
  return /^\/etc\/sysupdate(?:\.[^/]+)?\.d\/[^/]+\.(?:conf|transfer)$/.test(
    path,
  );
}

/** Rules for updates, and the texts that are none. */
function sorted(texts: readonly NodeText[]) {
  const updates: {
    source: NonNullable<ReturnType<typeof updateSource>>;
    at: Path;
  }[] = [];
  const others: NodeText[] = [];
  for (const text of texts) {
    const source = isTransferPath(text.name) ? updateSource(text.text) : null;
    if (source) updates.push({ source, at: text.at });
    else if (!quiet.has(text.name)) others.push(text);
  }
  return { updates, others };
}

// These are read elsewhere, by what they mean.
const quiet = new Set([
  "/etc/flatcar/update.conf",
  "/etc/flatcar/enabled-sysext.conf",
]);

/** A password may have signs that else end an address: half of one must not be taken for a host. */
const addressIn =
  /\bhttps?:\/\/(?:[^\s/?#"'`<>:]*:[^\s/?#"'`<>]*@)?[^\s"'`<>|\\^{}$,;]+/g;

/** Addresses in a text, but for remarks and the documentation that a unit names. */
function namedIn({ name, text }: NodeText, field: Path | undefined): Fetch[] {
  return text
    .split("\n")
    .filter((line) => !/^\s*(?:[#;]|\/\/|Documentation=)/.test(line))
    .flatMap((line) => line.match(addressIn) ?? [])
    .map((url) => url.replace(/[).\]:]+$/, ""))
    .filter((url) => /^https?:\/\/[^/]/.test(url))
    .map((url) => ({
      url,
      kind: "named",
      when: "later",
      in: name,
      ...(field ? { field } : {}),
    }));
}

function extensionAt(
  field: Path | undefined,
  preset: Preset,
): { extension?: string } {
  const [section, list, index] = field ?? [];
  if (section !== "extensions" || list !== "chosen") return {};
  const id = preset.extensions.chosen[Number(index)]?.id;
  return id === undefined ? {} : { extension: id };
}
