"use client";

import { FieldRow } from "@/components/ui/field";
import { SecretInput, TextInput } from "@/components/ui/inputs";
import { ListEditor } from "@/components/ui/list-editor";
import type { Path } from "@/lib/butane";
import { blankPeer } from "@/lib/preset/sections/network/schema";
import type { WireguardPeer } from "@/lib/preset/sections/network/value";
import { setAt } from "@/lib/set-at";
import { PathField, PathMessages } from "../path-field";
import styles from "../section.module.css";
import { WordsInput } from "../words-input";
import type { LinkPartProps } from "./link-fields";

/** Keys and peers of a tunnel that networkd brings up. */
export function WireguardFields({ at, link, set }: LinkPartProps) {
  const { peers } = link;
  return (
    <>
      <FieldRow>
        <PathField
          path={[...at, "privateKey"]}
          label="Private key"
          width="medium"
          help={
            <>
              The output of <code>wg genkey</code>. Left out of links and
              drafts.
            </>
          }
        >
          <SecretInput
            mono
            value={link.privateKey}
            onChange={(privateKey) => set({ privateKey })}
          />
        </PathField>
        <PathField
          path={[...at, "listenPort"]}
          label="Listens on port"
          width="narrow"
          help="Empty: any."
        >
          <TextInput
            mono
            inputMode="numeric"
            placeholder="51820"
            value={link.listenPort}
            onChange={(listenPort) => set({ listenPort })}
          />
        </PathField>
      </FieldRow>
      <PathMessages path={[...at, "peers"]} />
      <ListEditor
        items={peers}
        onChange={(next) => set({ peers: next })}
        make={() => blankPeer}
        addLabel="Add peer"
        empty="Nobody is at the other end yet."
        name={(_, index) => `peer ${index + 1}`}
        title={(_, index) => `Peer ${index + 1}`}
        render={(peer, index) => (
          <PeerFields
            peer={peer}
            at={[...at, "peers", index]}
            name={`Peer ${index + 1}`}
            onChange={(next) => set({ peers: setAt(peers, [index], next) })}
          />
        )}
      />
    </>
  );
}

interface PeerFieldsProps {
  peer: WireguardPeer;
  at: Path;
  name: string;
  onChange: (peer: WireguardPeer) => void;
}

function PeerFields({ peer, at, name, onChange }: PeerFieldsProps) {
  const set = (part: Partial<WireguardPeer>) => onChange({ ...peer, ...part });
  return (
    <div role="group" aria-label={name} className={styles.fields}>
      <PathField path={[...at, "publicKey"]} label={`Public key of ${name}`}>
        <TextInput
          mono
          value={peer.publicKey}
          onChange={(publicKey) => set({ publicKey })}
        />
      </PathField>
      <FieldRow>
        <PathField
          path={[...at, "endpoint"]}
          label={`Endpoint of ${name}`}
          width="medium"
          help="Empty where the peer calls this node."
        >
          <TextInput
            mono
            placeholder="vpn.example.com:51820"
            value={peer.endpoint}
            onChange={(endpoint) => set({ endpoint })}
          />
        </PathField>
        <PathField
          path={[...at, "allowedIps"]}
          label={`Addresses behind ${name}`}
          width="medium"
        >
          <WordsInput
            placeholder="10.8.0.0/24"
            value={peer.allowedIps}
            onChange={(allowedIps) => set({ allowedIps })}
          />
        </PathField>
      </FieldRow>
      <FieldRow>
        <PathField
          path={[...at, "presharedKey"]}
          label={`Preshared key of ${name}`}
          width="medium"
          help="Left out of links and drafts."
        >
          <SecretInput
            mono
            value={peer.presharedKey}
            onChange={(presharedKey) => set({ presharedKey })}
          />
        </PathField>
        <PathField
          path={[...at, "keepalive"]}
          label={`Keepalive of ${name}`}
          width="narrow"
          help="Seconds; 25 keeps a way through NAT open."
        >
          <TextInput
            mono
            inputMode="numeric"
            placeholder="25"
            value={peer.keepalive}
            onChange={(keepalive) => set({ keepalive })}
          />
        </PathField>
      </FieldRow>
    </div>
  );
}
