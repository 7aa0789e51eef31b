"use client";

import { SecretArea, TextArea } from "@/components/ui/inputs";
import type { DaemonValue } from "@/lib/preset/sections/containers/value";
import { ItemChoice, ItemText, type ItemProps } from "../item-fields";
import { PathField } from "../path-field";

const kinds = [
  { value: "", label: "This node alone" },
  { value: "plain", label: "Port without TLS" },
  { value: "tls", label: "Port with TLS" },
];

const certificates = [
  ["tlsCa", "Authority of the clients", "CERTIFICATE"],
  ["tlsCert", "Certificate of this node", "CERTIFICATE"],
] as const;

/** Docker's API over the network: whoever may use it is root on the node. */
export function ApiFields(props: ItemProps<DaemonValue>) {
  const { at, item, onChange } = props;
  return (
    <>
      <ItemChoice
        {...props}
        segments
        field="api"
        label="Who reaches Docker's API"
        help="Whoever does is root on this node."
        options={kinds}
      />
      {item.api === "" ? null : (
        <ItemText
          {...props}
          field="listen"
          label="Address of the API"
          placeholder={item.api === "tls" ? "2376" : "127.0.0.1:2375"}
          help="A port, or an address with a port."
        />
      )}
      {item.api === "tls" ? (
        <>
          {certificates.map(([field, label, what]) => (
            <PathField key={field} path={[...at, field]} label={label}>
              <TextArea
                mono
                rows={4}
                placeholder={`-----BEGIN ${what}-----`}
                value={item[field]}
                onChange={(text) => onChange({ ...item, [field]: text })}
              />
            </PathField>
          ))}
          <PathField
            path={[...at, "tlsKey"]}
            label="Key of this node"
            help="Left out of links and drafts."
          >
            <SecretArea
              mono
              rows={4}
              placeholder="-----BEGIN PRIVATE KEY-----"
              value={item.tlsKey}
              onChange={(tlsKey) => onChange({ ...item, tlsKey })}
            />
          </PathField>
        </>
      ) : null}
    </>
  );
}
