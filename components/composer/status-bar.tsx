"use client";

import { useStore } from "zustand";
import { classes } from "@/components/ui/classes";
import { counted } from "@/lib/words";
import { useProblems } from "@/components/sections/use-section";
import { catalogueNews } from "@/lib/state/live-catalogue";
import { useCatalogue, useComposer } from "@/lib/state/provider";
import { problemSum } from "@/lib/state/selectors";
import {
  openDialog,
  showField,
  showResult,
  useView,
} from "@/lib/state/view-store";
import { ageOf, shortDate } from "./short-date";
import styles from "./status-bar.module.css";

/** What the node weighs, fetches and depends on. Everything leads to where it comes from. */
export function StatusBar() {
  const problems = useProblems();
  const downloads = useComposer(
    (state) => state.outcome?.downloads.length ?? 0,
  );
  const link = useView((view) => view.link);
  return (
    <footer className={styles.bar} aria-label="Status">
      <Size />
      {downloads > 0 ? (
        <button
          type="button"
          className={styles.wide}
          onClick={() => openDialog("downloads")}
        >
          {downloads === 1 ? "1 download" : `${downloads} downloads`} at first
          boot
        </button>
      ) : (
        <span className={classes(styles.wide, styles.first)}>
          No downloads at first boot
        </span>
      )}
      <button
        type="button"
        className={styles.narrow}
        onClick={() => showResult("butane")}
      >
        {problemSum(problems)}
      </button>
      <span className={styles.gap} />
      <CatalogueAge />
      {link ? (
        <button
          type="button"
          className={styles.wide}
          onClick={() => openDialog("share")}
        >
          Link {counted(link.length)} characters
        </button>
      ) : null}
    </footer>
  );
}

/** How old the catalogue is, and whether keeping it fresh goes wrong. */
function CatalogueAge() {
  const { date, bakery } = useCatalogue();
  const problem = useStore(catalogueNews, (news) => news.problem);
  return (
    <button
      type="button"
      className={classes(styles.wide, styles.first)}
      title={`Releases of ${new URL(bakery).host}${problem ? `. Not refreshed: ${problem}.` : ""}`}
      onClick={() => showField(["extensions"], "extensions")}
    >
      Catalogue of {shortDate(date)}
      {ageOf(date, new Date())}
      {problem ? <strong>, not refreshed</strong> : null}
    </button>
  );
}

/** The bytes against the platform's limit. */
function Size() {
  const userData = useComposer((state) => state.outcome?.userData ?? null);
  if (!userData) {
    return (
      <button type="button" onClick={() => showResult("butane")}>
        No user data yet
      </button>
    );
  }
  const { platform, bytes, share, room } = userData;
  const size = counted(bytes);
  return (
    <button
      type="button"
      className={styles.size}
      onClick={() => showResult("user-data")}
    >
      <span className={styles.platform}>
        {platform.title} {platform.noun}
      </span>
      {platform.limit && share !== null ? (
        <>
          <span className={styles.meter} data-room={room} aria-hidden>
            <span style={{ width: `${Math.min(100, share * 100)}%` }} />
          </span>
          {size} of {counted(platform.limit.bytes)} bytes
          {room === "over" ? <strong> too big</strong> : null}
        </>
      ) : (
        <>{size} bytes</>
      )}
    </button>
  );
}
