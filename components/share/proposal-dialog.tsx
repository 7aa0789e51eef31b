"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { describeShare } from "@/lib/share/describe";
import { useComposer, useComposerStore } from "@/lib/state/provider";
import { tellMissing } from "@/lib/state/url-sync";
import { useView, type Proposal } from "@/lib/state/view-store";
import { downloadPreset } from "./preset-file";
import styles from "./share-dialog.module.css";

/** Shows what a link or a file would do before it replaces the node that is open. */
export function ProposalDialog({ proposal }: { proposal: Proposal }) {
  const store = useComposerStore();
  const now = useComposer((state) => state.preset);
  const { preset, from, leftOut } = proposal;
  const close = () => useView.setState({ proposal: null });
  const replace = () => {
    store.getState().replace(preset, from);
    close();
    tellMissing(proposal);
  };
  const draft = now.name || now.identity.hostname || "the draft";
  return (
    <Dialog
      title={from === "link" ? "Open this link" : "Open this preset"}
      intro={`It takes the place of ${draft}. Undo brings ${draft} back as long as this tab is open.`}
      onClose={close}
      actions={
        <>
          <Button variant="plain" onClick={() => downloadPreset(now)}>
            Download {draft}
          </Button>
          <Button data-first-focus onClick={close}>
            Keep {draft}
          </Button>
          <Button variant="primary" onClick={replace}>
            Replace it
          </Button>
        </>
      }
    >
      <h3 className={styles.what}>{preset.name || "What it is"}</h3>
      <ul className={styles.lines} aria-label="What it does">
        {describeShare(preset, leftOut).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Dialog>
  );
}
