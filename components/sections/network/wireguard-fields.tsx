"use client";

import { FieldRow } from "@/components/ui/field";
import { ListEditor } from "@/components/ui/list-editor";
import { blankPeer } from "@/lib/preset/sections/network/schema";
import type {
  NetworkLink,
  WireguardPeer,
} from "@/lib/preset/sections/network/value";
import { setAt } from "@/lib/set-at";
import { ItemText, ItemWords, type ItemProps } from "../item-fields";
import { PathMessages } from "../path-field";
import styles from "../section.module.css";

/** Keys and peers of a tunnel that networkd brings up. */
export function WireguardFields(props: ItemProps<NetworkLink>) {
  return (
    <>
      <FieldRow>
        <ItemText
          {...props}
          secret
          field="privateKey"
          label="Private key"
          help={
            <>
              The output of <code>wg genkey</code>. Left out of links and
              drafts.
            </>
          }
        />
        <ItemText
          {...props}
          field="listenPort"
          label="Listens on port"
          width="narrow"
          help="Empty: any."
          inputMode="numeric"
          placeholder="51820"
        />
      </FieldRow>
      <PeerList {...props} />
    </>
  );
}

function PeerList({ at, item: link, onChange }: ItemProps<NetworkLink>) {
  const { peers } = link;
  const set = (next: readonly WireguardPeer[]) =>
    onChange({ ...link, peers: next });
  return (
    <>
      <PathMessages path={[...at, "peers"]} />
      <ListEditor
        items={peers}
        onChange={set}
        make={() => blankPeer}
        addLabel="Add peer"
        empty="Nobody is at the other end yet."
        name={(_, index) => `peer ${index + 1}`}
        title={(_, index) => `Peer ${index + 1}`}
        render={(peer, index) => (
          <PeerFields
            at={[...at, "peers", index]}
            item={peer}
            name={`Peer ${index + 1}`}
            onChange={(next) => set(setAt(peers, [index], next))}
          />
        )}
      />
    </>
  );
}

function PeerFields({
  name,
  ...props
}: ItemProps<WireguardPeer> & { name: string }) {
  return (
    <div role="group" aria-label={name} className={styles.fields}>
      <ItemText
        {...props}
        field="publicKey"
        label={`Public key of ${name}`}
        width="wide"
      />
      <FieldRow>
        <ItemText
          {...props}
          field="endpoint"
          label={`Endpoint of ${name}`}
          help="Empty where the peer calls this node."
          placeholder="vpn.example.com:51820"
        />
        <ItemWords
          {...props}
          commas
          field="allowedIps"
          label={`Addresses behind ${name}`}
          width="medium"
          placeholder="10.8.0.0/24"
        />
      </FieldRow>
      <FieldRow>
        <ItemText
          {...props}
          secret
          field="presharedKey"
          label={`Preshared key of ${name}`}
          help="Left out of links and drafts."
        />
        <ItemText
          {...props}
          field="keepalive"
          label={`Keepalive of ${name}`}
          width="narrow"
          help="Seconds; 25 keeps a way through NAT open."
          inputMode="numeric"
          placeholder="25"
        />
      </FieldRow>
    </div>
  );
}
