"use client";

import { memo } from "react";
import { TextInput } from "@/components/ui/inputs";
import { MetadataCard } from "./identity/metadata-card";
import { PathField } from "./path-field";
import { Card, SectionPage } from "./section-page";
import { timeZones } from "./time-zones";
import { useSection } from "./use-section";

/** Hundreds of names that never change: drawn once, whatever is typed around them. */
const TimeZones = memo(function TimeZones({ id }: { id: string }) {
  return (
    <datalist id={id}>
      {timeZones().map((zone) => (
        <option key={zone} value={zone} />
      ))}
    </datalist>
  );
});

export function IdentityForm() {
  const [identity, change] = useSection("identity");
  return (
    <SectionPage
      title="Identity"
      intro="What the node is called and which clock it keeps. Left empty, the platform names the node and its time is UTC."
      paths={[["identity"]]}
    >
      <Card>
        <PathField
          path={["identity", "hostname"]}
          label="Hostname"
          width="medium"
          help="Written to /etc/hostname."
        >
          <TextInput
            mono
            placeholder="node-1"
            value={identity.hostname}
            onChange={(hostname) => change({ hostname })}
          />
        </PathField>
        <PathField
          path={["identity", "timezone"]}
          label="Time zone"
          width="medium"
          help="A name of the time zone database."
        >
          <TextInput
            mono
            placeholder="UTC"
            list="time-zones"
            value={identity.timezone}
            onChange={(timezone) => change({ timezone })}
          />
        </PathField>
        <TimeZones id="time-zones" />
      </Card>
      <MetadataCard identity={identity} onChange={change} />
    </SectionPage>
  );
}
