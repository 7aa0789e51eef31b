import type { Architecture } from "../extension";
import { extensionById } from "../extensions";
import { isImageName } from "../names";
import type { ChosenImage } from "../node";
import type { DocumentEntry, OpenDocument } from "../../edit";
import { baseName, textAt } from "../plain-values";

/** An image of a document, however it is laid out. */
export interface FoundImage {
  /** The `NAME` of `NAME.raw`, where systemd-sysext looks. */
  readonly id: string;
  readonly url: string;
  /** Empty where the file name has none. */
  readonly version: string;
  readonly architecture: Architecture | null;
  readonly hash: string;
  /** Whether the catalogue knows an extension of that name with versions like this one. */
  readonly known: boolean;
  readonly file: DocumentEntry;
  /** The link that makes it visible; null where the file stands in that place itself. */
  readonly link: DocumentEntry | null;
  /** No image is written: the node fetches it by itself, and `file` is its transfer file. */
  readonly fetched?: true;
}

const visible = /^\/(?:etc|run|var\/lib)\/extensions\/([^/]+)\.raw$/;
/** Where Flatcar publishes its images itself; the old places lead to the same files. */
export const published =
  /^https?:\/\/(?:extensions\.flatcar\.org|github\.com\/flatcar\/sysext-bakery)\//;

/** Flatcar's own, which nobody fetches: the built-in ones, those of the OS list, and a vendor's tools. */
const theirs = /-flatcar$|^flatcar-|^oem-/;

/** The images of a document, in the order of their files; those that were known before stay so under any version. */
export function findImages(
  document: OpenDocument,
  before: readonly ChosenImage[] = [],
): FoundImage[] {
  const places = new Map<
    DocumentEntry,
    { id: string; link: DocumentEntry | null }
  >();
  for (const file of document.entriesOf("storage.files")) {
    const id = visible.exec(file.key)?.[1];
    if (id !== undefined) places.set(file, { id, link: null });
  }
  for (const link of document.entriesOf("storage.links")) {
    const id = visible.exec(link.key)?.[1];
    const target = textAt(link.value, "target");
    if (id === undefined || target === undefined) continue;
    const file = document.named("storage.files", absolute(target, link.key))[0];
    if (file && !places.has(file)) places.set(file, { id, link });
  }
  return [...places]
    .sort(([one], [other]) => Number(one.path[2]) - Number(other.path[2]))
    .flatMap(([file, place]) => image(file, place, before) ?? []);
}

function image(
  file: DocumentEntry,
  { id, link }: { id: string; link: DocumentEntry | null },
  before: readonly ChosenImage[],
): FoundImage | null {
  const url = textAt(file.value, "contents", "source");
  if (url === undefined || url === "") return null;
  if (!isImageName(id) || theirs.test(id)) return null;
  const typed = before.some((one) => one.id === id && !one.own);
  const own = before.some((one) => one.id === id && one.own?.url === url);
  const name =
    nameParts(id, baseName(url), typed) ??
    nameParts(id, baseName(file.key), typed);
  const extension = extensionById(id);
  const known =
    !own &&
    name !== null &&
    (typed ||
      (extension?.kind === "bakery" &&
        (published.test(url) ||
          new RegExp(extension.versionPattern ?? "").test(name.version))));
  return {
    id,
    url,
    version: name?.version ?? "",
    architecture: name?.architecture ?? null,
    hash: textAt(file.value, "contents", "verification", "hash") ?? "",
    known,
    file,
    link,
  };
}

/** `kubernetes-v1.32.2-x86-64.raw` in its parts. */
function nameParts(
  id: string,
  name: string,
  typed: boolean,
): { version: string; architecture: Architecture | null } | null {
  if (!name.startsWith(`${id}-`) || !name.endsWith(".raw")) return null;
  const rest = name.slice(id.length + 1, -".raw".length);
  const parts = /^(.*?)(?:-(x86-64|arm64))?$/.exec(rest);
  const version = parts?.[1] ?? "";
  // A version may be half typed, or gone, in the field of an extension that was chosen as one.
  return typed || /\d/.test(version)
    ? {
        version,
        architecture: (parts?.[2] as Architecture | undefined) ?? null,
      }
    : null;
}

/** A link's target from the root: systemd-sysupdate writes relative ones. */
function absolute(target: string, link: string): string {
  if (target.startsWith("/")) return target;
  const steps = link.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}
