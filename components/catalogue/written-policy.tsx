"use client";

import { Button } from "@/components/ui/button";
import { startsWith, type Extension } from "@/lib/butane";
import type { ChosenExtension } from "@/lib/preset";
import { fieldId } from "@/lib/state/field-id";
import { useUpgrades } from "@/lib/state/upgrades";
import { showUpgrade } from "@/lib/state/view-store";
import { Field } from "@/components/ui/field";
import styles from "./extension-row.module.css";
import { policies } from "./policies";

interface WrittenPolicyProps {
  chosen: ChosenExtension;
  extension: Extension | undefined;
  index: number;
}

/** The updates of an extension that its document writes in a way of its own: what was recognised, and the way to ours. */
export function WrittenPolicy({
  chosen,
  extension,
  index,
}: WrittenPolicyProps) {
  const at = ["extensions", "chosen", index] as const;
  const upgrade = useUpgrades(({ upgrades }) =>
    upgrades.find(({ field }) => field && startsWith(field, at)),
  );
  const policy = policies(chosen.version, extension).find(
    ({ value }) => value === chosen.updates,
  );
  return (
    <Field
      id={fieldId([...at, "updates"])}
      label="Updates"
      group
      width="auto"
      help={
        <>
          Its text is not the one Kindling writes, so only the version is
          changed here.{" "}
          {upgrade ? (
            <Button
              variant="link"
              className={styles.newer}
              onClick={() => showUpgrade(upgrade.id)}
            >
              Show the change
            </Button>
          ) : null}
        </>
      }
    >
      <p className={styles.policy} tabIndex={-1}>
        {policy?.label ?? chosen.updates}
      </p>
    </Field>
  );
}
