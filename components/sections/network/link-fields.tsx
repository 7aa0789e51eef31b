"use client";

import { FieldRow } from "@/components/ui/field";
import { Select, TextInput } from "@/components/ui/inputs";
import { Segments } from "@/components/ui/segments";
import type { Path } from "@/lib/butane";
import type {
  LinkKind,
  NetworkLink,
} from "@/lib/preset/sections/network/value";
import { PathField } from "../path-field";
import { WordsInput } from "../words-input";
import { DeviceFields } from "./device-fields";
import { DhcpFields } from "./dhcp-fields";
import { kinds } from "./link-words";
import { RouteList } from "./route-list";

interface LinkFieldsProps {
  link: NetworkLink;
  index: number;
  onChange: (link: NetworkLink) => void;
}

/** What an interface is, how it gets addresses, and what lies on top of it. */
export function LinkFields({ link, index, onChange }: LinkFieldsProps) {
  const at = ["network", "links", index] as const;
  const physical = link.kind === "physical";
  const set = (part: Partial<NetworkLink>) => onChange({ ...link, ...part });
  return (
    <>
      <FieldRow>
        <PathField path={[...at, "kind"]} label="Kind" width="medium">
          <Select
            value={link.kind}
            onChange={(kind) => set({ kind: kind as LinkKind })}
            options={kinds}
          />
        </PathField>
        <PathField
          path={[...at, "name"]}
          label={physical ? "Name of its file" : "Device name"}
          width="medium"
          help={physical ? undefined : "15 characters at most."}
        >
          <TextInput
            mono
            placeholder={physical ? "lan" : "bond0"}
            value={link.name}
            onChange={(name) => set({ name })}
          />
        </PathField>
      </FieldRow>
      {physical ? <MatchFields at={at} link={link} set={set} /> : null}
      <DeviceFields at={at} link={link} set={set} />
      <AddressFields at={at} link={link} set={set} />
      <DhcpFields at={at} link={link} set={set} />
      <RouteList
        at={at}
        routes={link.routes}
        onChange={(routes) => set({ routes })}
      />
      <TopFields at={at} link={link} set={set} />
    </>
  );
}

export interface LinkPartProps {
  at: Path;
  link: NetworkLink;
  set: (part: Partial<NetworkLink>) => void;
}

function MatchFields({ at, link, set }: LinkPartProps) {
  return (
    <FieldRow>
      <PathField
        path={[...at, "match"]}
        label="Interface"
        width="medium"
        help="Names or patterns, apart by blanks: en*, eth0."
      >
        <TextInput
          mono
          placeholder="en*"
          value={link.match}
          onChange={(match) => set({ match })}
        />
      </PathField>
      <PathField
        path={[...at, "macs"]}
        label="MAC address"
        width="medium"
        help="Stays the same where names do not."
      >
        <WordsInput
          placeholder="52:54:00:12:34:56"
          value={link.macs}
          onChange={(macs) => set({ macs })}
        />
      </PathField>
    </FieldRow>
  );
}

function AddressFields({ at, link, set }: LinkPartProps) {
  return (
    <>
      <FieldRow>
        <PathField
          path={[...at, "addresses"]}
          label="Addresses"
          width="medium"
          help="With the length of the network's part: 10.0.0.101/24."
        >
          <WordsInput
            placeholder="10.0.0.101/24"
            value={link.addresses}
            onChange={(addresses) => set({ addresses })}
          />
        </PathField>
        <PathField path={[...at, "gateways"]} label="Gateways" width="medium">
          <WordsInput
            placeholder="10.0.0.1"
            value={link.gateways}
            onChange={(gateways) => set({ gateways })}
          />
        </PathField>
      </FieldRow>
      <FieldRow>
        <PathField path={[...at, "dns"]} label="DNS servers" width="medium">
          <WordsInput
            placeholder="10.0.0.1"
            value={link.dns}
            onChange={(dns) => set({ dns })}
          />
        </PathField>
        <PathField
          path={[...at, "domains"]}
          label="Search domains"
          width="medium"
        >
          <WordsInput
            placeholder="example.local"
            value={link.domains}
            onChange={(domains) => set({ domains })}
          />
        </PathField>
      </FieldRow>
    </>
  );
}

function TopFields({ at, link, set }: LinkPartProps) {
  return (
    <>
      <FieldRow>
        <PathField
          path={[...at, "vlans"]}
          label="VLANs on it"
          width="medium"
          help="Device names of VLANs in this list."
        >
          <WordsInput
            placeholder="vlan10"
            value={link.vlans}
            onChange={(vlans) => set({ vlans })}
          />
        </PathField>
        <PathField path={[...at, "bond"]} label="Part of bond" width="narrow">
          <TextInput
            mono
            placeholder="bond0"
            value={link.bond}
            onChange={(bond) => set({ bond })}
          />
        </PathField>
        <PathField
          path={[...at, "bridge"]}
          label="Part of bridge"
          width="narrow"
        >
          <TextInput
            mono
            placeholder="br0"
            value={link.bridge}
            onChange={(bridge) => set({ bridge })}
          />
        </PathField>
      </FieldRow>
      <FieldRow>
        <PathField path={[...at, "mtu"]} label="MTU" width="narrow">
          <TextInput
            mono
            inputMode="numeric"
            placeholder="1500"
            value={link.mtu}
            onChange={(mtu) => set({ mtu })}
          />
        </PathField>
        <PathField
          path={[...at, "order"]}
          label="Order"
          width="narrow"
          help="The first file that matches wins."
        >
          <TextInput
            mono
            inputMode="numeric"
            placeholder="20"
            value={link.order}
            onChange={(order) => set({ order })}
          />
        </PathField>
        <PathField path={[...at, "ipv6"]} label="IPv6" group width="auto">
          <Segments
            value={link.ipv6}
            onChange={(ipv6) => set({ ipv6 })}
            options={[
              { value: "", label: "As usual" },
              { value: "no", label: "Off" },
            ]}
          />
        </PathField>
      </FieldRow>
      <PathField path={[...at, "online"]} label="At boot" group>
        <Segments
          value={link.online}
          onChange={(online) => set({ online })}
          options={[
            { value: "", label: "Wait for it" },
            { value: "no", label: "Do not wait" },
            { value: "unmanaged", label: "Leave it alone" },
          ]}
        />
      </PathField>
    </>
  );
}
