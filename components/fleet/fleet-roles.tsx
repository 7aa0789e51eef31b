"use client";

import { FolderOpen, X } from "lucide-react";
import { useRef, useState } from "react";
import { readPresetFile } from "@/components/share/preset-file";
import { Button, IconButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Fold } from "@/components/ui/fold";
import { TextInput } from "@/components/ui/inputs";
import { showToast } from "@/components/ui/toast";
import styles from "./fleet-dialog.module.css";
import { useFleet, type OtherRole } from "./fleet-state";

/** Presets for rows of other roles: the column `role` chooses. */
export function FleetRoles() {
  const { role, others } = useFleet();
  const [open, setOpen] = useState(others.length > 0);
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <Fold
      label="roles"
      summary={
        others.length === 0
          ? "Roles: every row is made of this node"
          : `Roles: this node and ${others.length} more`
      }
      open={open}
      onOpen={setOpen}
    >
      <p className={styles.hint}>
        Where a table has several kinds of nodes, its column role says which
        preset a row is made of.
      </p>
      {others.length > 0 ? (
        <ul className={styles.roles}>
          <li>
            <Field label="Role of this node" width="medium">
              <TextInput
                value={role}
                onChange={(name) => useFleet.setState({ role: name.trim() })}
              />
            </Field>
            <span>the node that is open</span>
          </li>
          {others.map((other, index) => (
            <li key={index}>
              <Field label={`Role of ${other.file}`} width="medium">
                <TextInput
                  value={other.name}
                  onChange={(name) => change(index, { ...other, name })}
                />
              </Field>
              <span>{other.file}</span>
              <IconButton
                label={`Remove ${other.file}`}
                onClick={() => change(index, null)}
              >
                <X size={16} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : null}
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label="Preset for another role"
        onChange={(event) => {
          const [one] = event.target.files ?? [];
          event.target.value = "";
          if (one) void addRole(one);
        }}
      />
      <Button onClick={() => chooser.current?.click()}>
        <FolderOpen size={15} aria-hidden /> Add a preset for another role…
      </Button>
    </Fold>
  );
}

function change(index: number, role: OtherRole | null): void {
  const { others } = useFleet.getState();
  useFleet.setState({
    others: others.flatMap((one, at) => {
      if (at !== index) return [one];
      return role ? [{ ...role, name: role.name.trim() }] : [];
    }),
  });
}

async function addRole(file: File): Promise<void> {
  const preset = await readPresetFile(file);
  if (typeof preset === "string") {
    showToast({ text: preset });
    return;
  }
  const { others } = useFleet.getState();
  // `worker.kindling.json` is most likely the role worker.
  const name = file.name.replace(/\..*$/, "");
  useFleet.setState({
    others: [...others, { name, preset, file: file.name }],
  });
}
