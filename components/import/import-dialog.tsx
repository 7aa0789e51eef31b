"use client";

import { Download, FolderOpen } from "lucide-react";
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { downloadPreset } from "@/components/share/preset-file";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/inputs";
import { showToast } from "@/components/ui/toast";
import { useComposer, useComposerStore } from "@/lib/state/provider";
import { tellMissing } from "@/lib/state/url-sync";
import { useView } from "@/lib/state/view-store";
import { AddressField } from "./address-field";
import { Answer, Verdict } from "./import-answer";
import styles from "./import-dialog.module.css";
import { selectLine } from "./select-line";
import {
  fitted,
  nothing,
  sourceOfFile,
  sourceOfText,
  type Source,
} from "./source";
import { withUpgrades } from "./upgrades";

/** One place for everything people already have: it says what it is and what becomes of it, then opens it. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { source, settled, setText, openFile, setSource } = useSource();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const field = useRef<HTMLTextAreaElement>(null);
  const accept = useAccept(onClose);
  const [draft, begun] = useDraft();
  const isEmpty = source.text === "" && source.answer === nothing.answer;
  const onLine = (line: number) => {
    if (field.current) selectLine(field.current, line);
  };
  const now = useComposer((state) => state.preset);
  const answer = useMemo(
    () => fitted(source, begun ? now : null),
    [source, begun, now],
  );
  const open = () => {
    if (!answer.ok) return;
    accept({ ...answer, preset: withUpgrades(answer.preset, chosen) });
  };
  const choose = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };

  return (
    <Dialog
      title="Import"
      intro="A Butane document, an Ignition config, a cloud-config, a preset or a link. Paste it, drop a file anywhere on the page, or open one; nothing leaves this browser."
      width="wide"
      onClose={onClose}
      actions={
        <>
          {begun ? (
            <Button variant="plain" onClick={() => downloadPreset(now)}>
              <Download size={15} aria-hidden /> Download {draft}
            </Button>
          ) : null}
          <Button onClick={onClose}>{begun ? `Keep ${draft}` : "Close"}</Button>
          <Button
            variant="primary"
            disabled={!answer.ok || !settled}
            onClick={open}
          >
            {begun ? `Replace ${draft}` : "Open it"}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <div className={styles.text}>
          <Field
            label="Text"
            help={source.name ? `Out of ${source.name}.` : undefined}
          >
            <TextArea
              ref={field}
              mono
              rows={7}
              data-first-focus
              value={source.text}
              onChange={setText}
            />
          </Field>
        </div>
        <OtherWays onFile={(one) => void openFile(one)} onFetched={setSource} />
      </div>
      <div role="status" className={styles.verdict}>
        {isEmpty ? null : <Verdict answer={answer} onLine={onLine} />}
      </div>
      {isEmpty ? null : (
        <Answer
          answer={answer}
          chosen={chosen}
          onChoose={choose}
          onLine={onLine}
        />
      )}
    </Dialog>
  );
}

function OtherWays({
  onFile,
  onFetched,
}: {
  onFile: (file: File) => void;
  onFetched: (source: Source) => void;
}) {
  const file = useRef<HTMLInputElement>(null);
  const asked = useView((view) => view.incoming?.address);
  return (
    <div className={styles.ways}>
      <input
        ref={file}
        type="file"
        hidden
        aria-label="File to import"
        onChange={(event) => {
          const [one] = event.target.files ?? [];
          // The same file may be chosen again after it was changed.
          event.target.value = "";
          if (one) onFile(one);
        }}
      />
      <Button onClick={() => file.current?.click()}>
        <FolderOpen size={15} aria-hidden /> Open a file…
      </Button>
      <AddressField key={asked} onFetched={onFetched} />
    </div>
  );
}

/** What stands in the field and what it is; begins with what was dropped on the page. */
function useSource() {
  const [typed, setTyped] = useState("");
  const [read, setSource] = useState<Source | null>(null);
  const waiting = useDeferredValue(typed);
  const found = useMemo(() => sourceOfText(waiting), [waiting]);
  const openFile = async (file: File) => setSource(await sourceOfFile(file));
  const incoming = useView((view) => view.incoming?.file);
  useEffect(() => {
    if (!incoming) return;
    let left = false;
    void sourceOfFile(incoming).then((one) => {
      if (!left) setSource(one);
    });
    return () => {
      left = true;
    };
  }, [incoming]);
  const source = useMemo(() => {
    const typing = waiting === "" ? nothing : found;
    return read ?? { ...typing, text: typed };
  }, [read, typed, waiting, found]);
  return {
    source,
    /** Whether the answer is about the text as it is now. */
    settled: read !== null || waiting === typed,
    setSource,
    openFile,
    setText: (text: string) => {
      setSource(null);
      setTyped(text);
    },
  };
}

/** Opens a node in place of the one that is there, which undo brings back. */
function useAccept(onClose: () => void) {
  const store = useComposerStore();
  return (imported: Parameters<typeof tellMissing>[0] & { kind: string }) => {
    const { replace, undo, history } = store.getState();
    const before = history.past.length;
    replace(imported.preset, imported.kind === "link" ? "link" : "file");
    onClose();
    tellMissing(imported);
    if (store.getState().history.past.length > before) {
      showToast({
        text: "Imported in place of the draft.",
        action: { label: "Undo", run: undo },
      });
    }
  };
}

function useDraft(): [name: string, begun: boolean] {
  const { name, identity } = useComposer((state) => state.preset);
  const begun = useComposer((state) => state.begun);
  return [name || identity.hostname || "the draft", begun];
}
