"use client";

import type { TimeValue } from "@/lib/preset/sections/network/value";
import { FoldedCard } from "../folded-card";
import { ItemChoice, ItemWords } from "../item-fields";
import type { PartProps } from "../part";

const at = ["network", "time"] as const;

const clients = [
  { value: "", label: "timesyncd" },
  { value: "ntpd", label: "ntpd" },
];

export function TimeCard({ value, onChange }: PartProps<TimeValue>) {
  const props = { at, item: value, onChange };
  return (
    <FoldedCard
      title="Time servers"
      path={at}
      summary={[
        value.client === "ntpd" && "ntpd",
        value.servers.join(", ") ||
          (value.client === "" && "From DHCP, else Flatcar's pool"),
      ]
        .filter(Boolean)
        .join(" · ")}
    >
      <ItemChoice
        {...props}
        segments
        field="client"
        label="Who keeps the clock"
        width="wide"
        help="chrony is an extension, and takes the place of both."
        options={clients}
      />
      <ItemWords
        {...props}
        commas
        field="servers"
        label="NTP servers"
        help={
          value.client === "ntpd"
            ? "ntpd takes none from DHCP."
            : "Beside those of an interface or of DHCP."
        }
        placeholder="0.pool.example.com, 1.pool.example.com"
      />
      {value.client === "" ? (
        <ItemWords
          {...props}
          commas
          field="fallback"
          label="Fallback NTP servers"
          help="Used when no other is known."
          placeholder="0.flatcar.pool.ntp.org"
        />
      ) : null}
    </FoldedCard>
  );
}
