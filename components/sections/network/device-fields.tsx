"use client";

import { FieldRow } from "@/components/ui/field";
import type { NetworkLink } from "@/lib/preset/sections/network/value";
import { ItemChoice, ItemText, type ItemProps } from "../item-fields";
import { bondModes } from "./link-words";
import { WireguardFields } from "./wireguard-fields";

const spanningTree = [
  { value: "", label: "The kernel's default" },
  { value: "yes", label: "On" },
  { value: "no", label: "Off" },
];

/** What only a device of this kind has. */
export function DeviceFields(props: ItemProps<NetworkLink>) {
  switch (props.item.kind) {
    case "vlan":
      return (
        <ItemText
          {...props}
          field="vlanId"
          label="VLAN id"
          width="narrow"
          help="1 to 4094."
          inputMode="numeric"
          placeholder="10"
        />
      );
    case "bond":
      return <BondFields {...props} />;
    case "bridge":
      return (
        <ItemChoice
          {...props}
          segments
          field="stp"
          label="Spanning tree"
          width="wide"
          options={spanningTree}
        />
      );
    case "wireguard":
      return <WireguardFields {...props} />;
    default:
      return null;
  }
}

function BondFields(props: ItemProps<NetworkLink>) {
  return (
    <FieldRow>
      <ItemChoice
        {...props}
        field="bondMode"
        label="Mode"
        options={bondModes}
      />
      <ItemText
        {...props}
        field="bondMonitor"
        label="Look at the ports every"
        width="narrow"
        help="Empty: never."
        placeholder="100ms"
      />
    </FieldRow>
  );
}
