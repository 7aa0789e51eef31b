"use client";

import { FieldRow } from "@/components/ui/field";
import { TextArea } from "@/components/ui/inputs";
import type { DaemonValue } from "@/lib/preset/sections/containers/value";
import { FoldedCard } from "../folded-card";
import {
  ItemChoice,
  ItemSwitch,
  ItemText,
  ItemWords,
  type ItemProps,
} from "../item-fields";
import { PathField } from "../path-field";
import { ApiFields } from "./api-fields";

interface DaemonCardProps {
  value: DaemonValue;
  onChange: (value: DaemonValue) => void;
}

const at = ["containers", "daemon"] as const;

const logDrivers = [
  { value: "", label: "Docker's default" },
  ...["json-file", "local", "journald", "syslog", "fluentd", "none"].map(
    (value) => ({ value, label: value }),
  ),
];

const storageDrivers = [
  { value: "", label: "Docker's default" },
  ...["overlay2", "btrfs", "zfs"].map((value) => ({ value, label: value })),
];

/** daemon.json by its usual keys, and the socket of the API. */
export function DaemonCard({ value, onChange }: DaemonCardProps) {
  const props = { at, item: value, onChange };
  return (
    <FoldedCard title="Docker daemon" path={at} summary={summaryOf(value)}>
      <LogFields {...props} />
      <ItemWords
        {...props}
        commas
        field="registryMirrors"
        label="Mirrors of Docker Hub"
        placeholder="https://mirror.example.com"
        help="Asked first for images of Docker Hub, not for those of other registries."
      />
      <ItemWords
        {...props}
        commas
        field="insecureRegistries"
        label="Registries without TLS"
        placeholder="registry.local:5000"
        help="Names or networks. Docker talks to them unencrypted or with a certificate it does not know."
      />
      <FieldRow>
        <ItemText
          {...props}
          field="dataRoot"
          label="Data folder"
          placeholder="/var/lib/docker"
        />
        <ItemChoice
          {...props}
          field="storageDriver"
          label="Storage driver"
          options={storageDrivers}
        />
      </FieldRow>
      <FieldRow>
        <ItemText
          {...props}
          field="bridge"
          label="Address of docker0"
          placeholder="172.26.0.1/16"
          help="With its network, for nodes whose own networks overlap 172.17.0.0/16."
        />
        <ItemText
          {...props}
          field="mtu"
          label="MTU of containers"
          width="narrow"
          placeholder="1500"
        />
      </FieldRow>
      <ItemWords
        {...props}
        commas
        field="dns"
        label="DNS servers of containers"
        placeholder="10.0.0.1"
        help="Empty: those of the node."
      />
      <ItemSwitch
        {...props}
        field="liveRestore"
        label="Containers go on while the daemon is away"
        help="An update of Docker then restarts the daemon alone. Not together with Swarm."
      />
      <PathField
        path={[...at, "more"]}
        label="More of daemon.json"
        help="A JSON object. Where it has a key of a field above, it counts."
      >
        <TextArea
          mono
          rows={4}
          placeholder={'{\n  "ipv6": true\n}'}
          value={value.more}
          onChange={(more) => onChange({ ...value, more })}
        />
      </PathField>
      <ApiFields {...props} />
    </FoldedCard>
  );
}

function LogFields(props: ItemProps<DaemonValue>) {
  const { logDriver } = props.item;
  const rotates = ["", "json-file", "local"].includes(logDriver);
  return (
    <FieldRow>
      <ItemChoice
        {...props}
        field="logDriver"
        label="Logs of containers"
        options={logDrivers}
      />
      {rotates || props.item.logMaxSize + props.item.logMaxFile !== "" ? (
        <>
          <ItemText
            {...props}
            field="logMaxSize"
            label="Size of a log file"
            width="narrow"
            placeholder="10m"
          />
          <ItemText
            {...props}
            field="logMaxFile"
            label="Log files kept"
            width="narrow"
            placeholder="3"
          />
        </>
      ) : null}
    </FieldRow>
  );
}

function summaryOf(value: DaemonValue): string {
  const { logDriver, registryMirrors, dataRoot, bridge, api, more } = value;
  return (
    [
      logDriver && `logs: ${logDriver}`,
      registryMirrors.length > 0 && "mirror",
      dataRoot,
      bridge,
      more.trim() && "JSON",
      api === "tls" && "API with TLS",
      api === "plain" && "API without TLS",
    ]
      .filter(Boolean)
      .join(" · ") || "As Docker is by itself"
  );
}
