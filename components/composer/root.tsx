"use client";

import { useEffect, useRef } from "react";
import { openingAttribute } from "@/components/ui/theme-script";
import { ComposerProvider, useComposer } from "@/lib/state/provider";
import { openImport, type Incoming } from "@/lib/state/view-store";
// Loaded with the composer: the first screen has no use for thousands of hashes.
import builtIn from "@/public/catalogue.json";
import { Composer } from "./composer";
import { Dialogs } from "./dialogs";
import { Notices } from "./notices";
import { StartScreen, type StartingPoint } from "./start-screen";
import { useStartingPoint } from "./use-starting-point";

interface RootProps {
  examples: readonly StartingPoint[];
  /** Starting point that was chosen before all this was there. */
  picked: string | null;
  /** What is to be imported; the dialog opens whenever it changes. */
  incoming: Incoming | null;
}

/** Everything behind the first screen. */
export function Root(props: RootProps) {
  return (
    <ComposerProvider catalogue={builtIn}>
      <Screens {...props} />
      <Notices />
    </ComposerProvider>
  );
}

function Screens({ examples, picked, incoming }: RootProps) {
  const open = useComposer((state) => state.open);
  const ready = useComposer((state) => state.ready);
  const name = useComposer((state) => state.preset.name);
  const begun = useComposer((state) => state.begun);
  const comeBack = useComposer((state) => state.comeBack);
  const pick = useStartingPoint();
  useEffect(() => {
    document.title = open && name ? `${name} – Kindling` : "Kindling";
  }, [open, name]);
  const done = useRef(false);
  useEffect(() => {
    if (!ready) return;
    document.documentElement.removeAttribute(openingAttribute);
    if (done.current || picked === null) return;
    done.current = true;
    pick(picked);
  }, [ready, picked, pick]);
  useEffect(() => {
    if (ready && incoming) openImport(incoming);
  }, [ready, incoming]);
  if (open) return <Composer />;
  const back = begun
    ? { label: name || "the draft", run: comeBack }
    : undefined;
  return (
    <>
      <StartScreen
        examples={examples}
        waiting={ready ? null : picked}
        onPick={pick}
        onImport={() => openImport()}
        back={back}
      />
      <Dialogs />
    </>
  );
}
