"use client";

import { FieldRow } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import { Switch } from "@/components/ui/switch";
import type {
  DhcpIgnore,
  DhcpUse,
  NetworkLink,
} from "@/lib/preset/sections/network/value";
import { PathField } from "../path-field";
import styles from "../section.module.css";
import { WordsInput } from "../words-input";
import type { LinkPartProps } from "./link-fields";
import { dhcpChoices } from "./link-words";

const uses: readonly [DhcpUse, string][] = [
  ["domains", "Search domains from DHCP"],
  ["mtu", "MTU from DHCP"],
];
const ignored: readonly [DhcpIgnore, string][] = [
  ["dns", "DNS servers from DHCP"],
  ["ntp", "Time servers from DHCP"],
  ["routes", "Routes from DHCP"],
  ["hostname", "Hostname from DHCP"],
];

/** What is asked of DHCP, and what of its answer counts. */
export function DhcpFields({ at, link, set }: LinkPartProps) {
  const asks = link.dhcp !== "" && link.dhcp !== "no";
  return (
    <>
      <FieldRow>
        <PathField path={[...at, "dhcp"]} label="DHCP" width="medium">
          <Select
            value={link.dhcp}
            onChange={(dhcp) => set({ dhcp: dhcp as NetworkLink["dhcp"] })}
            options={dhcpChoices}
          />
        </PathField>
        <PathField path={[...at, "ntp"]} label="Time servers" width="medium">
          <WordsInput
            placeholder="ntp.example.com"
            value={link.ntp}
            onChange={(ntp) => set({ ntp })}
          />
        </PathField>
      </FieldRow>
      {asks || link.dhcpUse.length + link.dhcpIgnore.length > 0 ? (
        <div className={styles.fields}>
          {uses.map(([use, label]) => (
            <Switch
              key={use}
              label={label}
              checked={link.dhcpUse.includes(use)}
              onChange={(on) =>
                set({ dhcpUse: toggled(link.dhcpUse, use, on) })
              }
            />
          ))}
          {ignored.map(([what, label]) => (
            <Switch
              key={what}
              label={label}
              checked={!link.dhcpIgnore.includes(what)}
              onChange={(on) =>
                set({ dhcpIgnore: toggled(link.dhcpIgnore, what, !on) })
              }
            />
          ))}
        </div>
      ) : null}
    </>
  );
}

function toggled<Word>(
  list: readonly Word[],
  word: Word,
  on: boolean,
): readonly Word[] {
  return on ? [...list, word] : list.filter((one) => one !== word);
}
