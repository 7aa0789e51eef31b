"use client";

import { Segments } from "@/components/ui/segments";
import type { TimeValue } from "@/lib/preset/sections/network/value";
import { FoldedCard } from "../folded-card";
import { PathField } from "../path-field";
import { WordsInput } from "../words-input";
import type { PartProps } from "./part";

const at = ["network", "time"] as const;

export function TimeCard({ value, onChange }: PartProps<TimeValue>) {
  const set = (part: Partial<TimeValue>) => onChange({ ...value, ...part });
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
      <PathField
        path={[...at, "client"]}
        label="Who keeps the clock"
        group
        help="chrony is an extension, and takes the place of both."
      >
        <Segments
          value={value.client}
          onChange={(client) => set({ client })}
          options={[
            { value: "", label: "timesyncd" },
            { value: "ntpd", label: "ntpd" },
          ]}
        />
      </PathField>
      <PathField
        path={[...at, "servers"]}
        label="NTP servers"
        help={
          value.client === "ntpd"
            ? "ntpd takes none from DHCP."
            : "Beside those of an interface or of DHCP."
        }
      >
        <WordsInput
          placeholder="0.pool.example.com, 1.pool.example.com"
          value={value.servers}
          onChange={(servers) => set({ servers })}
        />
      </PathField>
      {value.client === "" ? (
        <PathField
          path={[...at, "fallback"]}
          label="Fallback NTP servers"
          help="Used when no other is known."
        >
          <WordsInput
            placeholder="0.flatcar.pool.ntp.org"
            value={value.fallback}
            onChange={(fallback) => set({ fallback })}
          />
        </PathField>
      ) : null}
    </FoldedCard>
  );
}
