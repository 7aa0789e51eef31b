import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { rootCertificates } from "node:tls";
import { gzipSync } from "node:zlib";
import { extensions, type IgnitionConfig } from "@/lib/butane";
import { releaseImage } from "./boot/images";
import { makeImage } from "./images";
import type { Bakery } from "./server";

/** A config that fetches everything from the local server. */
export interface Localised {
  readonly config: IgnitionConfig;
  /** What is fetched from each address, as it ends up on the node. */
  readonly bodies: ReadonlyMap<string, Uint8Array>;
}

interface Resource {
  source: string;
  compression?: string;
  verification?: { hash?: string };
}

/**
 * The same config with every address exchanged for one of the local server, where there is something of that kind: an image for an
 * image, a config for a config, a certificate for a certificate, otherwise a line of text. Hashes become those of what is there, so that they are checked.
 */
export function localised(
  text: string,
  { bakery, images }: { readonly bakery: Bakery; readonly images: string },
): Localised {
  const config = JSON.parse(text) as IgnitionConfig;
  const bodies = new Map<string, Uint8Array>();
  for (const { resource, place, path } of resources(config, "", "")) {
    const isTrust = place.startsWith(".ignition.security");
    if (resource.source === "") continue;
    // A certificate that somebody made up would be refused.
    if (/^data:/i.test(resource.source) && !isTrust) continue;
    const bytes = bodyFor(resource.source, place, path, images);
    const gzip = resource.compression === "gzip";
    const url = bakery.place(
      gzip ? gzipSync(bytes) : bytes,
      isTrust ? "ca.pem" : basename(new URL(resource.source).pathname),
    );
    resource.source = url;
    const hash = resource.verification?.hash;
    if (hash) resource.verification = { hash: hashLike(hash, bytes) };
    bodies.set(url, bytes);
  }
  return { config, bodies };
}

/** Whatever has a `source`, with the part of the config it is in and the file it fills. */
function* resources(
  value: unknown,
  place: string,
  path: string,
): Generator<{ resource: Resource; place: string; path: string }> {
  if (typeof value !== "object" || value === null) return;
  const own = "path" in value ? String(value.path) : path;
  if ("source" in value && typeof value.source === "string")
    yield { resource: value as Resource, place, path: own };
  for (const [key, inner] of Object.entries(value))
    yield* resources(
      inner,
      Array.isArray(value) ? place : `${place}.${key}`,
      own,
    );
}

function bodyFor(
  url: string,
  place: string,
  path: string,
  images: string,
): Uint8Array {
  if (place.startsWith(".ignition.config"))
    return Buffer.from('{"ignition":{"version":"3.3.0"}}');
  if (place.startsWith(".ignition.security"))
    return Buffer.from(rootCertificates[0]!);
  const image = path.endsWith(".raw") ? imageAt(path, images) : null;
  return image ? readFileSync(image) : Buffer.from(`What ${url} holds.\n`);
}

/** An image such as belongs to a path on the node: what the catalogue calls so, or one of somebody's own. */
function imageAt(path: string, folder: string): string {
  const stem = basename(path, ".raw");
  const [, start = stem, architecture] =
    /^(.*)-(x86-64|arm64)$/.exec(stem) ?? [];
  const built = architecture === "arm64" ? "arm64" : "x86-64";
  const id = bakeryIds.find((one) => start.startsWith(`${one}-`));
  if (id && path.startsWith("/opt/"))
    return releaseImage(folder, id, start.slice(id.length + 1), built);
  return makeImage(folder, {
    name:
      /^\/opt\/extensions\/([^/]+)\//.exec(path)?.[1] ??
      start.replace(/-v?\d.*$/, ""),
    version: createHash("sha256").update(path).digest("hex").slice(0, 8),
    architecture: built,
    confext: path.includes("/confexts/"),
  });
}

/** Longer names first: `docker-compose` is no `docker`. */
const bakeryIds = extensions
  .filter(({ kind }) => kind === "bakery")
  .map(({ id }) => id)
  .sort((one, other) => other.length - one.length);

function hashLike(hash: string, bytes: Uint8Array): string {
  const kind = hash.split("-", 1)[0]!;
  return `${kind}-${createHash(kind).update(bytes).digest("hex")}`;
}
