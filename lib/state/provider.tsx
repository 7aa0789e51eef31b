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
import {
  createComposerStore,
  type ComposerState,
  type ComposerStore,
} from "./composer-store";

const StoreContext = createContext<ComposerStore | null>(null);
const CatalogueContext = createContext<Catalogue | null>(null);

interface ProviderProps {
  catalogue: Catalogue;
  children: ReactNode;
}

/** The composer's state for everything below. The stages load when the first node opens. */
export function ComposerProvider({ catalogue, children }: ProviderProps) {
  const [store] = useState(() =>
    createComposerStore({
      catalogue,
      load: () => import("@/lib/pipeline"),
    }),
  );
  useEffect(() => {
    // What reads drafts and links comes after the first paint; the first screen does not need it.
    let stop: (() => void) | undefined;
    let left = false;
    void import("./start").then(({ start }) => {
      if (!left) stop = start(store);
    });
    return () => {
      left = true;
      stop?.();
    };
  }, [store]);
  return (
    <CatalogueContext value={catalogue}>
      <StoreContext value={store}>{children}</StoreContext>
    </CatalogueContext>
  );
}

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

export function useCatalogue(): Catalogue {
  const catalogue = useContext(CatalogueContext);
  if (!catalogue) throw new Error("outside of ComposerProvider");
  return catalogue;
}
