"use client";

import { lazy, Suspense, useEffect } from "react";
import { showToast, Toaster } from "@/components/ui/toast";
import { useView } from "@/lib/state/view-store";

const ProposalDialog = lazy(() =>
  import("@/components/share/proposal-dialog").then((one) => ({
    default: one.ProposalDialog,
  })),
);

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
      {proposal ? (
        <Suspense>
          <ProposalDialog proposal={proposal} />
        </Suspense>
      ) : null}
    </>
  );
}
