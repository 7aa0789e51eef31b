"use client";

import { FieldRow } from "@/components/ui/field";
import type { Iscsi } from "@/lib/preset/sections/storage/value";
import {
  ItemNumber,
  ItemSwitch,
  ItemText,
  type ItemProps,
} from "../item-fields";
import { Card } from "../section-page";

/** The iSCSI initiator of the node. */
export function IscsiCard(props: ItemProps<Iscsi>) {
  return (
    <Card title="iSCSI">
      <ItemSwitch
        {...props}
        field="enabled"
        label="Log into iSCSI targets on every boot"
        help="Starts iscsid and iscsi. What is found becomes a disk; mount it under Mounts by its label."
      />
      {props.item.enabled ? (
        <>
          <ItemText
            {...props}
            field="initiator"
            label="Name of this initiator"
            width="wide"
            placeholder="iqn.2026-01.com.example:node-1"
            help="Empty keeps the one that Flatcar makes for each node."
          />
          <FieldRow>
            <ItemText
              {...props}
              field="isnsAddress"
              label="iSNS server"
              placeholder="10.0.0.9"
            />
            <ItemNumber
              {...props}
              field="isnsPort"
              label="iSNS port"
              help="0 leaves the usual one."
            />
          </FieldRow>
          <FieldRow>
            <ItemText {...props} field="username" label="CHAP user" />
            <ItemText
              {...props}
              field="password"
              label="CHAP password"
              secret
              help="Left out of links and drafts."
            />
          </FieldRow>
        </>
      ) : null}
    </Card>
  );
}
