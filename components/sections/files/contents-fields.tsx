"use client";

import { Upload } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, FieldRow } from "@/components/ui/field";
import { SecretArea, TextArea } from "@/components/ui/inputs";
import { Message } from "@/components/ui/message";
import { Segments } from "@/components/ui/segments";
import type { Path } from "@/lib/butane";
import { noContents } from "@/lib/preset/sections/files/contents";
import {
  mostUploaded,
  uploadedContents,
} from "@/lib/preset/sections/files/upload";
import type {
  ContentsKind,
  FileContents,
} from "@/lib/preset/sections/files/value";
import { PathField } from "../path-field";
import styles from "../section.module.css";
import { DownloadFields } from "./download-fields";
import { bytesOf, inBytes } from "./sizes";

interface ContentsFieldsProps {
  at: Path;
  /** Name of the whole: `Contents`. */
  label: string;
  /** Where a heading right above has the same name. */
  hiddenLabel?: boolean;
  /** What they are the contents of: `the file`. */
  of: string;
  contents: FileContents;
  onChange: (contents: FileContents) => void;
}

const kinds: readonly { value: ContentsKind; label: string; title: string }[] =
  [
    { value: "text", label: "Text", title: "Typed here" },
    {
      value: "secret",
      label: "Secret text",
      title: "Typed here, and left out of links and drafts",
    },
    { value: "fetch", label: "Download", title: "Fetched on the first boot" },
    {
      value: "none",
      label: "Nothing",
      title: "An empty file, or what is there stays",
    },
  ];

/** Where the bytes of a file come from. */
export function ContentsFields(props: ContentsFieldsProps) {
  const { label, hiddenLabel = false, contents, onChange } = props;
  return (
    <div className={styles.fields} role="group" aria-label={label}>
      <Field label={label} hiddenLabel={hiddenLabel} group>
        <Segments
          value={contents.kind}
          onChange={(kind) => onChange(switched(contents, kind))}
          options={kinds}
        />
      </Field>
      <KindFields {...props} />
      {contents.kind === "none" || contents.kind === "secret" ? null : (
        <UploadButton onContents={onChange} />
      )}
    </div>
  );
}

/** What was typed goes along from text to secret and back; nothing that is hidden stays behind. */
function switched(contents: FileContents, kind: ContentsKind): FileContents {
  const typed = contents.text || contents.secret;
  const next = { ...noContents, kind };
  if (kind === "text") return { ...next, text: typed };
  if (kind === "secret") return { ...next, secret: typed };
  return next;
}

function KindFields({ at, of, contents, onChange }: ContentsFieldsProps) {
  switch (contents.kind) {
    case "none":
      return null;
    case "text":
      return (
        <PathField
          path={[...at, "text"]}
          label={`Text of ${of}`}
          help={inBytes(bytesOf(contents.text))}
        >
          <TextArea
            mono
            rows={6}
            value={contents.text}
            onChange={(text) => onChange({ ...contents, text })}
          />
        </PathField>
      );
    case "secret":
      return (
        <PathField
          path={[...at, "secret"]}
          label={`Secret text of ${of}`}
          help={`${inBytes(bytesOf(contents.secret))}. Left out of links and drafts, and part of the user data.`}
        >
          <SecretArea
            mono
            rows={6}
            value={contents.secret}
            onChange={(secret) => onChange({ ...contents, secret })}
          />
        </PathField>
      );
    case "fetch":
      return contents.source.startsWith("data:") ? (
        <PathField path={[...at, "source"]} label="Uploaded" group>
          <p className={styles.check}>
            {inBytes(bytesOf(contents.source))} in the config
            {contents.compression ? ", packed with gzip" : ""}.{" "}
            <Button
              variant="link"
              onClick={() => onChange({ ...noContents, kind: "fetch" })}
            >
              Take it out
            </Button>
          </p>
        </PathField>
      ) : (
        <DownloadFields at={at} contents={contents} onChange={onChange} />
      );
  }
}

/** Takes a file from this machine: text as text, anything else as bytes in the config. */
function UploadButton({
  onContents,
}: {
  onContents: (contents: FileContents) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState("");
  const take = async (file: File) => {
    if (file.size > mostUploaded) {
      setRefused(
        `${file.name} has ${inBytes(file.size)}, and the config takes ${inBytes(mostUploaded)} at most. Put it on a server and download it.`,
      );
      return;
    }
    setRefused("");
    onContents(uploadedContents(new Uint8Array(await file.arrayBuffer())));
  };
  return (
    <FieldRow>
      <input
        ref={input}
        type="file"
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = "";
          if (file) void take(file);
        }}
      />
      <Button onClick={() => input.current?.click()}>
        <Upload size={14} aria-hidden /> Upload a file
      </Button>
      <div aria-live="polite">
        {refused ? <Message kind="error" sentence={refused} /> : null}
      </div>
    </FieldRow>
  );
}
