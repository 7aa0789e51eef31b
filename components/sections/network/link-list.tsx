"use client";

import { Network } from "lucide-react";
import { ListEditor } from "@/components/ui/list-editor";
import { Menu } from "@/components/ui/menu";
import { networkRecipes } from "@/lib/preset/sections/network/recipes";
import { blankLink } from "@/lib/preset/sections/network/schema";
import type { NetworkLink } from "@/lib/preset/sections/network/value";
import { setAt } from "@/lib/set-at";
import { FoldCard } from "../fold-card";
import styles from "../section.module.css";
import { LinkFields } from "./link-fields";
import { kindLabel } from "./link-words";
import type { PartProps } from "../part";

const newPort: NetworkLink = { ...blankLink, match: "en*", dhcp: "yes" };

export function LinkList({
  value,
  onChange,
}: PartProps<readonly NetworkLink[]>) {
  return (
    <section className={styles.fields} aria-labelledby="network-interfaces">
      <div className={styles.title}>
        <h3 id="network-interfaces" className={styles.cardTitle}>
          Interfaces
        </h3>
        <Menu
          label="Usual interfaces"
          named
          icon={<Network size={16} aria-hidden />}
          items={networkRecipes.map(({ label, links }) => ({
            label,
            run: () => onChange([...value, ...links(value)]),
          }))}
        />
      </div>
      <ListEditor
        items={value}
        onChange={onChange}
        make={() => newPort}
        addLabel="Add interface"
        empty="Every interface asks DHCP for its address. Ports with a fixed address, VLANs, bonds, bridges and tunnels are in the menu above."
        name={({ name }, index) => name || `interface ${index + 1}`}
        title={({ name }, index) => (
          <code>{name || `Interface ${index + 1}`}</code>
        )}
        render={(link, index) => (
          <FoldCard
            path={["network", "links", index]}
            name={link.name || `Interface ${index + 1}`}
            summary={summaryOf(link)}
            startOpen={link.name === ""}
          >
            <LinkFields
              link={link}
              index={index}
              onChange={(next) => onChange(setAt(value, [index], next))}
            />
          </FoldCard>
        )}
      />
    </section>
  );
}

function summaryOf(link: NetworkLink): string {
  const { bond, bridge, vlans } = link;
  return [
    link.kind === "physical" ? link.match : kindLabel(link.kind),
    link.vlanId && `id ${link.vlanId}`,
    link.dhcp && link.dhcp !== "no" && "DHCP",
    link.addresses.join(", "),
    bond && `part of ${bond}`,
    bridge && `part of ${bridge}`,
    vlans.length > 0 && `carries ${vlans.join(", ")}`,
  ]
    .filter(Boolean)
    .join(" · ");
}
