"use client";

import type { Outcome } from "@/lib/pipeline";
import { useComposer } from "@/lib/state/provider";
import { showField } from "@/lib/state/view-store";
import type { Remedy } from "@/lib/delivery/remedies";
import { SizeView } from "./size-view";
import { UploadBox } from "./upload-box";

interface HandedOverProps {
  readonly outcome: Outcome;
  readonly onCopy: (text: string, what: string) => void;
  readonly onDownload: (text: string, fileName: string) => void;
}

/** How the config is handed over: the file for an address, what is big, and what makes it smaller. */
export function HandedOver({ outcome, ...onTake }: HandedOverProps) {
  const computed = useComposer((state) => state.computed);
  const applyFix = useComposer((state) => state.applyFix);
  const { handOver, userData } = outcome;
  const apply = ({ id, title, edits }: Remedy) => {
    applyFix({ label: title, edits });
    // A pointer needs one more word from a person.
    if (id === "pointer" && !computed?.target.handOverFrom)
      showField(["target", "handOverFrom"], "target");
  };
  return (
    <>
      {handOver?.upload ? (
        <UploadBox upload={handOver.upload} {...onTake} />
      ) : null}
      {userData && computed ? (
        <SizeView preset={computed} userData={userData} onApply={apply} />
      ) : null}
    </>
  );
}
