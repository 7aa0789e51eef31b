"use client";

import { useState } from "react";
import { useAddExtension } from "@/components/catalogue/use-add-extension";
import { Fold } from "@/components/ui/fold";
import { extensionById } from "@/lib/butane";
import { recipes } from "@/lib/preset/sections/storage/recipes";
import type { StorageValue } from "@/lib/preset/sections/storage/value";
import { useComposer } from "@/lib/state/provider";
import { showSection } from "@/lib/state/view-store";
import styles from "../section.module.css";

interface RecipeListProps {
  value: StorageValue;
  onChange: (value: StorageValue) => void;
  /** Whether the list begins open. */
  startOpen: boolean;
}

/** Usual arrangements, each put together with one click; ZFS is an extension's matter. */
export function RecipeList({ value, onChange, startOpen }: RecipeListProps) {
  const [open, setOpen] = useState(startOpen);
  return (
    <Fold
      label="the usual arrangements"
      summary="Usual arrangements"
      open={open}
      onOpen={setOpen}
    >
      <ul className={styles.parts}>
        {recipes.map(({ id, label, hint, apply }) => (
          <li key={id}>
            <button type="button" onClick={() => onChange(apply(value))}>
              {label}
              <span>{hint}</span>
            </button>
          </li>
        ))}
        <li>
          <ZfsButton />
        </li>
      </ul>
    </Fold>
  );
}

function ZfsButton() {
  const add = useAddExtension();
  const isChosen = useComposer(({ preset }) =>
    preset.extensions.chosen.some(({ id, own }) => id === "zfs" && !own),
  );
  const zfs = extensionById("zfs")!;
  return (
    <button
      type="button"
      onClick={() => {
        if (!isChosen) add(zfs);
        showSection("workload:zfs");
      }}
    >
      ZFS pool
      <span>
        {isChosen
          ? "Its disks and datasets are set with the extension."
          : "Adds Flatcar’s ZFS extension; its disks and datasets are set there."}
      </span>
    </button>
  );
}
