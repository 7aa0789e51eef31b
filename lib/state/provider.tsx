"use client";

import {
  createContext,
  useContext,
  useEffect,
  useState,
  type ReactNode,
} from "react";
import { useStore } from "zustand";
import type { Catalogue } from "@/lib/butane";
import { followCatalogue } from "./live-catalogue";
import { workerSettler } from "./settling/worker-settler";
import type { ComposerState } from "./composer-state";
import { createComposerStore, type ComposerStore } from "./composer-store";
import { notify } from "./view-store";

const StoreContext = createContext<ComposerStore | null>(null);

const notStarted =
  "Kindling did not load in full, so no draft and no link is opened. Check the network and load the page again; your draft is kept.";

interface ProviderProps {
  /** The one that Kindling was built with. */
  catalogue: Catalogue;
  children: ReactNode;
}

/** The composer's state for everything below. The stages load when the first node opens. */
export function ComposerProvider({ catalogue, children }: ProviderProps) {
  const [store] = useState(() =>
    createComposerStore({
      catalogue,
      load: () => import("@/lib/pipeline"),
      settler: workerSettler,
    }),
  );
  useEffect(() => {
    // What reads drafts and links comes after the first paint; the first screen does not need it.
    let stop: (() => void) | undefined;
    let left = false;
    const begin = () =>
      void import("./start").then(
        ({ start }) => {
          if (!left) stop ??= start(store);
        },
        () => {
          if (left) return;
          const action = { label: "Retry", run: begin };
          notify({ text: notStarted, stays: true, action });
        },
      );
    begin();
    return () => {
      left = true;
      stop?.();
    };
  }, [store]);
  useEffect(() => followCatalogue(store), [store]);
  return <StoreContext value={store}>{children}</StoreContext>;
}

/** The store itself, to read it once without following it. Throws where there is no provider above. */
export function useComposerStore(): ComposerStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error("outside of ComposerProvider");
  return store;
}

/** Reads a part of the state and follows it. The intents are part of it and never change. */
export function useComposer<Part>(
  select: (state: ComposerState) => Part,
): Part {
  return useStore(useComposerStore(), select);
}

/** What can be chosen, as fresh as it is known. */
export function useCatalogue(): Catalogue {
  return useComposer((state) => state.catalogue);
}
