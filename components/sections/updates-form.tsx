"use client";

import { FieldRow } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { Segments } from "@/components/ui/segments";
import { extensionById } from "@/lib/butane";
import { setAt } from "@/lib/set-at";
import { NumberInput } from "./number-input";
import { PathField } from "./path-field";
import { Card, SectionPage } from "./section-page";
import styles from "./section.module.css";
import { useSection } from "./use-section";

const schedules = [
  { value: "timer", label: "systemd’s own" },
  { value: "calendar", label: "At set times" },
  { value: "manual", label: "By hand" },
] as const;

const scheduleHelp = {
  timer: "systemd-sysupdate.timer as Flatcar ships it.",
  calendar: "The timer looks for newer images at these times.",
  manual:
    "Everything is in place, the timer stays off: systemctl start systemd-sysupdate.service looks once.",
};

const coordinators = [
  { value: "none", label: "Nobody" },
  { value: "locksmith", label: "locksmithd" },
  { value: "kured", label: "kured" },
  { value: "fluo", label: "FLUO" },
] as const;

const coordinatorHelp = {
  none: "An update waits until somebody reboots the node.",
  locksmith: "Flatcar’s own, inside the window of OS updates.",
  kured:
    "In the cluster, one node after the other; it watches the reboot flag.",
  fluo: "Flatcar Linux Update Operator, in the cluster; it listens to update-engine only.",
};

export function UpdatesForm() {
  const [updates, change] = useSection("updates");
  return (
    <SectionPage
      title="Updates"
      intro="When the node looks for newer images of its extensions, and who reboots it when one of them waits for that."
      paths={[["updates"]]}
    >
      <Card>
        <PathField
          path={["updates", "schedule"]}
          label="Schedule"
          group
          help={scheduleHelp[updates.schedule]}
        >
          <Segments
            value={updates.schedule}
            onChange={(schedule) => change({ schedule })}
            options={schedules}
          />
        </PathField>
        {updates.schedule === "calendar" ? (
          <FieldRow>
            <PathField
              path={["updates", "calendar"]}
              label="Times"
              width="medium"
              help="A calendar expression of systemd."
            >
              <TextInput
                mono
                placeholder="*-*-* 03:00:00"
                value={updates.calendar}
                onChange={(calendar) => change({ calendar })}
              />
            </PathField>
            <PathField
              path={["updates", "randomDelay"]}
              label="Random delay"
              width="medium"
              help="Spreads the nodes over this span. Empty leaves that of systemd's own timer, up to 4 hours; 0 is none."
            >
              <TextInput
                mono
                placeholder="30min"
                value={updates.randomDelay}
                onChange={(randomDelay) => change({ randomDelay })}
              />
            </PathField>
          </FieldRow>
        ) : null}
      </Card>
      <Card>
        <PathField
          path={["updates", "coordinator"]}
          label="Who reboots the node"
          group
          help={coordinatorHelp[updates.coordinator]}
        >
          <Segments
            value={updates.coordinator}
            onChange={(coordinator) => change({ coordinator })}
            options={coordinators}
          />
        </PathField>
      </Card>
      <Kept />
    </SectionPage>
  );
}

/** How many versions of each updated image stay on the disk. */
function Kept() {
  const [extensions, change] = useSection("extensions");
  const updated = extensions.chosen
    .map((chosen, index) => ({ chosen, index }))
    .filter(({ chosen }) => chosen.updates !== "none" && chosen.version !== "");
  if (updated.length === 0) return null;
  return (
    <Card title="Versions kept on the disk">
      <p className={styles.check}>
        The newest is used; the others are there to go back to. Two at least.
      </p>
      <FieldRow>
        {updated.map(({ chosen, index }) => (
          <PathField
            key={index}
            path={["extensions", "chosen", index, "keep"]}
            label={
              (chosen.own ? undefined : extensionById(chosen.id)?.title) ??
              chosen.id
            }
            width="narrow"
          >
            <NumberInput
              value={chosen.keep}
              onChange={(keep) =>
                change({
                  chosen: setAt(extensions.chosen, [index, "keep"], keep),
                })
              }
            />
          </PathField>
        ))}
      </FieldRow>
    </Card>
  );
}
