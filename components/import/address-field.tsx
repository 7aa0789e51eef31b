"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { fetchImport, importAddress } from "@/lib/import";
import { useView } from "@/lib/state/view-store";
import styles from "./import-dialog.module.css";
import type { Source } from "./source";

/** An address that a file is fetched from, once somebody says so. */
export function AddressField({
  onFetched,
}: {
  onFetched: (source: Source) => void;
}) {
  const asked = useView((view) => view.incoming?.address);
  const [address, setAddress] = useState(asked ?? "");
  const [waiting, setWaiting] = useState(false);
  const [trouble, setTrouble] = useState("");
  const checked = importAddress(address);
  const isAsked = asked !== undefined && address === asked;

  const fetchIt = async () => {
    setWaiting(true);
    setTrouble("");
    const fetched = await fetchImport(address);
    setWaiting(false);
    if (!fetched.ok) return setTrouble(fetched.error);
    const { text } = fetched.value;
    onFetched({ text, answer: fetched.value, name: address });
  };
  const host = checked.ok ? checked.value.host : "";
  return (
    <form
      className={styles.address}
      onSubmit={(event) => {
        event.preventDefault();
        if (checked.ok) void fetchIt();
        else setTrouble(checked.error);
      }}
    >
      <Field
        label="Or an address"
        help={
          isAsked && host
            ? `The link asks for this file. Nothing was fetched yet: ${host} learns that you ask.`
            : undefined
        }
        messages={trouble ? [{ kind: "error", sentence: trouble }] : []}
      >
        <TextInput
          mono
          type="url"
          inputMode="url"
          placeholder="https://"
          value={address}
          onChange={(text) => {
            setAddress(text);
            setTrouble("");
          }}
        />
      </Field>
      <Button
        type="submit"
        aria-busy={waiting || undefined}
        disabled={waiting || address.trim() === ""}
      >
        {waiting ? "Fetching…" : "Fetch"}
      </Button>
    </form>
  );
}
