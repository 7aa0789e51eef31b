"use client";

import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { categories, searchExtensions, type Category } from "@/lib/butane";
import { useCatalogue } from "@/lib/state/provider";
import { openDialog } from "@/lib/state/view-store";
import { CatalogueCard } from "./catalogue-card";
import { offered } from "./offered";
import styles from "./picker.module.css";
import { SearchField } from "./search-field";

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
              releases={catalogue.releases[extension.id] ?? []}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
