"use client";

import { FoldCard } from "@/components/sections/fold-card";
import { PathField } from "@/components/sections/path-field";
import { Card } from "@/components/sections/section-page";
import { useSection } from "@/components/sections/use-section";
import { Button } from "@/components/ui/button";
import { Field, FieldRow } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { flatcarBakery } from "@/lib/preset/node-extensions";
import { openDialog } from "@/lib/state/view-store";

/** The bakery of the node, and the keys that signed lists are checked with. */
export function SourcesCard() {
  const [{ bakery, keyring }, change] = useSection("extensions");
  const setKeyring = (part: { url?: string; hash?: string }) => {
    const next = { url: "", hash: "", ...keyring, ...part };
    change({ keyring: next.url || next.hash ? next : undefined });
  };
  return (
    <Card title="Where images come from">
      <FoldCard
        path={["extensions", "bakery"]}
        name="Bakery"
        summary={bakery || "Flatcar’s own bakery"}
        startOpen={false}
      >
        <Field
          label="Address of the bakery"
          help="Address of a mirror or a fork: images and SHA256SUMS lists under the names of Flatcar’s. Empty: extensions.flatcar.org."
        >
          <TextInput
            mono
            inputMode="url"
            placeholder={flatcarBakery}
            value={bakery}
            onChange={(address) => change({ bakery: address })}
          />
        </Field>
      </FoldCard>
      <FoldCard
        path={["extensions", "keyring"]}
        name="Keys of signers"
        summary={keyring?.url || "No keys for signed lists"}
        startOpen={false}
      >
        <p>
          What gpg --export prints, for extensions that take signed lists only.
          It replaces the keys that systemd has; the path is systemd’s, not
          verified on Flatcar.
        </p>
        <FieldRow>
          <PathField
            path={["extensions", "keyring", "url"]}
            label="Address of the keys"
            width="medium"
          >
            <TextInput
              mono
              inputMode="url"
              placeholder="https://images.example/keys.gpg"
              value={keyring?.url ?? ""}
              onChange={(url) => setKeyring({ url })}
            />
          </PathField>
          <PathField
            path={["extensions", "keyring", "hash"]}
            label="Hash of the keys"
            width="medium"
          >
            <TextInput
              mono
              placeholder="sha256-…"
              value={keyring?.hash ?? ""}
              onChange={(hash) => setKeyring({ hash: hash.trim() })}
            />
          </PathField>
        </FieldRow>
      </FoldCard>
      <div>
        <Button onClick={() => openDialog("hashes")}>
          Hashes from SHA256SUMS…
        </Button>
      </div>
    </Card>
  );
}
