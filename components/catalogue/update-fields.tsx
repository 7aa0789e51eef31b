"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import { Segments } from "@/components/ui/segments";
import {
  restartedUnits,
  startsWith,
  type Activation,
  type Extension,
} from "@/lib/butane";
import type { ChosenExtension } from "@/lib/preset";
import { fieldId } from "@/lib/state/field-id";
import { useUpgrades } from "@/lib/state/upgrades";
import { showUpgrade } from "@/lib/state/view-store";
import styles from "./extension-row.module.css";
import { policies } from "./policies";
import { useChosen } from "./use-chosen";

interface UpdateFieldsProps {
  chosen: ChosenExtension;
  extension: Extension | undefined;
  index: number;
}

/** Which newer images the node takes, and what happens when one is there. */
export function UpdateFields({ chosen, extension, index }: UpdateFieldsProps) {
  const change = useChosen(index);
  return (
    <>
      <Field
        id={fieldId(["extensions", "chosen", index, "updates"])}
        label="Updates"
        group
        width="auto"
        help={<WrittenNote chosen={chosen} index={index} />}
      >
        <Segments
          value={chosen.updates}
          options={policies(chosen.version, extension, chosen.updates)}
          onChange={(updates) => change({ ...chosen, updates })}
        />
      </Field>
      {chosen.updates === "none" || chosen.hold ? null : (
        <ActivationField chosen={chosen} index={index} />
      )}
    </>
  );
}

/** What an update does. */
function ActivationField(props: { chosen: ChosenExtension; index: number }) {
  const { chosen, index } = props;
  const change = useChosen(index);
  const names = restartedUnits(chosen).map((unit) =>
    unit.replace(/\.service$/, ""),
  );
  const options: { value: Activation; label: string }[] = [
    { value: "next-boot", label: "Next boot" },
    { value: "reboot", label: "Coordinated reboot" },
    { value: "reboot-now", label: "Reboot at once" },
    { value: "refresh", label: "Merge at once" },
  ];
  if (names.length > 0 || chosen.own || chosen.activation === "restart") {
    const what = names.join(", ") || "its services";
    options.push({ value: "restart", label: `Restart ${what}` });
  }
  return (
    <Field
      id={fieldId(["extensions", "chosen", index, "activation"])}
      label="Takes effect"
      width="auto"
    >
      <Select
        value={chosen.activation}
        options={options}
        onChange={(activation) =>
          change({ ...chosen, activation: activation as Activation })
        }
      />
    </Field>
  );
}

/** That the text says it in a way of its own, and what a change here does to it. */
function WrittenNote({
  chosen,
  index,
}: {
  chosen: ChosenExtension;
  index: number;
}) {
  const upgrade = useUpgrades(({ upgrades }) =>
    upgrades.find(
      ({ field }) =>
        field && startsWith(field, ["extensions", "chosen", index]),
    ),
  );
  if (!chosen.written) return null;
  return (
    <>
      Its text is not the one Kindling writes. A change here writes its updates
      anew.{" "}
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
  );
}
