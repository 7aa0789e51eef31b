import {
  extensions,
  textAt,
  type DocumentEntry,
  type Extension,
  type OpenDocument,
} from "@/lib/butane";
import { listed } from "@/lib/words";

/** Entries of a document that an extension does the work of today. */
export interface Found {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly entries: readonly DocumentEntry[];
  /** What to choose instead; none where the entries have no effect any more. */
  readonly extension?: Extension;
  /** As the extension names it; empty where the document does not say it. */
  readonly version: string;
}

// People put a link to /dev/null over the generator to have no Torcx.
const torcxPath =
  /^\/(?:etc|var\/lib)\/torcx(?:\/|$)|^\/etc\/systemd\/system-generators\/torcx-generator$/;

/** Files and units for Torcx, which Flatcar no longer has. */
export function torcxFinds(document: OpenDocument): Found[] {
  const files = (
    ["storage.files", "storage.links", "storage.directories"] as const
  )
    .flatMap((list) => document.entriesOf(list))
    .filter(({ key }) => torcxPath.test(key));
  const units = document
    .entriesOf("systemd.units")
    .filter(({ key }) => key.startsWith("torcx"));
  const entries = [...files, ...units];
  if (entries.length === 0) return [];
  const text = JSON.stringify(entries.map(({ value }) => value));
  const docker = text.includes("docker")
    ? extensions.find(({ id }) => id === "docker")
    : undefined;
  const why =
    "Torcx is gone since Flatcar 3794, so these entries have no effect";
  return [
    {
      id: "torcx",
      title: docker
        ? "Use the Docker extension instead of Torcx"
        : "Take out what was for Torcx",
      why: docker
        ? `${why}. The extension brings a Docker of your version.`
        : `${why}.`,
      entries,
      ...(docker ? { extension: docker } : {}),
      version: docker ? versionIn(text, docker) : "",
    },
  ];
}

// Where people put commands: /usr is read-only, and Docker looks for its plugins in folders of its own.
const commandPath =
  /^\/(?:opt|usr\/local)\/(?:[\w.-]+\/)*s?bin\/([\w.-]+)$|\/cli-plugins\/(docker-[\w-]+)$/;

/** Commands fetched one by one that an extension brings together, with updates. */
export function binaryFinds(document: OpenDocument): Found[] {
  const byExtension = new Map<Extension, DocumentEntry[]>();
  for (const entry of document.entriesOf("storage.files")) {
    const [, plain, plugin] = commandPath.exec(entry.key) ?? [];
    const source = textAt(entry.value, "contents", "source");
    const extension = source && shipper(plain ?? plugin ?? "");
    if (extension)
      byExtension.set(extension, [
        ...(byExtension.get(extension) ?? []),
        entry,
      ]);
  }
  return [...byExtension].map(([extension, entries]) => {
    const names = entries.map(({ key }) => key.slice(key.lastIndexOf("/") + 1));
    const sources = entries.map(
      ({ value }) => textAt(value, "contents", "source") ?? "",
    );
    return {
      id: `command:${extension.id}`,
      title: `Use the ${extension.title} extension instead of ${listed(names)}`,
      why: `What is fetched to ${entries[0]!.key} stays at its version for ever. The extension brings the same commands, with updates.`,
      entries,
      extension,
      version:
        sources.map((source) => versionIn(source, extension)).find(Boolean) ??
        "",
    };
  });
}

const shipped = new Map(
  extensions
    .filter(({ kind }) => kind === "bakery")
    .flatMap((extension) =>
      extension.ships.flatMap((path) => {
        const name = /\/(?:bin|cli-plugins)\/([\w.-]+)$/.exec(path)?.[1];
        return name ? [[name, extension] as const] : [];
      }),
    )
    // The first one that brings a command is the one it is known for.
    .reverse(),
);

// They come with several extensions, and none of those is what somebody wanted who fetched them.
const anybodys: ReadonlySet<string> = new Set(["crictl", "ctr", "runc"]);

function shipper(name: string): Extension | undefined {
  return anybodys.has(name) ? undefined : shipped.get(name);
}

/** A version in a text, in the extension's own way of writing it. */
function versionIn(text: string, { versionPattern }: Extension): string {
  const pattern = new RegExp(versionPattern ?? "(?!)");
  const words = text
    .replaceAll("%2B", "+")
    .matchAll(/v?\d+\.\d+(?:\.\d+)?(?:\+[\w.]+)?/g);
  for (const [word] of words) {
    const bare = word.replace(/^v/, "");
    for (const one of [word, bare, `v${bare}`])
      if (pattern.test(one)) return one;
  }
  return "";
}
