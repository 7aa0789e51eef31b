import { createStore } from "zustand";
import { readAnswer } from "@/lib/catalogue/answer";
import type { ComposerStore } from "./composer-store";

/** How keeping the catalogue fresh goes, beside the catalogue itself. */
export interface CatalogueNews {
  /** When the server last tried to refresh it; `null` while nothing is known of that. */
  readonly checked: string | null;
  /** Why that failed; a sentence without its full stop. */
  readonly problem: string | null;
}

export const catalogueNews = createStore<CatalogueNews>(() => ({
  checked: null,
  problem: null,
}));

interface FollowOptions {
  /** Where the catalogue is asked for. Default: what the build was made for. */
  readonly address?: string;
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds between two questions. Default: an hour. */
  readonly interval?: number;
}

const hour = 3_600_000;

/**
 * Asks for a fresher catalogue now and every hour, and offers one that is not older than what is there. Whatever goes
 * wrong, the one that is there stays. Gives a function that stops asking.
 */
export function followCatalogue(
  store: ComposerStore,
  {
    address = process.env.CATALOGUE_URL || "/api/catalogue",
    fetch = globalThis.fetch,
    interval = hour,
  }: FollowOptions = {},
): () => void {
  let left = false;
  const ask = async () => {
    const answer = await answerAt(address, fetch);
    if (left || !answer) return;
    const { catalogue, checked, problem } = answer;
    catalogueNews.setState({ checked, problem });
    const before = store.getState().catalogue;
    if (!catalogue || catalogue.date < before.date) return;
    if (JSON.stringify(catalogue) !== JSON.stringify(before))
      store.getState().offer(catalogue);
  };
  void ask();
  const timer = setInterval(() => void ask(), interval);
  return () => {
    left = true;
    clearInterval(timer);
  };
}

async function answerAt(address: string, fetch: typeof globalThis.fetch) {
  try {
    const answer = await fetch(address, { cache: "no-cache" });
    return answer.ok ? readAnswer(await answer.json()) : null;
  } catch {
    return null;
  }
}
