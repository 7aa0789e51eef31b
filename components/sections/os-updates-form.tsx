"use client";

import { FieldRow } from "@/components/ui/field";
import type { Preset } from "@/lib/preset";
import { ItemChoice, ItemText, type ItemProps } from "./item-fields";
import { LockFields, OwnServerCard } from "./os-updates/rare-fields";
import { Card, SectionPage } from "./section-page";
import { useSection } from "./use-section";

const strategies = [
  { value: "", label: "The image's default (reboot)" },
  { value: "reboot", label: "Reboot inside the window" },
  { value: "etcd-lock", label: "Reboot while holding a lock in etcd" },
  { value: "off", label: "Never reboot by itself" },
] as const;

const groups = [
  { value: "", label: "The image's own channel" },
  { value: "stable", label: "stable" },
  { value: "beta", label: "beta" },
  { value: "alpha", label: "alpha" },
  { value: "lts", label: "lts" },
];

export function OsUpdatesForm() {
  const [os, change] = useSection("osUpdates");
  const props = { at: ["osUpdates"], item: os, onChange: change };
  return (
    <SectionPage
      title="OS updates"
      intro="update-engine fetches Flatcar releases to the other partition; locksmithd decides when the node reboots into them. Who may reboot at all is set under Updates."
      paths={[["osUpdates"]]}
    >
      <Card title="What is fetched">
        <FieldRow>
          <ItemChoice
            {...props}
            field="group"
            label="Channel"
            options={groups}
          />
          <ItemText
            {...props}
            field="server"
            label="Update server"
            help="Empty keeps Flatcar's own; disabled stops OS updates."
            placeholder="https://nebraska.example/v1/update/"
          />
        </FieldRow>
      </Card>
      <Card title="When the node reboots">
        <RebootFields {...props} />
        {os.strategy === "etcd-lock" ? (
          <LockFields os={os} onChange={change} />
        ) : null}
      </Card>
      <OwnServerCard os={os} onChange={change} />
    </SectionPage>
  );
}

function RebootFields(props: ItemProps<Preset["osUpdates"]>) {
  return (
    <>
      <ItemChoice
        {...props}
        field="strategy"
        label="Strategy"
        options={strategies}
      />
      <FieldRow>
        <ItemText
          {...props}
          field="windowStart"
          label="Window starts"
          help="Thu 04:00, or 04:00 for every day, in the node's time zone."
          placeholder="Thu 04:00"
        />
        <ItemText
          {...props}
          field="windowLength"
          label="Window length"
          help="1h30m. Start and length go together."
          placeholder="1h"
        />
      </FieldRow>
    </>
  );
}
