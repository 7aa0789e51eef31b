"use client";

import { FieldRow } from "@/components/ui/field";
import { Switch } from "@/components/ui/switch";
import type {
  DhcpIgnore,
  DhcpUse,
  NetworkLink,
} from "@/lib/preset/sections/network/value";
import { ItemChoice, ItemWords, type ItemProps } from "../item-fields";
import styles from "../section.module.css";
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
export function DhcpFields(props: ItemProps<NetworkLink>) {
  const { dhcp, dhcpUse, dhcpIgnore } = props.item;
  const asks = dhcp !== "" && dhcp !== "no";
  return (
    <>
      <FieldRow>
        <ItemChoice
          {...props}
          field="dhcp"
          label="DHCP"
          options={dhcpChoices}
        />
        <ItemWords
          {...props}
          commas
          field="ntp"
          label="Time servers"
          width="medium"
          placeholder="ntp.example.com"
        />
      </FieldRow>
      {asks || dhcpUse.length + dhcpIgnore.length > 0 ? (
        <AnswerSwitches {...props} />
      ) : null}
    </>
  );
}

function AnswerSwitches({ item: link, onChange }: ItemProps<NetworkLink>) {
  const { dhcpUse, dhcpIgnore } = link;
  return (
    <div className={styles.fields}>
      {uses.map(([use, label]) => (
        <Switch
          key={use}
          label={label}
          checked={dhcpUse.includes(use)}
          onChange={(on) =>
            onChange({ ...link, dhcpUse: toggled(dhcpUse, use, on) })
          }
        />
      ))}
      {ignored.map(([what, label]) => (
        <Switch
          key={what}
          label={label}
          checked={!dhcpIgnore.includes(what)}
          onChange={(on) =>
            onChange({ ...link, dhcpIgnore: toggled(dhcpIgnore, what, !on) })
          }
        />
      ))}
    </div>
  );
}

function toggled<Word>(
  list: readonly Word[],
  word: Word,
  on: boolean,
): readonly Word[] {
  return on ? [...list, word] : list.filter((one) => one !== word);
}
