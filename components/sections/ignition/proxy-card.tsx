"use client";

import { FieldRow } from "@/components/ui/field";
import type { IgnitionProxy } from "@/lib/preset/sections/ignition/value";
import { ItemText, ItemWords } from "../item-fields";
import type { PartProps } from "../part";
import { Card } from "../section-page";

/** The proxies of Ignition's own downloads; the running node has its own. */
export function ProxyCard({ value, onChange }: PartProps<IgnitionProxy>) {
  const props = { at: ["ignition", "proxy"], item: value, onChange };
  return (
    <Card title="Proxy of the first boot">
      <FieldRow>
        <ItemText
          {...props}
          field="http"
          label="For http"
          help="For https too, unless that has its own."
          inputMode="url"
          placeholder="http://proxy.example.com:3128"
        />
        <ItemText
          {...props}
          field="https"
          label="For https"
          inputMode="url"
          placeholder="https://proxy.example.com:3129"
        />
      </FieldRow>
      <FieldRow>
        <ItemText {...props} field="user" label="User of the proxy" />
        <ItemText
          {...props}
          secret
          field="password"
          label="Password of the proxy"
          help="Left out of links and drafts, and part of the user data."
        />
      </FieldRow>
      <ItemWords
        {...props}
        commas
        field="except"
        label="Reached without a proxy"
        help="Hosts, domains and networks. The running node has its proxy under Network."
        placeholder="localhost, 10.0.0.0/8, .example.com"
      />
    </Card>
  );
}
