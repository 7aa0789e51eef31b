"use client";

import { CopyPlus } from "lucide-react";
import { TextInput } from "@/components/ui/inputs";
import { ListEditor } from "@/components/ui/list-editor";
import { Menu } from "@/components/ui/menu";
import { Switch } from "@/components/ui/switch";
import {
  startingUnits,
  unitsToAdd,
} from "@/lib/preset/sections/units/starting-units";
import type { NodeUnit, UserUnit } from "@/lib/preset/sections/units/value";
import { setAt } from "@/lib/set-at";
import { FoldCard } from "./fold-card";
import { PathField } from "./path-field";
import { SectionPage } from "./section-page";
import styles from "./section.module.css";
import { UnitFields, UnitText } from "./units/unit-fields";
import { useSection } from "./use-section";

const newUnit: NodeUnit = {
  name: "",
  enabled: "",
  mask: false,
  contents: "",
  dropins: [],
};
const newUserUnit: UserUnit = { name: "", contents: "", enabled: true };

export function UnitsForm() {
  const [{ units, userUnits }, change] = useSection("units");
  return (
    <SectionPage
      title="Units"
      intro="Services, timers, mounts and whatever else systemd starts: new ones, and changes to those that are on the node. What extensions and other sections write stands with them."
      paths={[["units"]]}
    >
      <section className={styles.fields} aria-labelledby="units-of-node">
        <div className={styles.title}>
          <h3 id="units-of-node" className={styles.cardTitle}>
            Units of the node
          </h3>
          <Menu
            label="Usual units"
            named
            icon={<CopyPlus size={16} aria-hidden />}
            items={startingUnits.map((one) => ({
              label: one.label,
              run: () =>
                change({ units: [...units, ...unitsToAdd(one, units)] }),
            }))}
          />
        </div>
        <ListEditor
          items={units}
          onChange={(next) => change({ units: next })}
          make={() => newUnit}
          addLabel="Add unit"
          empty="No unit of your own yet: a service to run, or the name of one that is there to enable, mask or change."
          name={({ name }, index) => name || `unit ${index + 1}`}
          title={({ name }, index) => (
            <code>{name || `Unit ${index + 1}`}</code>
          )}
          render={(unit, index) => (
            <UnitFields
              unit={unit}
              index={index}
              onChange={(next) =>
                change({ units: setAt(units, [index], next) })
              }
            />
          )}
        />
      </section>
      <section className={styles.fields} aria-labelledby="units-of-users">
        <h3 id="units-of-users" className={styles.cardTitle}>
          Units of user sessions
        </h3>
        <ListEditor
          items={userUnits}
          onChange={(next) => change({ userUnits: next })}
          make={() => newUserUnit}
          addLabel="Add user unit"
          name={({ name }, index) => name || `user unit ${index + 1}`}
          title={({ name }, index) => (
            <code>{name || `User unit ${index + 1}`}</code>
          )}
          render={(unit, index) => (
            <UserUnitFields
              unit={unit}
              index={index}
              onChange={(next) =>
                change({ userUnits: setAt(userUnits, [index], next) })
              }
            />
          )}
        />
      </section>
    </SectionPage>
  );
}

function UserUnitFields({
  unit,
  index,
  onChange,
}: {
  unit: UserUnit;
  index: number;
  onChange: (unit: UserUnit) => void;
}) {
  const at = ["units", "userUnits", index] as const;
  return (
    <FoldCard
      path={at}
      name={unit.name || `User unit ${index + 1}`}
      summary={unit.enabled ? "starts with each session" : "starts on demand"}
      startOpen={unit.name === ""}
    >
      <PathField
        path={[...at, "name"]}
        label="Name"
        help="Written to /etc/systemd/user, for the systemd of every user."
      >
        <TextInput
          mono
          placeholder="agent.service"
          value={unit.name}
          onChange={(name) => onChange({ ...unit, name })}
        />
      </PathField>
      <Switch
        label="Start it with each session"
        checked={unit.enabled}
        onChange={(enabled) => onChange({ ...unit, enabled })}
      />
      <UnitText
        path={[...at, "contents"]}
        name={unit.name}
        value={unit.contents}
        onChange={(contents) => onChange({ ...unit, contents })}
      />
    </FoldCard>
  );
}
