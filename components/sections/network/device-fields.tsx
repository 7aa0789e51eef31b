"use client";

import { FieldRow } from "@/components/ui/field";
import { Select, TextInput } from "@/components/ui/inputs";
import { Segments } from "@/components/ui/segments";
import { PathField } from "../path-field";
import type { LinkPartProps } from "./link-fields";
import { bondModes } from "./link-words";
import { WireguardFields } from "./wireguard-fields";

/** What only a device of this kind has. */
export function DeviceFields(props: LinkPartProps) {
  const { at, link, set } = props;
  switch (link.kind) {
    case "vlan":
      return (
        <PathField
          path={[...at, "vlanId"]}
          label="VLAN id"
          width="narrow"
          help="1 to 4094."
        >
          <TextInput
            mono
            inputMode="numeric"
            placeholder="10"
            value={link.vlanId}
            onChange={(vlanId) => set({ vlanId })}
          />
        </PathField>
      );
    case "bond":
      return (
        <FieldRow>
          <PathField path={[...at, "bondMode"]} label="Mode" width="medium">
            <Select
              value={link.bondMode}
              onChange={(bondMode) => set({ bondMode })}
              options={bondModes}
            />
          </PathField>
          <PathField
            path={[...at, "bondMonitor"]}
            label="Look at the ports every"
            width="narrow"
            help="Empty: never."
          >
            <TextInput
              mono
              placeholder="100ms"
              value={link.bondMonitor}
              onChange={(bondMonitor) => set({ bondMonitor })}
            />
          </PathField>
        </FieldRow>
      );
    case "bridge":
      return (
        <PathField path={[...at, "stp"]} label="Spanning tree" group>
          <Segments
            value={link.stp}
            onChange={(stp) => set({ stp })}
            options={[
              { value: "", label: "The kernel's default" },
              { value: "yes", label: "On" },
              { value: "no", label: "Off" },
            ]}
          />
        </PathField>
      );
    case "wireguard":
      return <WireguardFields {...props} />;
    default:
      return null;
  }
}
