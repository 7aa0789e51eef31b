"use client";

import { useDeferredValue, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Badge } from "@/components/ui/chip";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextArea, TextInput } from "@/components/ui/inputs";
import { fetched } from "@/components/ui/late";
import { Message } from "@/components/ui/message";
import { showToast } from "@/components/ui/toast";
import { bakeryBase, readChecksums, type Checksums } from "@/lib/butane";
import { counted } from "@/lib/words";
import {
  imageHashes,
  withHashes,
  type ImageHash,
} from "@/lib/preset/image-hashes";
import { flatcarBakery } from "@/lib/preset/node-extensions";
import { useComposer, useComposerStore } from "@/lib/state/provider";
import styles from "./hashes-dialog.module.css";

const words: Readonly<
  Record<ImageHash["state"], { tone: "ok" | "warn" | "plain"; text: string }>
> = {
  new: { tone: "ok", text: "found" },
  same: { tone: "ok", text: "is set already" },
  other: { tone: "warn", text: "another than the one set" },
  twice: { tone: "warn", text: "listed twice, with two hashes" },
  missing: { tone: "plain", text: "not in this list" },
};

/** Takes the hashes of images out of a list as sha256sum prints it, pasted or fetched. */
export function HashesDialog({ onClose }: { onClose: () => void }) {
  const preset = useComposer((state) => state.preset);
  const store = useComposerStore();
  const [text, setText] = useState("");
  const settled = useDeferredValue(text);
  const list = useMemo(() => readChecksums(settled), [settled]);
  const hashes = useMemo(() => imageHashes(preset, list), [preset, list]);
  const taken = hashes.filter(
    ({ state }) => state === "new" || state === "other",
  );
  const take = () => {
    const { edit, undo } = store.getState();
    edit("extensions", withHashes(store.getState().preset, taken));
    onClose();
    showToast({
      text: `Took ${hashCount(taken.length)}.`,
      action: { label: "Undo", run: undo },
    });
  };
  return (
    <Dialog
      title="Hashes of images"
      intro="Reads a SHA256SUMS list and sets the hash of each image it has: another file then stops the first boot instead of running."
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={taken.length === 0}
            onClick={take}
          >
            Take {hashCount(taken.length)}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <FetchList onText={setText} bakery={preset.extensions.bakery} />
        <Field
          label="SHA256SUMS"
          help="Lines of a hash and a file’s name, of SHA-256 or SHA-512."
        >
          <TextArea
            mono
            rows={6}
            data-first-focus
            placeholder={`${"0".repeat(12)}…  docker-28.0.4-x86-64.raw`}
            value={text}
            onChange={setText}
          />
        </Field>
        <Verdict list={list} isEmpty={settled.trim() === ""} />
        <Found hashes={hashes} />
      </div>
    </Dialog>
  );
}

function hashCount(number: number): string {
  return number === 1 ? "1 hash" : `${counted(number)} hashes`;
}

/** The list from its address; servers that let no page read it say so, and it can be pasted. */
function FetchList(props: { onText: (text: string) => void; bakery: string }) {
  const usual = `${bakeryBase(props.bakery || flatcarBakery)}SHA256SUMS`;
  const [address, setAddress] = useState(usual);
  const [state, setState] = useState<"idle" | "busy" | { problem: string }>(
    "idle",
  );
  const fetchList = async () => {
    setState("busy");
    const importer = await fetched(() => import("@/lib/import"));
    if (!importer) return setState("idle");
    const list = await importer.fetchBytes(address);
    if (list.ok) props.onText(new TextDecoder().decode(list.value));
    setState(list.ok ? "idle" : { problem: list.error });
  };
  return (
    <div>
      <form
        className={styles.fetch}
        onSubmit={(event) => {
          event.preventDefault();
          void fetchList();
        }}
      >
        <Field label="Address of the list">
          <TextInput
            mono
            inputMode="url"
            value={address}
            onChange={setAddress}
          />
        </Field>
        <Button type="submit" disabled={state === "busy"}>
          {state === "busy" ? "Fetching…" : "Fetch"}
        </Button>
      </form>
      <div aria-live="polite">
        {typeof state === "object" ? (
          <Message
            kind="warning"
            sentence={state.problem}
            why="Its text can be pasted below."
          />
        ) : null}
      </div>
    </div>
  );
}

function Verdict({ list, isEmpty }: { list: Checksums; isEmpty: boolean }) {
  if (isEmpty) return null;
  const { sums, strange, cut } = list;
  return (
    <div aria-live="polite">
      <p>
        {sums.length === 1 ? "1 file" : `${sums.length} files`} in this list.
      </p>
      {strange[0] ? (
        <Message
          kind="warning"
          sentence={`Line ${strange[0].line} is no hash with a name: ${strange[0].text}`}
        />
      ) : null}
      {cut && sums.length > 0 ? (
        <Message
          kind="info"
          sentence="The last line has no end: the list may not be whole."
        />
      ) : null}
    </div>
  );
}

function Found({ hashes }: { hashes: readonly ImageHash[] }) {
  if (hashes.length === 0)
    return (
      <p>No image is fetched at first boot: there is nothing to look up.</p>
    );
  return (
    <ul className={styles.list} aria-label="Images of this node">
      {hashes.map(({ index, file, state, hash }) => (
        <li key={index}>
          <code>{file}</code>
          <Badge tone={words[state].tone} title={hash}>
            {words[state].text}
          </Badge>
        </li>
      ))}
    </ul>
  );
}
