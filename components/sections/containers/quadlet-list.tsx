"use client";

import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/inputs";
import { ListEditor } from "@/components/ui/list-editor";
import { quadletStart } from "@/lib/preset/sections/containers/quadlet-start";
import type { Quadlet } from "@/lib/preset/sections/containers/value";
import { setAt } from "@/lib/set-at";
import { FoldedCard } from "../folded-card";
import { ItemText } from "../item-fields";
import { PathField, PathMessages } from "../path-field";
import styles from "../section.module.css";

interface QuadletListProps {
  value: readonly Quadlet[];
  onChange: (value: readonly Quadlet[]) => void;
}

const at = ["containers", "quadlets"] as const;
const blank: Quadlet = { name: "", text: "" };

/** Podman makes a service of each of these files. */
export function QuadletList({ value, onChange }: QuadletListProps) {
  const named = ({ name }: Quadlet, index: number) =>
    name || `Podman unit ${index + 1}`;
  return (
    <FoldedCard
      title="Podman units (Quadlet)"
      path={at}
      summary={value.map(named).join(", ") || "None"}
    >
      <ListEditor
        items={value}
        onChange={onChange}
        make={() => blank}
        addLabel="Add Podman unit"
        empty="A container as a service in a few lines: app.container becomes app.service. Needs Flatcar's podman extension."
        name={named}
        title={(quadlet, index) => <code>{named(quadlet, index)}</code>}
        render={(quadlet, index) => {
          const path = [...at, index];
          const set = (next: Quadlet) => onChange(setAt(value, [index], next));
          const start = quadlet.text === "" ? quadletStart(quadlet.name) : "";
          return (
            <div
              className={styles.fields}
              role="group"
              aria-label={named(quadlet, index)}
            >
              <PathMessages path={path} />
              <ItemText
                at={path}
                item={quadlet}
                onChange={set}
                field="name"
                label={`File name of Podman unit ${index + 1}`}
                placeholder="app.container"
                help="Ends in .container, .pod, .volume, .network, .kube, .image or .build."
              />
              <PathField
                path={[...path, "text"]}
                label={`Text of ${named(quadlet, index)}`}
              >
                <TextArea
                  mono
                  rows={8}
                  value={quadlet.text}
                  onChange={(text) => set({ ...quadlet, text })}
                />
              </PathField>
              {start === "" ? null : (
                <div>
                  <Button onClick={() => set({ ...quadlet, text: start })}>
                    Begin {quadlet.name} with the usual lines
                  </Button>
                </div>
              )}
            </div>
          );
        }}
      />
    </FoldedCard>
  );
}
