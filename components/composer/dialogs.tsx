"use client";

import { lazy, Suspense, type ComponentType } from "react";
import { useView, type DialogName } from "@/lib/state/view-store";

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
const AirGapDialog = lazy(() =>
  import("@/components/delivery/air-gap-dialog").then((one) => ({
    default: one.AirGapDialog,
  })),
);
const DownloadsDialog = lazy(() =>
  import("./downloads-dialog").then((one) => ({
    default: one.DownloadsDialog,
  })),
);

const UpgradeDialog = lazy(() =>
  import("./upgrade-dialog").then((one) => ({ default: one.UpgradeDialog })),
);

const DayTwoDialog = lazy(() =>
  import("@/components/catalogue/day-two-dialog").then((one) => ({
    default: one.DayTwoDialog,
  })),
);
const HashesDialog = lazy(() =>
  import("@/components/catalogue/hashes-dialog").then((one) => ({
    default: one.HashesDialog,
  })),
);
const MinorUpgradeDialog = lazy(() =>
  import("@/components/catalogue/minor-upgrade-dialog").then((one) => ({
    default: one.MinorUpgradeDialog,
  })),
);

const ImportDialog = lazy(() =>
  import("@/components/import/import-dialog").then((one) => ({
    default: one.ImportDialog,
  })),
);

const CompareDialog = lazy(() =>
  import("@/components/compare/compare-dialog").then((one) => ({
    default: one.CompareDialog,
  })),
);
const HistoryDialog = lazy(() =>
  import("@/components/compare/history-dialog").then((one) => ({
    default: one.HistoryDialog,
  })),
);
const GuideDialog = lazy(() =>
  import("@/components/guide/guide-dialog").then((one) => ({
    default: one.GuideDialog,
  })),
);

const FleetDialog = lazy(() =>
  import("@/components/fleet/fleet-dialog").then((one) => ({
    default: one.FleetDialog,
  })),
);

const dialogs: Partial<
  Record<DialogName, ComponentType<{ onClose: () => void }>>
> = {
  share: ShareDialog,
  commands: Commands,
  "own-image": OwnImageDialog,
  downloads: DownloadsDialog,
  "air-gap": AirGapDialog,
  import: ImportDialog,
  upgrade: UpgradeDialog,
  "day-two": DayTwoDialog,
  hashes: HashesDialog,
  "minor-upgrade": MinorUpgradeDialog,
  compare: CompareDialog,
  history: HistoryDialog,
  fleet: FleetDialog,
  guide: GuideDialog,
};

/** The dialog that is open; each is loaded when it opens for the first time. */
export function Dialogs() {
  const dialog = useView((view) => view.dialog);
  if (!dialog) return null;
  const Chosen = dialogs[dialog];
  if (!Chosen) return null;
  return (
    <Suspense>
      <Chosen onClose={() => useView.setState({ dialog: null })} />
    </Suspense>
  );
}
