"use client";

import { useEffect, useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { late, NotLoaded, useLate, type Late } from "@/components/ui/late";
import { Message } from "@/components/ui/message";
import { showToast } from "@/components/ui/toast";
import { useComposerStore } from "@/lib/state/provider";
import {
  snapshots,
  useSnapshots,
} from "@/lib/state/snapshots/browser-snapshots";
import {
  presetOf,
  withSecretsOf,
  type Snapshot,
} from "@/lib/state/snapshots/snapshot";
import { comparing } from "@/lib/state/snapshots/summary";
import { tellMissing } from "@/lib/state/url-sync";
import { showComparison } from "@/lib/state/view-store";
import { nowChoice, snapshotChoice } from "./choices";
import styles from "./history-dialog.module.css";
import { SnapshotRow } from "./snapshot-row";
import { when } from "./when";

interface HistoryDialogProps {
  onClose: () => void;
  /** What tells the changes of a snapshot. */
  comparison?: Late<object>;
}

/** What this browser has kept of nodes: to open, to compare, to name and to delete. */
export function HistoryDialog({
  onClose,
  comparison = ours,
}: HistoryDialogProps) {
  const list = useSnapshots((state) => state.list);
  const fleeting = useSnapshots((state) => state.fleeting);
  const open = useOpenSnapshot(onClose);
  const [deleted, setDeleted] = useState<Snapshot | null>(null);
  useEffect(() => void snapshots.getState().load(), []);

  const remove = (snapshot: Snapshot) => {
    setDeleted(snapshot);
    void snapshots.getState().remove(snapshot.id);
  };
  return (
    <Dialog
      title="History"
      intro="Nodes as they were, kept in this browser and without their secrets. Automatic ones make room after two weeks; named ones stay."
      width="wide"
      onClose={onClose}
    >
      <div className={styles.history}>
        <KeepForm />
        {fleeting ? (
          <Message
            kind="warning"
            shape="box"
            sentence="This browser keeps nothing: what stands here is gone when the tab is closed."
            why="Download the preset to keep a node."
          />
        ) : null}
        {list?.some(({ uncompared }) => uncompared) ? (
          <Uncompared comparison={comparison} />
        ) : null}
        <div role="status" className={styles.said}>
          {deleted ? (
            <>
              <span>Deleted {titleOf(deleted)}.</span>
              <Button
                variant="link"
                onClick={() => {
                  void snapshots.getState().putBack(deleted);
                  setDeleted(null);
                }}
              >
                Undo
              </Button>
            </>
          ) : null}
        </div>
        {list === null ? (
          <p className={styles.empty}>Looking…</p>
        ) : list.length === 0 ? (
          <p className={styles.empty}>
            Nothing is kept yet. A node that is worked on is kept every few
            minutes.
          </p>
        ) : (
          <ul className={styles.list} aria-label="Snapshots">
            {list.map((snapshot) => (
              <SnapshotRow
                key={snapshot.id}
                snapshot={snapshot}
                title={titleOf(snapshot)}
                onOpen={() => open(snapshot)}
                onCompare={() =>
                  showComparison(snapshotChoice(snapshot.id), nowChoice)
                }
                onRename={(name) =>
                  void snapshots.getState().rename(snapshot.id, name)
                }
                onDelete={() => remove(snapshot)}
              />
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
}

const ours = late(comparing);

/** Some were kept while what compares did not come: it is fetched again, and their changes are told once it is there. */
function Uncompared({ comparison }: { comparison: Late<object> }) {
  const { part, again } = useLate(comparison);
  useEffect(() => {
    if (part) void snapshots.getState().compareAgain();
  }, [part]);
  return again ? (
    <NotLoaded what="What tells the changes of a snapshot" {...again} />
  ) : null;
}

function titleOf({ name, at }: Snapshot): string {
  return name || `the node of ${when(at)}`;
}

/** Keeps the node as it is now under a name. */
function KeepForm() {
  const store = useComposerStore();
  const [name, setName] = useState("");
  const keep = (event: FormEvent) => {
    event.preventDefault();
    const called = name.trim();
    if (called === "") return;
    void snapshots.getState().keep(store.getState().preset, called);
    setName("");
  };
  return (
    <form className={styles.keep} onSubmit={keep}>
      <Field label="Keep this node as it is now, under the name" width="wide">
        <TextInput
          data-first-focus
          value={name}
          maxLength={80}
          placeholder="Before the upgrade"
          onChange={setName}
        />
      </Field>
      <Button type="submit" disabled={name.trim() === ""}>
        Keep
      </Button>
    </form>
  );
}

/** Opens a snapshot in place of the node; undo brings that one back. */
function useOpenSnapshot(onClose: () => void) {
  const store = useComposerStore();
  return (snapshot: Snapshot) => {
    const kept = presetOf(snapshot);
    if (!kept) {
      showToast({ text: "This snapshot is damaged. Nothing was opened." });
      return;
    }
    const { preset, replace, undo } = store.getState();
    const filled = withSecretsOf(kept, snapshot.leftOut, preset);
    replace(filled.preset, "snapshot");
    onClose();
    if (filled.leftOut.length > 0) tellMissing(filled);
    else
      showToast({
        text: `Opened ${titleOf(snapshot)}.`,
        action: { label: "Undo", run: undo },
      });
  };
}
