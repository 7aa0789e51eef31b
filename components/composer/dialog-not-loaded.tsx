import { Dialog } from "@/components/ui/dialog";
import { NotLoaded, type Again } from "@/components/ui/late";

/** In place of a dialog that did not come. */
export function DialogNotLoaded({
  onClose,
  ...again
}: Again & { onClose: () => void }) {
  return (
    <Dialog title="Not loaded" onClose={onClose}>
      <NotLoaded {...again} />
    </Dialog>
  );
}
