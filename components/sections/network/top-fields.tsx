"use client";

import { FieldRow } from "@/components/ui/field";
import type { NetworkLink } from "@/lib/preset/sections/network/value";
import {
  ItemChoice,
  ItemText,
  ItemWords,
  type ItemProps,
} from "../item-fields";

const ipv6 = [
  { value: "", label: "As usual" },
  { value: "no", label: "Off" },
];
const atBoot = [
  { value: "", label: "Wait for it" },
  { value: "no", label: "Do not wait" },
  { value: "unmanaged", label: "Leave it alone" },
];

/** What an interface carries or is a part of, and how networkd treats it. */
export function TopFields(props: ItemProps<NetworkLink>) {
  return (
    <>
      <DevicesOnTop {...props} />
      <Treatment {...props} />
      <ItemChoice
        {...props}
        segments
        field="online"
        label="At boot"
        width="wide"
        options={atBoot}
      />
    </>
  );
}

function DevicesOnTop(props: ItemProps<NetworkLink>) {
  return (
    <FieldRow>
      <ItemWords
        {...props}
        commas
        field="vlans"
        label="VLANs on it"
        width="medium"
        help="Device names of VLANs in this list."
        placeholder="vlan10"
      />
      <ItemText
        {...props}
        field="bond"
        label="Part of bond"
        width="narrow"
        placeholder="bond0"
      />
      <ItemText
        {...props}
        field="bridge"
        label="Part of bridge"
        width="narrow"
        placeholder="br0"
      />
    </FieldRow>
  );
}

function Treatment(props: ItemProps<NetworkLink>) {
  return (
    <FieldRow>
      <ItemText
        {...props}
        field="mtu"
        label="MTU"
        width="narrow"
        inputMode="numeric"
        placeholder="1500"
      />
      <ItemText
        {...props}
        field="order"
        label="Order"
        width="narrow"
        help="The first file that matches wins."
        inputMode="numeric"
        placeholder="20"
      />
      <ItemChoice
        {...props}
        segments
        field="ipv6"
        label="IPv6"
        width="auto"
        options={ipv6}
      />
    </FieldRow>
  );
}
