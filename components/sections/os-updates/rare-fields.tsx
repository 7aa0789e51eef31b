"use client";

import { FieldRow } from "@/components/ui/field";
import { SecretInput, TextInput } from "@/components/ui/inputs";
import type { Preset } from "@/lib/preset";
import type { RareOsUpdates } from "@/lib/preset/sections/os-updates/value";
import { PathField } from "../path-field";
import { Card } from "../section-page";
import type { Change } from "../use-section";

type OsUpdates = Preset["osUpdates"];

interface RareProps {
  os: OsUpdates;
  onChange: (part: Change<OsUpdates>) => void;
}

interface RareField {
  readonly key: keyof RareOsUpdates;
  readonly label: string;
  readonly placeholder: string;
  readonly help?: string;
  readonly secret?: true;
}

const lock: readonly RareField[] = [
  {
    key: "lockEndpoints",
    label: "Addresses of etcd",
    placeholder: "http://127.0.0.1:2379",
    help: "With commas between them.",
  },
  {
    key: "lockGroup",
    label: "Lock group",
    placeholder: "workers",
    help: "Nodes of one group share a lock.",
  },
  { key: "lockCa", label: "CA file", placeholder: "/etc/ssl/etcd/ca.pem" },
  {
    key: "lockCert",
    label: "Certificate file",
    placeholder: "/etc/ssl/etcd/client.pem",
  },
  {
    key: "lockKey",
    label: "Key file",
    placeholder: "/etc/ssl/etcd/client-key.pem",
  },
  { key: "lockUser", label: "User in etcd", placeholder: "" },
  {
    key: "lockPassword",
    label: "Password in etcd",
    placeholder: "",
    secret: true,
  },
];

const server: readonly RareField[] = [
  {
    key: "machineAlias",
    label: "Name on the update server",
    placeholder: "node-1",
    help: "Shown in Nebraska.",
  },
  { key: "downloadUser", label: "Download user", placeholder: "" },
  {
    key: "downloadPassword",
    label: "Download password",
    placeholder: "",
    help: "Left out of links and drafts.",
    secret: true,
  },
  {
    key: "pcrPolicyServer",
    label: "TPM policy server",
    placeholder: "https://policies.example",
    help: "Where TPM policies are uploaded.",
  },
];

/** How locksmithd reaches the etcd that holds the lock. */
export function LockFields(props: RareProps) {
  return <Rare fields={lock} {...props} />;
}

/** What an update server of one's own wants to know. */
export function OwnServerCard(props: RareProps) {
  return (
    <Card title="Your own update server">
      <p>
        It has to serve the OEM extension (<code>oem-ID.gz</code>) and
        Flatcar&apos;s own (<code>flatcar-NAME.gz</code>) beside the OS.
      </p>
      <Rare fields={server} {...props} />
    </Card>
  );
}

function Rare({
  fields,
  os,
  onChange,
}: RareProps & { fields: readonly RareField[] }) {
  return (
    <FieldRow>
      {fields.map(({ key, label, placeholder, help, secret }) => {
        const Input = secret ? SecretInput : TextInput;
        return (
          <PathField
            key={key}
            path={["osUpdates", key]}
            label={label}
            width="medium"
            help={help}
          >
            <Input
              mono
              placeholder={placeholder}
              value={os[key] ?? ""}
              onChange={(value) => onChange({ [key]: value || undefined })}
            />
          </PathField>
        );
      })}
    </FieldRow>
  );
}
