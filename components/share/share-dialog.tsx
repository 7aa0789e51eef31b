"use client";

import { Copy, Download, FolderOpen } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { Message } from "@/components/ui/message";
import { counted } from "@/lib/words";
import { showToast } from "@/components/ui/toast";
import { formatPath } from "@/lib/butane";
import { encodeShare, linkLengths, type SharedLink } from "@/lib/share/codec";
import { useComposer } from "@/lib/state/provider";
import { whereBroken } from "@/lib/state/selectors";
import { useView } from "@/lib/state/view-store";
import { copyText } from "./hand-over";
import { downloadPreset, readPresetFile } from "./preset-file";
import styles from "./share-dialog.module.css";

export function ShareDialog({ onClose }: { onClose: () => void }) {
  const preset = useComposer((state) => state.preset);
  const broken = useComposer((state) => state.broken);
  const input = useRef<HTMLInputElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const shared = encodeShare(preset);
  const address = `${location.origin}${location.pathname}#${shared.link}`;

  const open = async (chosen: File | undefined) => {
    if (!chosen) return;
    const read = await readPresetFile(chosen);
    if (typeof read === "string")
      return showToast({ text: `${read} Nothing was opened.`, stays: true });
    onClose();
    useView.setState({ proposal: { preset: read, from: "file", leftOut: [] } });
  };
  return (
    <Dialog
      title="Share"
      intro="Whoever opens the link gets this node, in their browser. The node is in the link itself and reaches no server."
      onClose={onClose}
      actions={
        <>
          <input
            ref={file}
            type="file"
            accept=".json,application/json"
            hidden
            aria-label="Preset file"
            onChange={(event) => void open(event.target.files?.[0])}
          />
          <Button onClick={() => file.current?.click()}>
            <FolderOpen size={15} aria-hidden /> Open a preset…
          </Button>
          <Button onClick={() => downloadPreset(preset)}>
            <Download size={15} aria-hidden /> Download the preset
          </Button>
          <Button
            variant="primary"
            onClick={() => void copyText(address, "the link")}
          >
            <Copy size={15} aria-hidden /> Copy link
          </Button>
        </>
      }
    >
      <div className={styles.share}>
        {broken ? (
          <Message
            kind="warning"
            shape="box"
            sentence={`${whereBroken(broken).words} cannot be read, so the link holds the node as it was before.`}
          />
        ) : null}
        <Field label="Link" help={advice(shared)}>
          <TextInput
            ref={input}
            mono
            readOnly
            value={address}
            onChange={() => {}}
            onFocus={(event) => event.target.select()}
          />
        </Field>
        {shared.leftOut.length > 0 ? (
          <Message
            kind="info"
            shape="box"
            sentence={`Left out: ${count(shared.leftOut.length)}, at ${shared.leftOut.map(formatPath).join(", ")}.`}
            why="Whoever opens the link fills them in."
          />
        ) : null}
      </div>
    </Dialog>
  );
}

function count(secrets: number): string {
  return secrets === 1 ? "1 secret" : `${secrets} secrets`;
}

/** How far a link of this length gets. */
function advice({ link, length }: SharedLink): string {
  const characters = `${counted(link.length + 1)} characters after the address`;
  if (length === "fine") return `${characters}: fits everywhere.`;
  if (length === "long") {
    return `${characters}. Above ${counted(linkLengths.long)}, some chats cut a link off; Kindling then says so and opens nothing.`;
  }
  return `${characters}: many programs cut this off. Download the preset and send the file instead.`;
}
