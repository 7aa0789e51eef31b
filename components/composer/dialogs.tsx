"use client";

import { lazy, Suspense } from "react";
import { useView } from "@/lib/state/view-store";

const ShareDialog = lazy(() =>
  import("@/components/share/share-dialog").then((one) => ({
    default: one.ShareDialog,
  })),
);
const Commands = lazy(() =>
  import("./commands").then((one) => ({ default: one.Commands })),
);
const OwnImageDialog = lazy(() =>
  import("@/components/catalogue/own-image-dialog").then((one) => ({
    default: one.OwnImageDialog,
  })),
);
const DownloadsDialog = lazy(() =>
  import("./downloads-dialog").then((one) => ({
    default: one.DownloadsDialog,
  })),
);

const dialogs = {
  share: ShareDialog,
  commands: Commands,
  "own-image": OwnImageDialog,
  downloads: DownloadsDialog,
};

/** The dialog that is open; each is loaded when it opens for the first time. */
export function Dialogs() {
  const dialog = useView((view) => view.dialog);
  if (!dialog) return null;
  const Chosen = dialogs[dialog];
  return (
    <Suspense>
      <Chosen onClose={() => useView.setState({ dialog: null })} />
    </Suspense>
  );
}
