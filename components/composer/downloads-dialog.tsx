"use client";

import { Button } from "@/components/ui/button";
import { Badge } from "@/components/ui/chip";
import { Dialog } from "@/components/ui/dialog";
import { withoutLogin } from "@/lib/delivery/login";
import { useComposer } from "@/lib/state/provider";
import { openDialog } from "@/lib/state/view-store";
import styles from "./downloads-dialog.module.css";

export function DownloadsDialog({ onClose }: { onClose: () => void }) {
  const downloads = useComposer((state) => state.outcome?.downloads);
  return (
    <Dialog
      title="Downloads at first boot"
      intro="Ignition fetches these before the node starts; it tries each until it has it. A hash makes a changed file fail instead of run."
      width="wide"
      onClose={onClose}
      actions={
        <Button onClick={() => openDialog("air-gap")}>
          Everything it fetches, and a mirror
        </Button>
      }
    >
      <ul className={styles.list}>
        {downloads?.map(({ url, hash }) => (
          <li key={url}>
            <code>{withoutLogin(url)}</code>
            {hash ? (
              <Badge tone="ok" title={hash}>
                hash pinned
              </Badge>
            ) : (
              <Badge tone="warn">no hash</Badge>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
