"use client";

import type { ReactNode } from "react";
import { Badge } from "@/components/ui/chip";
import { Message } from "@/components/ui/message";
import { extensionById, startsWith } from "@/lib/butane";
import type { ChosenExtension } from "@/lib/preset";
import { toMessage, useProblems } from "@/components/sections/use-section";
import { fieldId } from "@/lib/state/field-id";
import { useCatalogue, useComposer } from "@/lib/state/provider";
import styles from "./extension-row.module.css";
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
        <VersionFields chosen={chosen} extension={extension} index={index} />
      ) : null}
      <RowMessages index={index} />
    </li>
  );
}

function summaryOf(chosen: ChosenExtension): ReactNode {
  if (chosen.own)
    return "An image of your own, fetched from its address at first boot.";
  const extension = extensionById(chosen.id);
  if (!extension)
    return "Not in this catalogue. It stays as it is written in the preset.";
  const follows = extension.kind === "flatcar";
  return follows
    ? `${extension.summary} Comes with every OS update, so there is no version to choose.`
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
  const releases = catalogue.releases[chosen.id];
  const known = releases?.some(({ version }) => version === chosen.version);
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
    </>
  );
}

/** Problems of the row; those of parameters stand in the workload's own form. */
function RowMessages({ index }: { index: number }) {
  const problems = useProblems();
  const applyFix = useComposer((state) => state.applyFix);
  const at = ["extensions", "chosen", index];
  const params = [...at, "params"];
  const own = [...at, "own"];
  const shown = problems.filter(
    ({ field }) =>
      field &&
      startsWith(field, at) &&
      !startsWith(field, params) &&
      !isOwnField(field, own),
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
    </div>
  );
}

/** Fields of an own image say themselves what is wrong with them. */
function isOwnField(
  field: readonly (string | number)[],
  own: readonly (string | number)[],
) {
  return startsWith(field, own) && field.length > own.length;
}
