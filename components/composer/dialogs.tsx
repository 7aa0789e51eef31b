"use client";

import type { ComponentType } from "react";
import { lately } from "@/components/ui/late";
import { DialogNotLoaded } from "./dialog-not-loaded";
import { useView, type DialogName } from "@/lib/state/view-store";

interface DialogProps {
  readonly onClose: () => void;
}

/** Each is loaded when it opens for the first time. */
const dialogFrom = (load: () => Promise<ComponentType<DialogProps>>) =>
  lately(load, { failed: DialogNotLoaded });

const ShareDialog = dialogFrom(() =>
  import("@/components/share/share-dialog").then((one) => one.ShareDialog),
);
const Commands = dialogFrom(() =>
  import("./commands").then((one) => one.Commands),
);
const OwnImageDialog = dialogFrom(() =>
  import("@/components/catalogue/own-image-dialog").then(
    (one) => one.OwnImageDialog,
  ),
);
const AirGapDialog = dialogFrom(() =>
  import("@/components/delivery/air-gap-dialog").then(
    (one) => one.AirGapDialog,
  ),
);
const DownloadsDialog = dialogFrom(() =>
  import("./downloads-dialog").then((one) => one.DownloadsDialog),
);

const UpgradeDialog = dialogFrom(() =>
  import("./upgrade-dialog").then((one) => one.UpgradeDialog),
);

const DayTwoDialog = dialogFrom(() =>
  import("@/components/catalogue/day-two-dialog").then(
    (one) => one.DayTwoDialog,
  ),
);
const HashesDialog = dialogFrom(() =>
  import("@/components/catalogue/hashes-dialog").then(
    (one) => one.HashesDialog,
  ),
);
const MinorUpgradeDialog = dialogFrom(() =>
  import("@/components/catalogue/minor-upgrade-dialog").then(
    (one) => one.MinorUpgradeDialog,
  ),
);

const ImportDialog = dialogFrom(() =>
  import("@/components/import/import-dialog").then((one) => one.ImportDialog),
);

const CompareDialog = dialogFrom(() =>
  import("@/components/compare/compare-dialog").then(
    (one) => one.CompareDialog,
  ),
);
const HistoryDialog = dialogFrom(() =>
  import("@/components/compare/history-dialog").then(
    (one) => one.HistoryDialog,
  ),
);
const GuideDialog = dialogFrom(() =>
  import("@/components/guide/guide-dialog").then((one) => one.GuideDialog),
);

const FleetDialog = dialogFrom(() =>
  import("@/components/fleet/fleet-dialog").then((one) => one.FleetDialog),
);

const dialogs: Partial<Record<DialogName, ComponentType<DialogProps>>> = {
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

/** The dialog that is open. */
export function Dialogs() {
  const dialog = useView((view) => view.dialog);
  if (!dialog) return null;
  const Chosen = dialogs[dialog];
  if (!Chosen) return null;
  return <Chosen onClose={() => useView.setState({ dialog: null })} />;
}
