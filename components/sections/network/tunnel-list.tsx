"use client";

import { SecretArea, TextInput } from "@/components/ui/inputs";
import { ListEditor } from "@/components/ui/list-editor";
import type { WireguardTunnel } from "@/lib/preset/sections/network/value";
import { setAt } from "@/lib/set-at";
import { FoldedCard } from "../folded-card";
import { PathField, PathMessages } from "../path-field";
import styles from "../section.module.css";
import type { PartProps } from "../part";

const at = ["network", "tunnels"] as const;

export function TunnelList({
  value,
  onChange,
}: PartProps<readonly WireguardTunnel[]>) {
  return (
    <FoldedCard
      title="wg-quick files"
      path={at}
      summary={value.map(({ name }) => name).join(", ") || "None"}
    >
      <ListEditor
        items={value}
        onChange={onChange}
        make={() => ({ name: "", config: "" })}
        addLabel="Add wg-quick file"
        empty="Have a WireGuard file from your provider? Paste it here as it is. A tunnel typed field by field is an interface above."
        name={({ name }, index) => name || `wg-quick file ${index + 1}`}
        title={({ name }, index) => name || `wg-quick file ${index + 1}`}
        render={(tunnel, index) => {
          const path = [...at, index];
          const set = (part: Partial<WireguardTunnel>) =>
            onChange(setAt(value, [index], { ...tunnel, ...part }));
          return (
            <div className={styles.fields}>
              <PathMessages path={path} />
              <PathField
                path={[...path, "name"]}
                label={`Device of wg-quick file ${index + 1}`}
                width="medium"
              >
                <TextInput
                  mono
                  placeholder="wg1"
                  value={tunnel.name}
                  onChange={(name) => set({ name })}
                />
              </PathField>
              <PathField
                path={[...path, "config"]}
                label={`Text of wg-quick file ${index + 1}`}
                help="Holds the private key: left out of links and drafts."
              >
                <SecretArea
                  mono
                  rows={6}
                  placeholder={"[Interface]\nPrivateKey = …"}
                  value={tunnel.config}
                  onChange={(config) => set({ config })}
                />
              </PathField>
            </div>
          );
        }}
      />
    </FoldedCard>
  );
}
