"use client";

import { TextArea, TextInput } from "@/components/ui/inputs";
import { ListEditor } from "@/components/ui/list-editor";
import type { Authority } from "@/lib/preset/sections/network/value";
import { setAt } from "@/lib/set-at";
import { FoldedCard } from "../folded-card";
import { PathField, PathMessages } from "../path-field";
import styles from "../section.module.css";
import type { PartProps } from "../part";

const at = ["network", "authorities"] as const;

export function AuthorityList({
  value,
  onChange,
}: PartProps<readonly Authority[]>) {
  return (
    <FoldedCard
      title="Certificate authorities"
      path={at}
      summary={
        value.map(({ name }) => name).join(", ") || "Those of the image alone"
      }
    >
      <ListEditor
        items={value}
        onChange={onChange}
        make={() => ({ name: "", pem: "" })}
        addLabel="Add certificate authority"
        empty="Programs trust the image's authorities. Add your company's here; for what Ignition downloads itself, add it under Ignition too."
        name={({ name }, index) => name || `authority ${index + 1}`}
        title={({ name }, index) => name || `Authority ${index + 1}`}
        render={(authority, index) => {
          const path = [...at, index];
          const of = authority.name || `authority ${index + 1}`;
          const set = (part: Partial<Authority>) =>
            onChange(setAt(value, [index], { ...authority, ...part }));
          return (
            <div className={styles.fields}>
              <PathMessages path={path} />
              <PathField
                path={[...path, "name"]}
                label={`Name of authority ${index + 1}`}
                width="medium"
                help="The file is /etc/ssl/certs/NAME.pem."
              >
                <TextInput
                  mono
                  placeholder="company"
                  value={authority.name}
                  onChange={(name) => set({ name })}
                />
              </PathField>
              <PathField path={[...path, "pem"]} label={`Certificate of ${of}`}>
                <TextArea
                  mono
                  rows={4}
                  placeholder="-----BEGIN CERTIFICATE-----"
                  value={authority.pem}
                  onChange={(pem) => set({ pem })}
                />
              </PathField>
            </div>
          );
        }}
      />
    </FoldedCard>
  );
}
