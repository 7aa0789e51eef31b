"use client";

import { Plus } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { ListEditor } from "@/components/ui/list-editor";
import { storage } from "@/lib/preset/sections/storage";
import {
  listFields,
  type ListField,
} from "@/lib/preset/sections/storage/parts";
import type { StorageValue } from "@/lib/preset/sections/storage/value";
import { setAt } from "@/lib/set-at";
import { showField } from "@/lib/state/view-store";
import { FoldCard } from "./fold-card";
import { SectionPage } from "./section-page";
import styles from "./section.module.css";
import { IscsiCard } from "./storage/iscsi-card";
import { kinds, type Kind } from "./storage/kinds";
import { RecipeList } from "./storage/recipe-list";
import { SwapCard } from "./storage/swap-card";
import { useSection } from "./use-section";

type Item = StorageValue[ListField][number];

export function StorageForm() {
  const [value, change] = useSection("storage");
  const isEmpty = storage.count!(value) === 0;
  const missing = listFields.filter((field) => value[field].length === 0);
  return (
    <SectionPage
      title="Storage"
      intro="Disks beside the one Flatcar is on, and what the root filesystem is. The root grows to the end of its disk by itself."
      paths={[["storage"]]}
    >
      <RecipeList value={value} onChange={change} startOpen={isEmpty} />
      {listFields.map((field) =>
        value[field].length > 0 ? (
          <ItemList
            key={field}
            field={field}
            items={value[field]}
            onChange={(items) => change({ [field]: items })}
          />
        ) : null,
      )}
      <SwapCard
        at={["storage", "swap"]}
        item={value.swap}
        onChange={(swap) => change({ swap })}
      />
      <IscsiCard
        at={["storage", "iscsi"]}
        item={value.iscsi}
        onChange={(iscsi) => change({ iscsi })}
      />
      <div className={styles.adds}>
        {missing.map((field) => {
          const { one, make, first } = kinds[field];
          return (
            <Button
              key={field}
              onClick={() => {
                change({ [field]: [make()] });
                showField(["storage", field, 0, first], "storage");
              }}
            >
              <Plus size={14} aria-hidden />
              Add {one}
            </Button>
          );
        })}
      </div>
    </SectionPage>
  );
}

interface ItemListProps {
  field: ListField;
  items: readonly Item[];
  onChange: (items: readonly Item[]) => void;
}

/** The items of one kind, each folded to a line. */
function ItemList({ field, items, onChange }: ItemListProps) {
  const id = useId();
  // The items of a field are of its kind.
  const kind = kinds[field] as unknown as Kind<Item>;
  const named = (item: Item, index: number) =>
    kind.name(item) || `${kind.one} ${index + 1}`;
  return (
    <section className={styles.fields} aria-labelledby={id}>
      <h3 id={id} className={styles.cardTitle}>
        {kind.title}
      </h3>
      <ListEditor
        items={items}
        onChange={onChange}
        make={() => kind.make()}
        addLabel={`Add ${kind.one}`}
        name={named}
        title={(item, index) => <code>{named(item, index)}</code>}
        render={(item, index) => {
          const at = ["storage", field, index];
          return (
            <FoldCard
              path={at}
              name={named(item, index)}
              summary={kind.summary(item)}
              startOpen={kind.name(item) === ""}
            >
              {kind.fields({
                at,
                item,
                onChange: (next) => onChange(setAt(items, [index], next)),
              })}
            </FoldCard>
          );
        }}
      />
    </section>
  );
}
