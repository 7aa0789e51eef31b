"use client";

import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { categories, searchExtensions, type Category } from "@/lib/butane";
import { releasesOf } from "@/lib/preset";
import { obstacleFor, type Obstacle } from "@/lib/state/availability";
import { useCatalogue, useComposer } from "@/lib/state/provider";
import { openDialog } from "@/lib/state/view-store";
import { CatalogueCard } from "./catalogue-card";
import { offered } from "./offered";
import styles from "./picker.module.css";
import { SearchField } from "./search-field";
import { useAddExtension } from "./use-add-extension";

type Filter = Category | "all" | "flatcar";

/** Everything that can be added, searched and filtered here in the page. */
export function Picker() {
  const catalogue = useCatalogue();
  const [query, setQuery] = useState("");
  const [filter, setFilter] = useState<Filter>("all");
  const shown = useMemo(() => {
    const kept =
      filter === "all"
        ? {}
        : filter === "flatcar"
          ? { kind: filter }
          : { category: filter };
    return searchExtensions(query, kept).filter(
      ({ kind }) => kind !== "builtin",
    );
  }, [query, filter]);
  const chips = useMemo(() => {
    const used = new Set(offered.map((one) => one.category));
    const named = (Object.keys(categories) as Category[]).filter((id) =>
      used.has(id),
    );
    return named.map((id) => ({ id, title: categories[id] }));
  }, []);
  const obstacles = useObstacles();
  const add = useAddExtension();
  const toggle = (id: Filter) => setFilter(filter === id ? "all" : id);
  return (
    <section className={styles.picker} aria-label="Catalogue">
      <div className={styles.bar}>
        <SearchField
          value={query}
          onChange={setQuery}
          label={`Search ${offered.length} extensions by name, tool or path`}
        />
        <Button size="large" onClick={() => openDialog("own-image")}>
          Own image…
        </Button>
      </div>
      <div className={styles.chips} role="group" aria-label="Categories">
        <Chip pressed={filter === "all"} onPress={() => setFilter("all")}>
          All
        </Chip>
        {chips.map(({ id, title }) => (
          <Chip key={id} pressed={filter === id} onPress={() => toggle(id)}>
            {title}
          </Chip>
        ))}
        <Chip pressed={filter === "flatcar"} onPress={() => toggle("flatcar")}>
          Flatcar’s own
        </Chip>
      </div>
      <p className="visually-hidden" role="status">
        {shown.length} extensions
      </p>
      {shown.length === 0 ? (
        <p className={styles.none}>
          No extension has “{query}” in its name, tools or paths.{" "}
          <Button variant="link" onClick={() => openDialog("own-image")}>
            Add an image of your own
          </Button>
        </p>
      ) : (
        <ul className={styles.cards} aria-label="Extensions to add">
          {shown.map((extension) => (
            <CatalogueCard
              key={extension.id}
              extension={extension}
              releases={releasesOf(catalogue, extension.id)}
              obstacle={obstacles.get(extension.id) ?? null}
              onAdd={add}
            />
          ))}
        </ul>
      )}
      <p className={styles.missing}>
        Extension missing? Recipes of all of them are in the{" "}
        <a
          href="https://github.com/flatcar/sysext-bakery"
          target="_blank"
          rel="noopener noreferrer"
        >
          sysext-bakery
        </a>
        : ask for one there, or add it. Until then an image of your own does the
        same.
      </p>
    </section>
  );
}

/** What keeps each extension from being added. */
function useObstacles(): ReadonlyMap<string, Obstacle> {
  const extensions = useComposer((state) => state.preset.extensions);
  const target = useComposer((state) => state.preset.target);
  return useMemo(() => {
    const found = new Map<string, Obstacle>();
    for (const one of offered) {
      const obstacle = obstacleFor(one, { extensions, target });
      if (obstacle) found.set(one.id, obstacle);
    }
    return found;
  }, [extensions, target]);
}
