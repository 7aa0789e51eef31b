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
 * else below the name of its host. `null` for what is no address of a file.
 */
export function placeInMirror(url: string): string | null {
  const bakery = bakeries.find((base) => url.startsWith(base));
  if (bakery) return `extensions/${safe(url.slice(bakery.length))}`;
  const release = releaseServer.exec(url);
  if (release) return `${releaseFolder}/${safe(url.slice(release[0].length))}`;
  const [, host, path = ""] =
    /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@?#]*@)?([^/?#]+)\/?([^#]*)/i.exec(url) ?? [];
  return host && path !== "" ? `${safe(host)}/${safe(path)}` : null;
}

/** A part of a path that every web server and shell takes as it is, and that leads nowhere else. */
function safe(path: string): string {
  return path
    .replace(/[^A-Za-z0-9._~+%@/-]+/g, "_")
    .replace(/(^|\/)\.{1,2}(?=\/|$)/g, "$1_")
    .replace(/\/{2,}/g, "/");
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
    /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@?#]*@)?(\[[^\]]*\]|[^/:?#]*)/i.exec(
      url,
    )?.[1];
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
