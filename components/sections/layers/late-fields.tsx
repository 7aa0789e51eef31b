"use client";

import { Switch } from "@/components/ui/switch";
import { compareOsReleases } from "@/lib/butane";
import { releaseName, releaseOf } from "@/lib/preset/os-release";
import type { LateSettings } from "@/lib/preset/sections/layers/value";
import { useComposer } from "@/lib/state/provider";
import { PathField, PathMessages } from "../path-field";
import { Card } from "../section-page";
import { WordsInput } from "../words-input";

const usual = [
  { key: "users", label: "Users and groups (sysusers.d)" },
  { key: "folders", label: "Files and folders (tmpfiles.d)" },
  { key: "udev", label: "Device rules (udev)" },
] as const;

const more = [
  { key: "sysctl", label: "Kernel settings (sysctl.d)" },
  { key: "dbus", label: "D-Bus policies" },
] as const;

interface LateFieldsProps {
  late: LateSettings;
  onChange: (late: LateSettings) => void;
}

/** What images bring for early boot, applied once they are merged. */
export function LateFields({ late, onChange }: LateFieldsProps) {
  const preset = useComposer((state) => state.preset);
  const isEarly = compareOsReleases(releaseOf(preset), [4628, 0, 0]) >= 0;
  const isOn = usual.some(({ key }) => late[key]);
  const shown = isOn ? [...usual, ...more] : more;
  return (
    <Card title="Settings that images bring">
      <PathMessages path={["layers", "late"]} />
      <p>
        {isEarly
          ? `${releaseName(preset)} merges images in the initrd, so their users, folders and rules are seen without help.`
          : `${releaseName(preset)} reads users, folders and rules before it merges the images; from 4628 on no help is needed.`}
      </p>
      <Switch
        label="Apply settings shipped in extensions"
        help="Users, folders and device rules, by one unit after the merge."
        checked={isOn}
        onChange={(on) =>
          onChange({ ...late, users: on, folders: on, udev: on })
        }
      />
      {shown.map(({ key, label }) => (
        <Switch
          key={key}
          label={label}
          checked={late[key]}
          onChange={(on) => onChange({ ...late, [key]: on })}
        />
      ))}
      <PathField
        path={["layers", "late", "modules"]}
        label="Kernel modules to load"
        width="medium"
      >
        <WordsInput
          placeholder="zram, br_netfilter"
          value={late.modules}
          onChange={(modules) => onChange({ ...late, modules })}
        />
      </PathField>
      <Switch
        label="Again whenever systemd-sysext restarts"
        help="PartOf=systemd-sysext.service. Not verified on Flatcar."
        checked={late.again}
        onChange={(again) => onChange({ ...late, again })}
      />
    </Card>
  );
}
