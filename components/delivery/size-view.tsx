"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { counted } from "@/lib/words";
import { late, NotLoaded, useLate } from "@/components/ui/late";
import { KindIcon } from "@/components/ui/message";
import type { UserData } from "@/lib/delivery/platform";
import type { Remedy } from "@/lib/delivery/remedies";
import type { SizePart, Sizes } from "@/lib/delivery/size";
import type { Preset } from "@/lib/preset";
import styles from "./size-view.module.css";

interface SizeViewProps {
  readonly preset: Preset;
  readonly userData: UserData;
  readonly onApply: (remedy: Remedy) => void;
}

/** What makes the user data big, and what makes it smaller; worked out only while it is open. */
export function SizeView(props: SizeViewProps) {
  const { room } = props.userData;
  const [open, setOpen] = useState(room === "over" || room === "tight");
  return (
    <details
      className={styles.view}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>Size</summary>
      {open ? <Body {...props} /> : null}
    </details>
  );
}

function Body({ preset, userData, onApply }: SizeViewProps) {
  const { found, again } = useFound(preset, userData);
  if (!found && again) return <NotLoaded {...again} />;
  if (!found) return <p role="status">Weighing…</p>;
  const { sizes, remedies } = found;
  return (
    <>
      {remedies.length > 0 ? (
        <ul className={styles.remedies} aria-label="Ways to make it smaller">
          {remedies.map((remedy) => (
            <RemedyRow
              key={remedy.id}
              remedy={remedy}
              now={userData.bytes}
              onApply={onApply}
            />
          ))}
        </ul>
      ) : (
        <p>Nothing would make it smaller.</p>
      )}
      {sizes ? <Parts sizes={sizes} /> : null}
    </>
  );
}

function RemedyRow({
  remedy,
  now,
  onApply,
}: {
  remedy: Remedy;
  now: number;
  onApply: (remedy: Remedy) => void;
}) {
  const { title, detail, after, fits } = remedy;
  const less = after === null ? 0 : now - after;
  return (
    <li>
      <div>
        <strong>{title}</strong>
        <p>{detail}</p>
        {after === null ? null : (
          <p className={styles.after}>
            {counted(after)} bytes, {counted(Math.abs(less))}{" "}
            {less >= 0 ? "fewer" : "more"}
            {fits ? null : (
              <>
                {" "}
                <KindIcon kind="warning" />
                does not fit either
              </>
            )}
          </p>
        )}
      </div>
      <Button aria-label={title} onClick={() => onApply(remedy)}>
        Use
      </Button>
    </li>
  );
}

const shownItems = 8;

function Parts({ sizes }: { sizes: Sizes }) {
  const { parts, frame, total } = sizes;
  return (
    <table className={styles.parts}>
      <caption>
        Where the {counted(total)} bytes of the config come from
      </caption>
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col">Bytes</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={`${part.section} ${part.extension ?? ""}`}>
            <th scope="row">
              <Part part={part} />
            </th>
            <Bytes bytes={part.bytes} total={total} />
          </tr>
        ))}
        <tr>
          <th scope="row">JSON around it</th>
          <Bytes bytes={frame} total={total} />
        </tr>
      </tbody>
    </table>
  );
}

function Part({ part: { title, items } }: { part: SizePart }) {
  const more = items.length - shownItems;
  return (
    <details>
      <summary>{title}</summary>
      <ul>
        {items.slice(0, shownItems).map(({ name, bytes }, index) => (
          <li key={index}>
            <code>{name}</code> {counted(bytes)}
          </li>
        ))}
        {more > 0 ? <li>{more} smaller ones</li> : null}
      </ul>
    </details>
  );
}

function Bytes({ bytes, total }: { bytes: number; total: number }) {
  const share = Math.round((bytes / total) * 100);
  return (
    <td>
      <span className={styles.bar} aria-hidden>
        <span style={{ width: `${share}%` }} />
      </span>
      {counted(bytes)}
    </td>
  );
}

interface Found {
  readonly sizes: Sizes | null;
  readonly remedies: readonly Remedy[];
}

/** The part of the page that composes, which is there already when there is something to weigh. */
const pipeline = late(() => import("@/lib/pipeline"));

function useFound(preset: Preset, userData: UserData) {
  const { part, again } = useLate(pipeline);
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    if (!part) return;
    const timer = setTimeout(() => {
      const { remediesFor, userDataOf, weigh } = part;
      setFound({
        sizes: weigh(preset),
        remedies: remediesFor(preset, userData, userDataOf),
      });
      // Once somebody has stopped typing: nobody reads numbers that change with every key.
    }, 200);
    return () => clearTimeout(timer);
  }, [part, preset, userData]);
  return { found, again };
}
