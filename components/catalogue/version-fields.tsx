"use client";

import { useMemo } from "react";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Field, FieldRow } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import { Segments } from "@/components/ui/segments";
import {
  compareVersions,
  groupByMinor,
  trackOf,
  type Activation,
  type Extension,
  type Release,
} from "@/lib/butane";
import { releasesOf, withVersion, type ChosenExtension } from "@/lib/preset";
import { fieldId } from "@/lib/state/field-id";
import { useCatalogue, useComposer } from "@/lib/state/provider";
import styles from "./extension-row.module.css";
import { policies } from "./policies";
import { useChosen } from "./use-chosen";
import { WrittenPolicy } from "./written-policy";

interface VersionFieldsProps {
  chosen: ChosenExtension;
  extension: Extension;
  index: number;
}

/** Version, updates, and what happens when an update is there. */
export function VersionFields({
  chosen,
  extension,
  index,
}: VersionFieldsProps) {
  const catalogue = useCatalogue();
  const architecture = useComposer((state) => state.preset.target.architecture);
  const change = useChosen(index);
  const releases = releasesOf(catalogue, chosen.id);
  const groups = useMemo(
    () =>
      groupByMinor(releases).map(({ track, releases: group }) => ({
        label:
          group.length === 1 && group[0]!.version === track
            ? track
            : `${track}.x`,
        options: group.map(({ version }) => version),
      })),
    [releases],
  );
  const at = ["extensions", "chosen", index] as const;
  const take = (version: string) =>
    change(withVersion(chosen, version, catalogue, architecture));
  const newer = newestOfSeries(chosen.version, extension, releases);
  return (
    <FieldRow>
      <Field
        id={fieldId([...at, "version"])}
        label="Version"
        width="narrow"
        help={
          newer ? (
            <Button
              variant="link"
              className={styles.newer}
              onClick={() => take(newer)}
            >
              Take {newer}
            </Button>
          ) : undefined
        }
      >
        <Combobox
          value={chosen.version}
          groups={groups}
          listLabel={`Versions of ${extension.title}`}
          unlisted="not in the catalogue"
          onChange={take}
        />
      </Field>
      {chosen.written ? (
        <WrittenPolicy chosen={chosen} extension={extension} index={index} />
      ) : (
        <>
          <Field
            id={fieldId([...at, "updates"])}
            label="Updates"
            group
            width="auto"
          >
            <Segments
              value={chosen.updates}
              options={policies(chosen.version, extension)}
              onChange={(updates) => change({ ...chosen, updates })}
            />
          </Field>
          {chosen.updates === "none" ? null : (
            <ActivationField
              chosen={chosen}
              units={extension.restartUnits ?? []}
              index={index}
            />
          )}
        </>
      )}
    </FieldRow>
  );
}

/** The newest release of the version's own series; null when that is what is chosen, or nothing is known of it. */
function newestOfSeries(
  version: string,
  extension: Extension,
  releases: readonly Release[],
): string | null {
  const track = trackOf(version, extension.trackDepth);
  const newest = releases.find(
    (one) => trackOf(one.version, extension.trackDepth) === track,
  )?.version;
  if (track === null || !newest) return null;
  return compareVersions(newest, version) > 0 ? newest : null;
}

/** What an update does; own images have it, too. */
export function ActivationField(props: {
  chosen: ChosenExtension;
  units: readonly string[];
  index: number;
}) {
  const { chosen, units, index } = props;
  const change = useChosen(index);
  const names = units.map((unit) => unit.replace(/\.service$/, ""));
  const options: { value: Activation; label: string }[] = [
    { value: "next-boot", label: "Next boot" },
    { value: "reboot", label: "Coordinated reboot" },
    { value: "reboot-now", label: "Reboot at once" },
    { value: "refresh", label: "Merge at once" },
  ];
  if (names.length > 0 || chosen.activation === "restart") {
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
