"use client";

import { Select } from "@/components/ui/inputs";
import { Switch } from "@/components/ui/switch";
import type { Governor, KernelValue } from "@/lib/preset/sections/kernel/value";
import { fieldId } from "@/lib/state/field-id";
import { PathField, PathMessages } from "../path-field";
import { Card } from "../section-page";

interface BootSwitchesProps {
  value: KernelValue;
  onChange: (part: Partial<KernelValue>) => void;
}

type Bundle = "fips" | "selinuxEnforcing" | "cgroupV1";

/** Kernel arguments that have a switch; what a switch turns on stands in the list below as well. */
const known: readonly {
  readonly argument: string;
  readonly label: string;
  readonly help: string;
}[] = [
  {
    argument: "flatcar.autologin",
    label: "Log in on the console without a password",
    help: "For debugging: whoever reaches the console is core.",
  },
  {
    argument: "mitigations=auto,nosmt",
    label: "Hyper-threading off where a CPU flaw asks for it",
    help: "All mitigations, and SMT off on CPUs that need that.",
  },
  { argument: "tsx=off", label: "TSX off", help: "Intel only." },
  {
    argument: "ipv6.disable=1",
    label: "No IPv6 on the whole node",
    help: "For a single interface, see Network.",
  },
];

const bundles: readonly {
  readonly field: Bundle;
  readonly label: string;
  readonly help: string;
}[] = [
  {
    field: "fips",
    label: "FIPS mode",
    help: "fips=1, /etc/system-fips, and OpenSSL with its FIPS module.",
  },
  {
    field: "selinuxEnforcing",
    label: "SELinux enforcing",
    help: "Flatcar only reports otherwise. Known trouble with btrfs and with installers of network plugins.",
  },
  {
    field: "cgroupV1",
    label: "Control groups v1",
    help: "For software that cannot do without; systemd is dropping them.",
  },
];

const governors: readonly { value: Governor; label: string }[] = [
  { value: "", label: "Flatcar’s own (performance)" },
  { value: "performance", label: "performance" },
  { value: "powersave", label: "powersave" },
  { value: "ondemand", label: "ondemand" },
  { value: "conservative", label: "conservative" },
];

/** What is asked for so often that nobody should have to know its name. */
export function BootSwitches({ value, onChange }: BootSwitchesProps) {
  const toggle = (argument: string, on: boolean) =>
    onChange({
      arguments: on
        ? [...value.arguments, argument]
        : value.arguments.filter((one) => one !== argument),
    });
  return (
    <Card title="Common settings">
      {known.map(({ argument, label, help }) => (
        <Switch
          key={argument}
          label={label}
          help={
            <>
              {help} <code>{argument}</code>
            </>
          }
          checked={value.arguments.includes(argument)}
          onChange={(on) => toggle(argument, on)}
        />
      ))}
      {bundles.map(({ field, label, help }) => (
        <div key={field}>
          <Switch
            id={fieldId(["kernel", field])}
            label={label}
            help={help}
            checked={value[field]}
            onChange={(on) => onChange({ [field]: on })}
          />
          <PathMessages
            path={["kernel", field]}
            id={`${fieldId(["kernel", field])}-messages`}
          />
        </div>
      ))}
      <PathField
        path={["kernel", "governor"]}
        label="CPU governor"
        width="medium"
        help="Set once at boot, by a unit of its own."
      >
        <Select
          value={value.governor}
          onChange={(governor) => onChange({ governor: governor as Governor })}
          options={governors}
        />
      </PathField>
    </Card>
  );
}
