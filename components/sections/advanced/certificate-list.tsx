"use client";

import { TextArea, TextInput } from "@/components/ui/inputs";
import { ListEditor } from "@/components/ui/list-editor";
import type { VerityCertificate } from "@/lib/preset/sections/advanced/value";
import { setAt } from "@/lib/set-at";
import { PathField, PathMessages } from "../path-field";
import { Card } from "../section-page";
import styles from "../section.module.css";

interface CertificateListProps {
  certificates: readonly VerityCertificate[];
  onChange: (certificates: readonly VerityCertificate[]) => void;
}

/** Who may sign images: /etc/verity.d/NAME.crt. */
export function CertificateList(props: CertificateListProps) {
  const { certificates, onChange } = props;
  return (
    <Card title="Signers of images">
      <ListEditor
        items={certificates}
        onChange={onChange}
        make={() => ({ name: "", text: "" })}
        addLabel="Add signer"
        name={({ name }, index) => `signer ${name || index + 1}`}
        title={({ name }, index) => name || `Signer ${index + 1}`}
        empty="Images of your own with a signed dm-verity partition are checked with these certificates. Bakery images are not signed."
        render={(certificate, index) => {
          const at = ["advanced", "certificates", index] as const;
          const change = (part: Partial<VerityCertificate>) =>
            onChange(setAt(certificates, [index], { ...certificate, ...part }));
          return (
            <div
              className={styles.fields}
              role="group"
              aria-label={`Signer ${certificate.name || index + 1}`}
            >
              <PathMessages path={at} />
              <PathField
                path={[...at, "name"]}
                label="File name"
                width="medium"
                help="NAME of /etc/verity.d/NAME.crt."
              >
                <TextInput
                  mono
                  placeholder="release"
                  value={certificate.name}
                  onChange={(name) => change({ name: name.trim() })}
                />
              </PathField>
              <PathField path={[...at, "text"]} label="Certificate">
                <TextArea
                  mono
                  rows={4}
                  placeholder="-----BEGIN CERTIFICATE-----"
                  value={certificate.text}
                  onChange={(text) => change({ text })}
                />
              </PathField>
            </div>
          );
        }}
      />
    </Card>
  );
}
