"use client";

import { FieldRow } from "@/components/ui/field";
import { Select, TextInput } from "@/components/ui/inputs";
import { LockFields, OwnServerCard } from "./os-updates/rare-fields";
import { PathField } from "./path-field";
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
  return (
    <SectionPage
      title="OS updates"
      intro="update-engine fetches Flatcar releases to the other partition; locksmithd decides when the node reboots into them. Who may reboot at all is set under Updates."
      paths={[["osUpdates"]]}
    >
      <Card title="What is fetched">
        <FieldRow>
          <PathField
            path={["osUpdates", "group"]}
            label="Channel"
            width="medium"
          >
            <Select
              value={os.group}
              onChange={(group) => change({ group })}
              options={groups}
            />
          </PathField>
          <PathField
            path={["osUpdates", "server"]}
            label="Update server"
            width="medium"
            help="Empty keeps Flatcar's own; disabled stops OS updates."
          >
            <TextInput
              mono
              placeholder="https://nebraska.example/v1/update/"
              value={os.server}
              onChange={(server) => change({ server })}
            />
          </PathField>
        </FieldRow>
      </Card>
      <Card title="When the node reboots">
        <PathField
          path={["osUpdates", "strategy"]}
          label="Strategy"
          width="medium"
        >
          <Select
            value={os.strategy}
            onChange={(strategy) =>
              change({ strategy: strategy as typeof os.strategy })
            }
            options={strategies}
          />
        </PathField>
        <FieldRow>
          <PathField
            path={["osUpdates", "windowStart"]}
            label="Window starts"
            width="medium"
            help="Thu 04:00, or 04:00 for every day, in the node's time zone."
          >
            <TextInput
              mono
              placeholder="Thu 04:00"
              value={os.windowStart}
              onChange={(windowStart) => change({ windowStart })}
            />
          </PathField>
          <PathField
            path={["osUpdates", "windowLength"]}
            label="Window length"
            width="medium"
            help="1h30m. Start and length go together."
          >
            <TextInput
              mono
              placeholder="1h"
              value={os.windowLength}
              onChange={(windowLength) => change({ windowLength })}
            />
          </PathField>
        </FieldRow>
        {os.strategy === "etcd-lock" ? (
          <LockFields os={os} onChange={change} />
        ) : null}
      </Card>
      <OwnServerCard os={os} onChange={change} />
    </SectionPage>
  );
}
