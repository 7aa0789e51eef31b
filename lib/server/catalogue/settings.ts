import "server-only";
import { join } from "node:path";

/** Flatcar's own bakery. */
const flatcarBakery = "https://extensions.flatcar.org/extensions/";

/** How a server keeps its catalogue fresh. */
export interface CatalogueSettings {
  /** Address of the bakery, with a slash at its end. */
  readonly bakery: string;
  /** Milliseconds between two refreshes; 0 turns them off. */
  readonly interval: number;
  /** Milliseconds one refresh may take. */
  readonly timeout: number;
  /** Bytes one index may have. */
  readonly bytes: number;
  /** File the last good catalogue is kept in. */
  readonly file: string;
}

/**
 * The settings in the environment. `KINDLING_BAKERY_URL`: address of the bakery or of a mirror. `KINDLING_CATALOGUE_HOURS`:
 * hours between two refreshes, 6 where it is not said, 0 for none. `KINDLING_CATALOGUE_SECONDS`: how long a refresh may
 * take, 30. `KINDLING_CATALOGUE_BYTES`: how large an index may be, 4194304. `KINDLING_CATALOGUE_FILE`: where the last good
 * one is kept. A value that makes no sense is named in `problems` and turns refreshing off: guessing would fetch from an
 * address nobody meant.
 */
export function catalogueSettings(
  env: Readonly<Record<string, string | undefined>>,
): { settings: CatalogueSettings; problems: readonly string[] } {
  const problems: string[] = [];
  const number = (name: string, fallback: number, least: number) => {
    const text = env[name]?.trim();
    if (!text) return fallback;
    const value = Number(text);
    if (Number.isFinite(value) && value >= least && value <= 1e9) return value;
    problems.push(`${name} must be a number of at least ${least}`);
    return fallback;
  };
  const address = env.KINDLING_BAKERY_URL?.trim() || flatcarBakery;
  const hours = number("KINDLING_CATALOGUE_HOURS", 6, 0);
  const timeout = number("KINDLING_CATALOGUE_SECONDS", 30, 0.1) * 1000;
  const bytes = number("KINDLING_CATALOGUE_BYTES", 4 << 20, 1000);
  const isAddress = URL.canParse(address) && isPlain(new URL(address));
  if (!isAddress)
    problems.push(
      "KINDLING_BAKERY_URL must be an http or https address without a login, ? or #",
    );
  return {
    settings: {
      bakery: isAddress ? address.replace(/\/*$/, "/") : flatcarBakery,
      interval: problems.length > 0 ? 0 : hours * 3_600_000,
      timeout,
      bytes,
      file:
        env.KINDLING_CATALOGUE_FILE?.trim() ||
        join(process.cwd(), ".kindling", "catalogue.json"),
    },
    problems,
  };
}

/** Names are put behind it, everybody who opens the page sees it, and fetch takes no login in it. */
function isPlain({ protocol, username, password, search, hash }: URL): boolean {
  return (
    /^https?:$/.test(protocol) && username + password + search + hash === ""
  );
}
