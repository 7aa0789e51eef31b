"use client";

import { FieldRow } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { ListEditor } from "@/components/ui/list-editor";
import type { HostLine } from "@/lib/preset/sections/network/value";
import { setAt } from "@/lib/set-at";
import { FoldedCard } from "../folded-card";
import { PathField } from "../path-field";
import { WordsInput } from "../words-input";
import type { PartProps } from "../part";

const at = ["network", "hosts"] as const;

export function HostsCard({ value, onChange }: PartProps<readonly HostLine[]>) {
  return (
    <FoldedCard
      title="Names in /etc/hosts"
      path={at}
      summary={
        value.flatMap(({ names }) => names).join(", ") || "localhost alone"
      }
    >
      <ListEditor
        items={value}
        onChange={onChange}
        make={() => ({ address: "", names: [] })}
        addLabel="Add name"
        name={({ names }, index) => names[0] ?? `name ${index + 1}`}
        render={(line, index) => {
          const of = value.length > 1 ? ` ${index + 1}` : "";
          const set = (part: Partial<HostLine>) =>
            onChange(setAt(value, [index], { ...line, ...part }));
          return (
            <FieldRow>
              <PathField
                path={[...at, index, "address"]}
                label={`Address${of}`}
                width="medium"
              >
                <TextInput
                  mono
                  placeholder="10.0.0.2"
                  value={line.address}
                  onChange={(address) => set({ address })}
                />
              </PathField>
              <PathField
                path={[...at, index, "names"]}
                label={`Names for address${of}`}
                width="medium"
              >
                <WordsInput
                  placeholder="registry.example.com, registry"
                  value={line.names}
                  onChange={(names) => set({ names })}
                />
              </PathField>
            </FieldRow>
          );
        }}
      />
    </FoldedCard>
  );
}
