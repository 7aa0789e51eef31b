"use client";

import { useEffect } from "react";
import { lately, type Again } from "@/components/ui/late";
import { showToast, Toaster } from "@/components/ui/toast";
import { useView } from "@/lib/state/view-store";
import { DialogNotLoaded } from "./dialog-not-loaded";

const ProposalDialog = lately(
  () =>
    import("@/components/share/proposal-dialog").then(
      (one) => one.ProposalDialog,
    ),
  { failed: NoProposal },
);

function NoProposal(again: Again) {
  const close = () => useView.setState({ proposal: null });
  return <DialogNotLoaded {...again} onClose={close} />;
}

/** What the state has to say, and what waits for a word. */
export function Notices() {
  const notice = useView((view) => view.notice);
  const proposal = useView((view) => view.proposal);
  useEffect(() => {
    if (notice) showToast(notice);
  }, [notice]);
  return (
    <>
      <Toaster />
      {proposal ? <ProposalDialog proposal={proposal} /> : null}
    </>
  );
}
