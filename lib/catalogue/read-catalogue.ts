import type { Catalogue, Release } from "@/lib/butane";

const hashPattern = /^sha256-[0-9a-f]{64}$/;

/**
 * The catalogue in a JSON value that came from outside: a file that was kept, or an answer over the network. `null` when
 * it is none; nothing but what a catalogue has is taken over, and what would harm a preset makes it none.
 */
export function readCatalogue(value: unknown): Catalogue | null {
  if (!isRecord(value) || !isRecord(value.releases)) return null;
  const { date, bakery } = value;
  if (typeof date !== "string" || !isDay(date)) return null;
  if (typeof bakery !== "string" || !isAddress(bakery)) return null;
  const releases: [string, Release[]][] = [];
  for (const [id, list] of Object.entries(value.releases)) {
    const read = Array.isArray(list) ? list.map(readRelease) : [null];
    if (id === "__proto__" || read.includes(null)) return null;
    releases.push([id, read as Release[]]);
  }
  return { date, bakery, releases: Object.fromEntries(releases) };
}

function readRelease(value: unknown): Release | null {
  if (!isRecord(value)) return null;
  const { version, hashes } = value;
  // A version becomes a part of an address, a file name and a shell line.
  if (typeof version !== "string" || !/^[\w.+~^-]{1,64}$/.test(version))
    return null;
  if (hashes === undefined) return { version };
  if (!isRecord(hashes)) return null;
  for (const [architecture, hash] of Object.entries(hashes)) {
    if (architecture !== "x86-64" && architecture !== "arm64") return null;
    if (typeof hash !== "string" || !hashPattern.test(hash)) return null;
  }
  return { version, hashes: { ...hashes } };
}

/** Whether a text is a day, `2026-07-16`. */
function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    Number.isFinite(Date.parse(`${text}T00:00:00Z`))
  );
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+\/$/.test(text) && URL.canParse(text);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
