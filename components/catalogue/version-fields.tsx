"use client";

import { useMemo, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Field, FieldRow } from "@/components/ui/field";
import {
  behindOf,
  groupByMinor,
  takesMinorSteps,
  trackOf,
  type Extension,
  type Release,
} from "@/lib/butane";
import { releasesOf, withVersion, type ChosenExtension } from "@/lib/preset";
import { fieldId } from "@/lib/state/field-id";
import { useCatalogue, useComposer } from "@/lib/state/provider";
import styles from "./extension-row.module.css";
import { UpdateFields } from "./update-fields";
import { useChosen } from "./use-chosen";

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
  const take = (version: string) =>
    change(withVersion(chosen, version, catalogue, architecture));
  return (
    <FieldRow>
      <Field
        id={fieldId(["extensions", "chosen", index, "version"])}
        label="Version"
        width="narrow"
        help={behindHelp({ chosen, extension, releases, take })}
      >
        <Combobox
          value={chosen.version}
          groups={groups}
          listLabel={`Versions of ${extension.title}`}
          unlisted="not in the catalogue"
          onChange={take}
        />
      </Field>
      <UpdateFields chosen={chosen} extension={extension} index={index} />
    </FieldRow>
  );
}

/** How many releases the version is behind, and the one to take instead: of its own series, while that has a newer one. */
function behindHelp(props: {
  chosen: ChosenExtension;
  extension: Extension;
  releases: readonly Release[];
  take: (version: string) => void;
}): ReactNode {
  const { chosen, extension, releases, take } = props;
  if (chosen.firstBoot === "newest" && chosen.updates !== "none")
    return "Names the series: the node fetches the newest of it.";
  const { version } = chosen;
  const depth = extension.trackDepth ?? 2;
  const behind = behindOf(version, releases, depth);
  const mate = behind.newestOfSeries;
  // A cluster goes to another minor version by its own procedure, and not by a click.
  const next = mate ?? (takesMinorSteps(extension) ? null : behind.newest);
  const count = mate ? behind.inSeries : behind.total;
  if (count === 0) return undefined;
  const series = mate ? ` in ${trackOf(version, depth)}.x` : "";
  return (
    <>
      {count === 1 ? "1 release" : `${count} releases`} behind{series}.{" "}
      {next ? (
        <Button
          variant="link"
          className={styles.newer}
          onClick={() => take(next)}
        >
          Take {next}
        </Button>
      ) : null}
    </>
  );
}
