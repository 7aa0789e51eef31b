import "server-only";
import type { Catalogue } from "@/lib/butane";
import { refreshCatalogue, type RefreshProblem } from "@/lib/catalogue/refresh";
import type { CatalogueAnswer } from "@/lib/catalogue/answer";
import { keep, readKept } from "./kept";
import type { CatalogueSettings } from "./settings";

interface Surroundings {
  readonly settings: CatalogueSettings;
  /** The catalogue that Kindling was built with. */
  readonly builtIn: Catalogue;
  readonly now?: () => Date;
  /** Says something to whoever runs the server. */
  readonly say?: (sentence: string) => void;
  readonly keep?: typeof keep;
}

/** A catalogue that stays fresh while the server runs. */
export interface LiveCatalogue {
  /** What the page is told; the first call waits for what was kept on disk, never for the network. */
  answer(): Promise<CatalogueAnswer>;
  /** Refreshes now; a second call joins the one under way. */
  refresh(): Promise<void>;
  /** Refreshes now and then at every interval, without keeping the process alive. */
  start(): void;
  stop(): void;
}

/**
 * Keeps the last good catalogue: in memory, and in a file for the next start. One that was built in later than the kept
 * one, or comes from another bakery, wins over it. A refresh that fails changes nothing but what is told about it.
 */
export function liveCatalogue({
  settings,
  builtIn,
  now = () => new Date(),
  say = () => {},
  keep: write = keep,
}: Surroundings): LiveCatalogue {
  let fresh: Catalogue | null = null;
  let checked: string | null = null;
  let problem: RefreshProblem | null = null;
  let under: Promise<void> | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;

  const loaded = (async () => {
    const kept = await readKept(settings.file);
    const usable =
      kept?.bakery === settings.bakery && kept.date >= builtIn.date;
    if (usable) fresh ??= kept;
  })();

  const once = async () => {
    await loaded;
    const { bakery, timeout, bytes } = settings;
    const last = fresh ?? builtIn;
    const refreshed = await refreshCatalogue({
      ...{ bakery, timeout, bytes, last, now },
    });
    checked = now().toISOString();
    if (!refreshed.ok) {
      if (problem?.sentence !== refreshed.error.sentence)
        say(`The catalogue was not refreshed: ${refreshed.error.sentence}.`);
      problem = refreshed.error;
      return;
    }
    problem = null;
    fresh = refreshed.value.catalogue;
    try {
      await write(settings.file, fresh);
    } catch (reason) {
      // It serves from memory; only the next start has to fetch it again.
      say(`The catalogue cannot be kept in ${settings.file}: ${word(reason)}.`);
    }
  };
  const refresh = () =>
    (under ??= once().finally(() => {
      under = null;
    }));

  return {
    refresh,
    answer: async () => {
      await loaded;
      return { catalogue: fresh, checked, problem: problem?.sentence ?? null };
    },
    start: () => {
      if (settings.interval === 0 || timer) return;
      void refresh();
      // Timers count in 32 bits; a longer one would fire at once.
      const every = Math.min(settings.interval, 2 ** 31 - 1);
      timer = setInterval(() => void refresh(), every);
      timer.unref();
    },
    stop: () => {
      clearInterval(timer);
      timer = undefined;
    },
  };
}

const word = (reason: unknown) =>
  (reason as { code?: string }).code ?? String(reason);
