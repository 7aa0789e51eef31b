import { utf8 } from "@/lib/bytes";
import { sha256 } from "@/lib/sha256";

/** Where Flatcar's bakery is on the web, and in a mirror. */
const bakeries = [
  "https://extensions.flatcar.org/extensions/",
  "http://extensions.flatcar.org/extensions/",
];

/** Below this folder of a mirror lie the payloads of OS releases, as `flatcar.release_file_server_url` wants them: `BOARD/VERSION/FILE`. */
export const releaseFolder = "flatcar";

const releaseServer = /^https?:\/\/update\.release\.flatcar-linux\.net\//;

/** Whether a mirror's address is one of a folder on a web server. */
export function isMirror(address: string): boolean {
  return /^https?:\/\/[^/?#\s]+[^?#\s]*$/i.test(address.trim());
}

/** A mirror's address with a slash at its end. */
export function mirrorBase(mirror: string): string {
  const address = mirror.trim();
  return address === "" || address.endsWith("/") ? address : `${address}/`;
}

/**
 * The place in a mirror of what an address gives, without a slash at its head: the bakery in `extensions/`, OS payloads in `flatcar/`, all
 * else below the name of its host. Addresses that differ have places that differ, but for the login in them and http without its s.
 * `null` for what is no address of a file.
 */
export function placeInMirror(url: string): string | null {
  const bakery = bakeries.find((base) => url.startsWith(base));
  if (bakery) return `extensions/${safePath(url.slice(bakery.length))}`;
  const release = releaseServer.exec(url);
  if (release)
    return `${releaseFolder}/${safePath(url.slice(release[0].length))}`;
  const [, scheme = "", host, path = ""] =
    /^([a-z][a-z0-9+.-]*):\/\/(?:[^/?#]*@)?([^/?#]+)\/?([^#]*)/i.exec(url) ??
    [];
  return host && path !== ""
    ? `${folderOf(scheme, host)}/${safePath(path)}`
    : null;
}

/** A bucket may have the name of a host. No host has an underscore in its name. */
function folderOf(scheme: string, host: string): string {
  const kind = scheme.toLowerCase().replace(/^https?$/, "");
  const name = safeName(host.toLowerCase().replace(/:(?=\d+$)/, "_"));
  return kind === "" ? name : `${kind}_${name}`;
}

function safePath(address: string): string {
  const [, path = "", query = ""] = /^([^?]*)(.*)$/s.exec(address) ?? [];
  const names = path.split("/");
  const last = names.length - 1;
  return names
    .map((name, index) => {
      if (index === last)
        return name + query === "" ? "" : safeName(name, query);
      return safeName(name);
    })
    .join("/");
}

/**
 * A name that every web server and shell takes as it is, and that leads nowhere else. One that had to change for it, or has a question
 * behind it, is kept apart by its hash; how it ends stays.
 */
function safeName(name: string, query = ""): string {
  const plain = decoded(name);
  const safe = plain
    .replace(/[^A-Za-z0-9._~+@-]+/g, "_")
    .replace(/^\.{0,2}$/, "_");
  if (safe === plain && query === "") return safe;
  const mark = sha256(utf8(name + query)).slice(0, 8);
  return safe.replace(/(?:\.[A-Za-z0-9]{1,8})?$/, (end) => `-${mark}${end}`);
}

/** A web server takes `%2B` for the sign that it is. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * Whether an address leads to the public network: not to the mirror, to no private or local network, and to no name that only a
 * network of one's own can have.
 */
export function isPublic(url: string, mirror: string): boolean {
  const base = mirrorBase(mirror);
  if (base !== "" && url.startsWith(base)) return false;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined || scheme === "data") return false;
  // Object stores are reached by their own names; which network that is, the address does not say.
  if (!["http", "https", "tftp", "ftp"].includes(scheme)) return true;
  const host = hostOf(url);
  return host !== null && !isOwnHost(host) && host !== hostOf(base);
}

function hostOf(url: string): string | null {
  const host =
    /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#]*@)?(\[[^\]]*\]|[^/:?#]*)/i.exec(url)?.[1];
  return host?.toLowerCase().replace(/\.$/, "") || null;
}

/** Networks of RFC 1918, 3927, 4193 and 6598, and domains that are never in the public DNS. */
function isOwnHost(host: string): boolean {
  if (host.startsWith("["))
    return /^\[(?:::1|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/.test(host);
  const parts = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(host)?.slice(1).map(Number);
  if (parts) {
    const [a = 0, b = 0] = parts;
    return (
      a === 10 ||
      a === 127 ||
      (a === 172 && b >= 16 && b < 32) ||
      (a === 192 && b === 168) ||
      (a === 169 && b === 254) ||
      (a === 100 && b >= 64 && b < 128)
    );
  }
  return (
    !host.includes(".") ||
    /\.(?:local|localhost|internal|intranet|lan|home|corp|private|home\.arpa|svc|cluster\.local)$/.test(
      host,
    )
  );
}
