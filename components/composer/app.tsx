"use client";

import { useEffect, useState } from "react";
import { draftKey } from "@/lib/state/keys";
import { useFileDrop } from "@/components/import/use-file-drop";
import type { Incoming } from "@/lib/state/view-store";
import { openingAttribute } from "@/components/ui/theme-script";
import { StartScreen, type StartingPoint } from "./start-screen";
import type { Root as RootComponent } from "./root";
import styles from "./start-screen.module.css";

interface AppProps {
  examples: readonly StartingPoint[];
}

const failure =
  "Kindling did not load. Check the network and load the page again; your draft is kept.";

const loadRoot = () => import("./root").then(({ Root }) => Root);

/**
 * The first screen, drawn by the server. All the rest comes when there is a node to open: at once for a draft or a
 * link, else when a starting point is chosen; it is fetched before that, as soon as somebody shows to be there.
 */
export function App({ examples }: AppProps) {
  const [Root, setRoot] = useState<typeof RootComponent | null>(null);
  const [picked, setPicked] = useState<string | null>(null);
  const [incoming, setIncoming] = useState<Incoming | null>(null);
  const [failed, setFailed] = useState(false);
  const open = () =>
    void loadRoot().then(
      (loaded) => setRoot(() => loaded),
      () => setFailed(true),
    );

  const importIt = (one: Incoming) => {
    setIncoming(one);
    open();
  };
  useFileDrop((file) => importIt({ file }));

  useEffect(() => {
    let stopWaiting: (() => void) | null = null;
    if (hasSomethingToOpen()) open();
    else stopWaiting = onFirstSign(() => void loadRoot().catch(() => {}));
    // A link that is pasted over the first screen.
    window.addEventListener("hashchange", open);
    return () => {
      stopWaiting?.();
      window.removeEventListener("hashchange", open);
    };
  }, []);

  if (Root)
    return <Root examples={examples} picked={picked} incoming={incoming} />;
  return (
    <>
      <div className={styles.opening} role="status">
        {failed ? failure : "Opening…"}
      </div>
      <StartScreen
        examples={examples}
        waiting={failed ? null : picked}
        trouble={failed ? failure : undefined}
        onImport={() => importIt({})}
        onPick={(id) => {
          setPicked(id);
          open();
        }}
      />
    </>
  );
}

function hasSomethingToOpen(): boolean {
  if (document.documentElement.hasAttribute(openingAttribute)) return true;
  try {
    return location.hash.length > 1 || localStorage.getItem(draftKey) !== null;
  } catch {
    return location.hash.length > 1;
  }
}

const signs = ["pointermove", "pointerdown", "keydown"] as const;
/** Milliseconds after which somebody reads rather than waits, and nothing is in the way of work. */
const reading = 5000;

/** Works once, when the pointer moves, a key is pressed, or after some time; gives a function that calls it off. */
function onFirstSign(work: () => void): () => void {
  const stop = () => {
    clearTimeout(timer);
    for (const sign of signs) window.removeEventListener(sign, once);
  };
  const once = () => {
    stop();
    work();
  };
  const timer = setTimeout(once, reading);
  for (const sign of signs) window.addEventListener(sign, once);
  return stop;
}
