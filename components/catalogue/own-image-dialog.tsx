"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import type { ChosenExtension } from "@/lib/preset";
import { useComposerStore } from "@/lib/state/provider";
import { showField } from "@/lib/state/view-store";
import { InsideImage } from "./inside-image";
import styles from "./own-image-dialog.module.css";

/** Adds an image that no catalogue has. Its address says its name and version; everything can be changed in its row. */
export function OwnImageDialog({ onClose }: { onClose: () => void }) {
  const store = useComposerStore();
  const [url, setUrl] = useState("");
  const [hash, setHash] = useState("");
  const guess = guessFrom(url);
  const add = () => {
    const { preset, edit } = store.getState();
    const { chosen } = preset.extensions;
    edit("extensions", {
      ...preset.extensions,
      chosen: [...chosen, ownImage(url, hash)],
    });
    onClose();
    showField(["extensions", "chosen", chosen.length], "extensions");
  };
  return (
    <Dialog
      title="Own image"
      intro="Adds a sysext image from an address of yours. The node fetches it at first boot and links it into /etc/extensions."
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={url.trim() === ""} onClick={add}>
            Add {guess.name || "image"}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (url.trim() !== "") add();
        }}
      >
        <Field
          label="Image"
          help={
            guess.name
              ? `Name ${guess.name}${guess.version ? `, version ${guess.version}` : ""}.`
              : "NAME-VERSION-ARCHITECTURE.raw gives the name and the version."
          }
        >
          <TextInput
            mono
            data-first-focus
            inputMode="url"
            placeholder="https://images.example/tools-1.0.0-x86-64.raw"
            value={url}
            onChange={setUrl}
          />
        </Field>
        <Field
          label="Hash"
          help="sha256- and 64 digits. Without it the node takes whatever the address gives."
        >
          <TextInput
            mono
            placeholder="sha256-…"
            value={hash}
            onChange={setHash}
          />
        </Field>
        <InsideImage name={guess.name} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

/** Name and version as the bakery's file names have them: `tools-1.0.0-x86-64.raw`. */
export function guessFrom(url: string): { name: string; version: string } {
  const file = url.trim().split(/[?#]/)[0]!.split("/").at(-1)!;
  const stem = file
    .replace(/\.raw(\.\w+)?$/, "")
    .replace(/-(x86-64|arm64)$/, "");
  const [, name = "", version = ""] = /^(.+?)(?:-(v?\d.*))?$/.exec(stem) ?? [];
  return { name, version };
}

function ownImage(url: string, hash: string): ChosenExtension {
  const { name, version } = guessFrom(url);
  return {
    id: name,
    version,
    hash: hash.trim(),
    updates: "none",
    activation: "next-boot",
    keep: 3,
    params: {},
    own: { url: url.trim(), updatesFrom: "" },
  };
}
