"use client";

import { FieldRow } from "@/components/ui/field";
import type { NetworkLink } from "@/lib/preset/sections/network/value";
import {
  ItemChoice,
  ItemText,
  ItemWords,
  type ItemProps,
} from "../item-fields";
import { DeviceFields } from "./device-fields";
import { DhcpFields } from "./dhcp-fields";
import { kinds } from "./link-words";
import { RouteList } from "./route-list";
import { TopFields } from "./top-fields";

interface LinkFieldsProps {
  link: NetworkLink;
  index: number;
  onChange: (link: NetworkLink) => void;
}

/** What an interface is, how it gets addresses, and what lies on top of it. */
export function LinkFields({ link, index, onChange }: LinkFieldsProps) {
  const props = { at: ["network", "links", index], item: link, onChange };
  const physical = link.kind === "physical";
  return (
    <>
      <FieldRow>
        <ItemChoice {...props} field="kind" label="Kind" options={kinds} />
        <ItemText
          {...props}
          field="name"
          label={physical ? "Name of its file" : "Device name"}
          help={physical ? undefined : "15 characters at most."}
          placeholder={physical ? "lan" : "bond0"}
        />
      </FieldRow>
      {physical ? <MatchFields {...props} /> : null}
      <DeviceFields {...props} />
      <AddressFields {...props} />
      <DhcpFields {...props} />
      <RouteList
        at={props.at}
        routes={link.routes}
        onChange={(routes) => onChange({ ...link, routes })}
      />
      <TopFields {...props} />
    </>
  );
}

function MatchFields(props: ItemProps<NetworkLink>) {
  return (
    <FieldRow>
      <ItemText
        {...props}
        field="match"
        label="Interface"
        help="Names or patterns, apart by blanks: en*, eth0."
        placeholder="en*"
      />
      <ItemWords
        {...props}
        commas
        field="macs"
        label="MAC address"
        width="medium"
        help="Stays the same where names do not."
        placeholder="52:54:00:12:34:56"
      />
    </FieldRow>
  );
}

function AddressFields(props: ItemProps<NetworkLink>) {
  const words = { ...props, commas: true, width: "medium" } as const;
  return (
    <>
      <FieldRow>
        <ItemWords
          {...words}
          field="addresses"
          label="Addresses"
          help="With the length of the network's part: 10.0.0.101/24."
          placeholder="10.0.0.101/24"
        />
        <ItemWords
          {...words}
          field="gateways"
          label="Gateways"
          placeholder="10.0.0.1"
        />
      </FieldRow>
      <FieldRow>
        <ItemWords
          {...words}
          field="dns"
          label="DNS servers"
          placeholder="10.0.0.1"
        />
        <ItemWords
          {...words}
          field="domains"
          label="Search domains"
          placeholder="example.local"
        />
      </FieldRow>
    </>
  );
}
