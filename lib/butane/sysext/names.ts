import type { Architecture } from "./extension";

/** An image file on the node and where it comes from. */
export interface ImageFile {
  /** Versioned file: `/opt/extensions/docker/docker-28.0.4-x86-64.raw`. */
  readonly path: string;
  /** The name systemd-sysext sees: `/etc/extensions/docker.raw`. */
  readonly link: string;
  readonly url: string;
}

/** An image that is in no catalogue, as somebody typed it. */
export interface OwnImageSource {
  readonly url: string;
  /** Directory with `SHA256SUMS` that newer images come from; empty means no updates. */
  readonly updatesFrom: string;
}

/** Whether a word can name an image: it becomes a file name and part of a shell line in a unit. */
export function isImageName(name: string): boolean {
  return /^[a-zA-Z0-9][a-zA-Z0-9._-]*$/.test(name);
}

/** The bakery's address with a slash at its end. */
export function bakeryBase(address: string): string {
  return address.endsWith("/") ? address : `${address}/`;
}

/** The files of a bakery image; the version appears everywhere exactly as released, a `+` stays a `+`. */
export function bakeryImage(
  id: string,
  version: string,
  architecture: Architecture,
  bakery: string,
): ImageFile {
  const name = `${id}-${version}-${architecture}.raw`;
  return {
    path: `/opt/extensions/${id}/${name}`,
    link: linkPath(id),
    url: bakeryBase(bakery) + name,
  };
}

/** The files of an image of one's own: it keeps the last part of its address as its name. */
export function ownImage(id: string, source: OwnImageSource): ImageFile {
  return {
    path: `/opt/extensions/${id}/${fileNameOf(source.url) ?? `${id}.raw`}`,
    link: linkPath(id),
    url: source.url,
  };
}

/**
 * The version in the file name of an own image, `1.2.0` of `https://…/tool-1.2.0-x86-64.raw` for `tool`.
 * `null` when the name is not `ID-VERSION[-ARCH].raw`: systemd-sysupdate could not tell old from new.
 */
export function ownVersion(id: string, url: string): string | null {
  const parts = ownParts(id, url);
  return parts ? parts.version : null;
}

/** What follows the version in the names of an own image: `-%a.raw` where they carry the architecture. */
export function ownSuffix(id: string, url: string): string {
  return ownParts(id, url)?.architecture ? "-%a.raw" : ".raw";
}

/** Where systemd-sysext looks: the name has to be the image's own, without a version. */
export function linkPath(id: string): string {
  return `/etc/extensions/${id}.raw`;
}

function ownParts(id: string, url: string) {
  const name = fileNameOf(url);
  if (!name?.startsWith(`${id}-`) || !name.endsWith(".raw")) return null;
  const rest = name.slice(id.length + 1, -".raw".length);
  const [, version = "", architecture] =
    /^(.*?)(?:-(x86-64|arm64))?$/.exec(rest) ?? [];
  return /\d/.test(version) ? { version, architecture } : null;
}

function fileNameOf(url: string): string | undefined {
  const path = url.split(/[?#]/, 1)[0] ?? "";
  const name = path.slice(path.lastIndexOf("/") + 1);
  return /^[\w.+~^@%-]+$/.test(name) && path.includes("://") ? name : undefined;
}
