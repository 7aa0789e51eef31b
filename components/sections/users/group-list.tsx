"use client";

import { FieldRow } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { ListEditor } from "@/components/ui/list-editor";
import { Switch } from "@/components/ui/switch";
import type { NodeGroup } from "@/lib/preset/sections/users/value";
import { setAt } from "@/lib/set-at";
import { PathField } from "../path-field";
import styles from "../section.module.css";

/** Groups beside those that users are in: with a number, or for files to belong to. */
export function GroupList({
  groups,
  onChange,
}: {
  groups: readonly NodeGroup[];
  onChange: (groups: readonly NodeGroup[]) => void;
}) {
  return (
    <section className={styles.fields} aria-labelledby="groups-of-node">
      <h3 id="groups-of-node" className={styles.cardTitle}>
        Groups
      </h3>
      <ListEditor
        items={groups}
        onChange={onChange}
        make={(): NodeGroup => ({ name: "" })}
        addLabel="Add group"
        empty="A group that a user is in is made by itself; others stand here."
        name={({ name }, index) => `group ${name || index + 1}`}
        title={({ name }, index) => name || `Group ${index + 1}`}
        render={(group, index) => {
          const at = ["users", "groups", index];
          const change = (key: string, value: string | boolean) =>
            onChange(setAt(groups, [index, key], value || undefined));
          return (
            <div
              className={styles.fields}
              role="group"
              aria-label={group.name || `Group ${index + 1}`}
            >
              <FieldRow>
                <PathField
                  path={[...at, "name"]}
                  label="Group name"
                  width="medium"
                >
                  <TextInput
                    mono
                    placeholder="app"
                    value={group.name}
                    onChange={(name) =>
                      onChange(setAt(groups, [index, "name"], name))
                    }
                  />
                </PathField>
                <PathField
                  path={[...at, "gid"]}
                  label="Group id"
                  width="narrow"
                  help="Digits."
                >
                  <TextInput
                    mono
                    placeholder="1000"
                    value={group.gid ?? ""}
                    onChange={(gid) => change("gid", gid)}
                  />
                </PathField>
              </FieldRow>
              <Switch
                label="System group"
                help="Numbered from the low range."
                checked={group.system ?? false}
                onChange={(system) => change("system", system)}
              />
            </div>
          );
        }}
      />
    </section>
  );
}
