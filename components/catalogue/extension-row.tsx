"use client";

import type { ReactNode } from "react";
import { Badge } from "@/components/ui/chip";
import { Message } from "@/components/ui/message";
import { extensionById, startsWith } from "@/lib/butane";
import { releasesOf, type ChosenExtension } from "@/lib/preset";
import { toMessage, useProblems } from "@/components/sections/use-section";
import { fieldId } from "@/lib/state/field-id";
import { useCatalogue, useComposer } from "@/lib/state/provider";
import { showField } from "@/lib/state/view-store";
import styles from "./extension-row.module.css";
import { ChoiceFields } from "./choice-fields";
import { ExtensionMenu } from "./extension-menu";
import { OwnImageFields } from "./own-image-fields";
import { VersionFields } from "./version-fields";

interface ExtensionRowProps {
  chosen: ChosenExtension;
  index: number;
}

/** A chosen extension: what it is, its version and how it is updated, and what is wrong with that. */
export function ExtensionRow({ chosen, index }: ExtensionRowProps) {
  const extension = chosen.own ? undefined : extensionById(chosen.id);
  const title = extension?.title ?? (chosen.id || "Own image");
  return (
    <li
      id={fieldId(["extensions", "chosen", index])}
      tabIndex={-1}
      className={styles.row}
      aria-label={title}
    >
      <header className={styles.head}>
        <h3>{title}</h3>
        <Badges chosen={chosen} kind={extension?.kind} />
        <ExtensionMenu chosen={chosen} index={index} title={title} />
      </header>
      <p className={styles.summary}>{summaryOf(chosen)}</p>
      {chosen.own ? (
        <OwnImageFields chosen={chosen} own={chosen.own} index={index} />
      ) : extension?.kind === "bakery" ? (
        <>
          <VersionFields chosen={chosen} extension={extension} index={index} />
          <ChoiceFields
            chosen={chosen}
            extension={extension}
            title={title}
            index={index}
          />
        </>
      ) : null}
      <RowMessages chosen={chosen} index={index} />
    </li>
  );
}

function summaryOf(chosen: ChosenExtension): ReactNode {
  if (chosen.own)
    return "An image of your own, fetched from its address at first boot.";
  const extension = extensionById(chosen.id);
  if (!extension)
    return "Not in this catalogue. It stays as it is written in the preset.";
  return extension.kind === "flatcar"
    ? `${extension.summary} Follows the OS version.`
    : extension.summary;
}

function Badges({
  chosen,
  kind,
}: {
  chosen: ChosenExtension;
  kind: string | undefined;
}) {
  const catalogue = useCatalogue();
  const releases = releasesOf(catalogue, chosen.id);
  const known = releases.some(({ version }) => version === chosen.version);
  const isUpdated =
    chosen.updates !== "none" &&
    (chosen.own ? chosen.own.updatesFrom !== "" : kind === "bakery");
  return (
    <>
      {chosen.own ? <Badge>own</Badge> : null}
      {kind === "bakery" ? <Badge>bakery</Badge> : null}
      {kind === "flatcar" ? <Badge tone="info">Flatcar</Badge> : null}
      {chosen.hash ? (
        <Badge tone="ok" title={chosen.hash}>
          hash pinned
        </Badge>
      ) : null}
      {kind === "bakery" && !known ? (
        <Badge tone="warn">not verified</Badge>
      ) : null}
      {isUpdated ? (
        chosen.verify ? (
          <Badge tone="ok" title="SHA256SUMS has to fit a key of this node.">
            signed updates
          </Badge>
        ) : (
          <Badge title="Newer images are checked by a SHA256SUMS that nobody signed: whoever runs its server decides.">
            unsigned updates
          </Badge>
        )
      ) : null}
    </>
  );
}

/** Fields of an own image, which say themselves what is wrong with them. */
const drawn: readonly unknown[] = ["id", "version", "hash", "own"];

/** Problems of the row; those of parameters stand in the workload's own form, and are counted here. */
function RowMessages({ chosen, index }: ExtensionRowProps) {
  const problems = useProblems();
  const applyFix = useComposer((state) => state.applyFix);
  const at = ["extensions", "chosen", index];
  const mine = problems.filter(({ field }) => field && startsWith(field, at));
  const ofParams = mine.filter(({ field }) => field?.[3] === "params");
  const serious = ofParams.filter(({ kind }) => kind !== "info");
  const shown = mine.filter(
    (problem) =>
      !ofParams.includes(problem) &&
      !(chosen.own && drawn.includes(problem.field?.[3])),
  );
  return (
    <div className={styles.messages} aria-live="polite">
      {shown.map((problem, position) => (
        <Message
          key={position}
          {...toMessage(problem, applyFix)}
          shape={problem.kind === "info" ? "line" : "box"}
        />
      ))}
      {serious.length > 0 ? (
        <Message
          kind={serious[0]!.kind}
          shape="box"
          sentence={
            serious.length === 1
              ? serious[0]!.sentence
              : `${serious.length} problems in its settings.`
          }
          action={{
            label: "Set it up",
            run: () => showField(serious[0]!.field!, `workload:${chosen.id}`),
          }}
        />
      ) : null}
    </div>
  );
}
