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
import { named, nothing, sourceOfFile, sourceOfText } from "./source";
import { withUpgrades } from "./upgrades";

/** One place for everything people already have: it says what it is and what becomes of it, then opens it. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { source, setText, openFile, setSource } = useSource();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const field = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const accept = useAccept(onClose);
  const { answer } = source;
  const [draft, begun] = useDraft();
  const isEmpty = source.text === "" && answer === nothing.answer;
  const onLine = (line: number) => {
    if (field.current) selectLine(field.current, line);
  };
  const now = useComposer((state) => state.preset);
  const asked = useView((view) => view.incoming?.address);

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
            disabled={!answer.ok}
            onClick={() => {
              if (!answer.ok) return;
              const preset = withUpgrades(answer.preset, chosen);
              accept({ ...answer, preset: named(preset, source.name) });
            }}
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
              if (one) void openFile(one);
            }}
          />
          <Button onClick={() => file.current?.click()}>
            <FolderOpen size={15} aria-hidden /> Open a file…
          </Button>
          <AddressField key={asked} onFetched={setSource} />
        </div>
      </div>
      <div role="status" className={styles.verdict}>
        {isEmpty ? null : <Verdict answer={answer} onLine={onLine} />}
      </div>
      {isEmpty ? null : (
        <Answer
          answer={answer}
          chosen={chosen}
          onChoose={(id, on) => {
            const next = new Set(chosen);
            if (on) next.add(id);
            else next.delete(id);
            setChosen(next);
          }}
          onLine={onLine}
        />
      )}
    </Dialog>
  );
}

/** What stands in the field and what it is; begins with what was dropped on the page. */
function useSource() {
  const [typed, setTyped] = useState("");
  const [read, setSource] = useState<typeof nothing | null>(null);
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
  const typing = waiting === "" ? nothing : found;
  return {
    source: read ?? { ...typing, text: typed },
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
