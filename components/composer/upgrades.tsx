"use client";

import { ChevronDown, ChevronRight, WandSparkles } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { NotLoaded } from "@/components/ui/late";
import { useUpgrades } from "@/lib/state/upgrades";
import { showUpgrade } from "@/lib/state/view-store";
import styles from "./result-pane.module.css";

/** What could be written the current way: a quiet offer under the problems. */
export function Upgrades() {
  const { upgrades, again } = useUpgrades();
  const [open, setOpen] = useState(false);
  if (again)
    return (
      <div className={styles.upgrades}>
        <NotLoaded
          what="The search for what could be written the current way"
          {...again}
        />
      </div>
    );
  if (upgrades.length === 0) return null;
  const Arrow = open ? ChevronDown : ChevronRight;
  return (
    <div className={styles.upgrades}>
      <button
        type="button"
        className={styles.offer}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <WandSparkles size={15} aria-hidden />
        {upgrades.length === 1
          ? "1 thing could be written the current way"
          : `${upgrades.length} things could be written the current way`}
        <Arrow size={15} aria-hidden />
      </button>
      {open ? (
        <ul aria-label="Upgrades">
          {upgrades.map(({ id, title, why }) => (
            <li key={id}>
              <span>
                {title}
                <small>{why}</small>
              </span>
              <Button variant="link" onClick={() => showUpgrade(id)}>
                Show the change
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
