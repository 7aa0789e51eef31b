"use client";

import { Download } from "lucide-react";
import { useMemo, useRef } from "react";
import { download } from "@/components/share/hand-over";
import { Button } from "@/components/ui/button";
import { counted } from "@/lib/words";
import { Dialog } from "@/components/ui/dialog";
import { showToast } from "@/components/ui/toast";
import { useComposer } from "@/lib/state/provider";
import styles from "./fleet-dialog.module.css";
import { FleetFindings } from "./fleet-findings";
import { FleetProgress } from "./fleet-progress";
import { FleetRoles } from "./fleet-roles";
import { useFleet } from "./fleet-state";
import { FleetTableField } from "./fleet-table";
import { FleetVariables } from "./fleet-variables";
import { useFleetRun } from "./use-fleet-run";

/** One preset, a table of nodes, and a config for every row. */
export function FleetDialog({ onClose }: { onClose: () => void }) {
  const preset = useComposer((state) => state.preset);
  const catalogue = useComposer((state) => state.catalogue);
  const { table, role, others } = useFleet();
  const roles = useMemo(
    // The only one has no field for its role, so every row is of it.
    () => [{ name: others.length === 0 ? "" : role, preset }, ...others],
    [role, preset, others],
  );
  const empty = table.text.trim() === "";
  const request = useMemo(
    () => (empty ? null : { roles, table: table.text, catalogue }),
    [empty, roles, table, catalogue],
  );
  const { run, packing, pack, cancel } = useFleetRun(request);
  const field = useRef<HTMLTextAreaElement>(null);
  const made = run?.gathered.made ?? 0;
  const ready = run !== null && run.ended && made > 0;
  const save = () =>
    pack((archive) => {
      download(archive, "fleet.zip");
      showToast({
        text: `Made fleet.zip, ${counted(archive.size)} bytes.`,
      });
    });

  return (
    <Dialog
      title="Fleet"
      intro="A config for every row of a table. Write {{host}} in any text of this node and call a column host: each node gets the value of its row."
      width="wide"
      onClose={onClose}
      actions={
        packing ? (
          <Button onClick={cancel}>Cancel</Button>
        ) : (
          <>
            <Button onClick={onClose}>Close</Button>
            <Button variant="primary" disabled={!ready} onClick={save}>
              <Download size={15} aria-hidden />{" "}
              {ready ? `Download ${nodes(made)}` : "Download the archive"}
            </Button>
          </>
        )
      }
    >
      <div className={styles.form}>
        <FleetVariables roles={roles} onClose={onClose} />
        <FleetTableField roles={roles} field={field} />
        <FleetProgress run={run} packing={packing} />
        {run ? <FleetFindings run={run} roles={roles} field={field} /> : null}
        <FleetRoles />
      </div>
    </Dialog>
  );
}

const nodes = (count: number) =>
  count === 1 ? "1 node" : `${counted(count)} nodes`;
