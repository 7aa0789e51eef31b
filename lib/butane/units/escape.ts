const encoder = new TextEncoder();

/**
 * Turns a path into the name of the unit that mounts it, as `systemd-escape --path`: `/var/lib/a-b` → `var-lib-a\x2db`.
 */
export function escapePath(path: string): string {
  const trimmed = path.replace(/^\/+|\/+$/g, "").replace(/\/+/g, "/");
  return trimmed === "" ? "-" : escapeName(trimmed);
}

/** Escapes a text for use in a unit's name, as `systemd-escape`. */
export function escapeName(text: string): string {
  return text.replace(/^\.|[^:_.a-zA-Z0-9]/gu, (character) =>
    character === "/" ? "-" : escapeBytes(character),
  );
}

/** The path behind an escaped one, as `systemd-escape --path --unescape`. */
export function unescapePath(escaped: string): string {
  const path = unescapeName(escaped);
  return path.startsWith("/") ? path : `/${path}`;
}

/** The text behind an escaped one, as `systemd-escape --unescape`. */
export function unescapeName(escaped: string): string {
  return escaped.replace(/-|(?:\\x[0-9a-fA-F]{2})+/g, (found) =>
    found === "-" ? "/" : unescapeBytes(found),
  );
}

function escapeBytes(character: string): string {
  return Array.from(
    encoder.encode(character),
    (byte) => `\\x${byte.toString(16)}`,
  ).join("");
}

function unescapeBytes(text: string): string {
  const bytes = text
    .split("\\x")
    .slice(1)
    .map((hex) => parseInt(hex, 16));
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
