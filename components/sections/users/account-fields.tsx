"use client";

import { useState } from "react";
import { FieldRow } from "@/components/ui/field";
import { Fold } from "@/components/ui/fold";
import { TextInput } from "@/components/ui/inputs";
import { Switch } from "@/components/ui/switch";
import type { Path } from "@/lib/butane";
import type { NodeUser } from "@/lib/preset";
import { setAt } from "@/lib/set-at";
import { PathField } from "../path-field";

interface AccountFieldsProps {
  at: Path;
  user: NodeUser;
  onChange: (user: NodeUser) => void;
}

const texts = [
  { key: "uid", label: "User id", placeholder: "1000", help: "Digits." },
  { key: "primaryGroup", label: "Main group", placeholder: "its own name" },
  { key: "shell", label: "Shell", placeholder: "/bin/bash" },
  { key: "homeDir", label: "Home folder", placeholder: "/home/name" },
  { key: "gecos", label: "Full name", placeholder: "" },
] as const;

const flags = [
  { key: "system", label: "System user", help: "Numbered from the low range." },
  { key: "noCreateHome", label: "Make no home folder", help: undefined },
  {
    key: "noUserGroup",
    label: "Make no group of the same name",
    help: undefined,
  },
  {
    key: "noLogInit",
    label: "Keep out of the lastlog database",
    help: undefined,
  },
] as const;

/** What an account has that most do without. */
export function AccountFields({ at, user, onChange }: AccountFieldsProps) {
  const set = texts.filter(({ key }) => user[key]);
  const on = flags.filter(({ key }) => user[key]);
  const [open, setOpen] = useState(false);
  const summary = [
    ...set.map(({ key, label }) => `${label.toLowerCase()} ${user[key]}`),
    ...on.map(({ label }) => label.toLowerCase()),
  ].join(" · ");
  // A field that was typed and emptied is as if it had never been there.
  const change = (key: string, value: string | boolean) =>
    onChange(setAt(user, [key], value || undefined));
  return (
    <Fold
      label={`the account of ${user.name || "this user"}`}
      summary={
        summary || "Id, main group, shell and home are left to the system"
      }
      open={open}
      onOpen={setOpen}
    >
      <FieldRow>
        {texts.map(({ key, label, placeholder, ...rest }) => (
          <PathField
            key={key}
            path={[...at, key]}
            label={label}
            width="medium"
            help={"help" in rest ? rest.help : undefined}
          >
            <TextInput
              mono={key !== "gecos"}
              placeholder={placeholder}
              value={user[key] ?? ""}
              onChange={(value) => change(key, value)}
            />
          </PathField>
        ))}
      </FieldRow>
      {flags.map(({ key, label, help }) => (
        <Switch
          key={key}
          label={label}
          help={help}
          checked={user[key] ?? false}
          onChange={(value) => change(key, value)}
        />
      ))}
    </Fold>
  );
}
