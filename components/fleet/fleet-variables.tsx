"use client";

import { useMemo } from "react";
import { Button } from "@/components/ui/button";
import type { Role } from "@/lib/fleet/plan";
import { sections } from "@/lib/preset";
import { templateOf } from "@/lib/preset/variables";
import { useComposer, useComposerStore } from "@/lib/state/provider";
import { sectionOf } from "@/lib/state/selectors";
import { showField } from "@/lib/state/view-store";
import styles from "./fleet-dialog.module.css";

/** The variables of the node that is open, each a way to its field. */
export function FleetVariables({
  roles,
  onClose,
}: {
  roles: readonly Role[];
  onClose: () => void;
}) {
  const store = useComposerStore();
  const broken = useComposer((state) => state.broken !== null);
  const { preset } = roles[0]!;
  const variables = useMemo(() => [...templateOf(preset).variables], [preset]);
  if (variables.length === 0)
    return (
      <div className={styles.empty}>
        <p>
          This node has no variable yet, so all nodes would be the same. Most
          fleets begin with the hostname.
        </p>
        <Button
          disabled={broken}
          onClick={() =>
            store.getState().edit("identity", {
              ...preset.identity,
              hostname: "{{host}}",
            })
          }
        >
          Use {"{{host}}"} as the hostname
        </Button>
      </div>
    );
  return (
    <section aria-label="Variables of this node">
      <h3>Variables of this node</h3>
      <ul className={styles.variables}>
        {variables.map(([name, fields]) => (
          <li key={name}>
            <code>{`{{${name}}}`}</code>
            {fields.map((field) =>
              field[0] === "name" ? (
                <span key="name">Name of the node</span>
              ) : (
                <Button
                  key={field.join(".")}
                  variant="link"
                  onClick={() => {
                    onClose();
                    showField(field, sectionOf(field, preset));
                  }}
                >
                  {sections.find(({ id }) => id === field[0])?.title}
                </Button>
              ),
            )}
          </li>
        ))}
      </ul>
      <p className={styles.escape}>
        Where the braces are meant as they stand, write{" "}
        <code>{"\\{{host}}"}</code>: the fleet takes the backslash away.
      </p>
    </section>
  );
}
