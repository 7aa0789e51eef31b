"use client";

import { FieldRow } from "@/components/ui/field";
import { TextArea, TextInput } from "@/components/ui/inputs";
import { ListEditor } from "@/components/ui/list-editor";
import { Segments } from "@/components/ui/segments";
import type { Path } from "@/lib/butane";
import type { LayerFile } from "@/lib/preset/sections/layers/value";
import { setAt } from "@/lib/set-at";
import { PathField, PathMessages } from "../path-field";
import styles from "../section.module.css";

export const emptyFile: LayerFile = {
  path: "",
  executable: false,
  from: "text",
  text: "",
  url: "",
  hash: "",
};

interface LayerFilesProps {
  at: Path;
  files: readonly LayerFile[];
  /** Name of the layer, for buttons: `layer mytools`. */
  of: string;
  placeholder: string;
  onChange: (files: readonly LayerFile[]) => void;
}

/** The files of a layer, with their paths below its root. */
export function LayerFiles(props: LayerFilesProps) {
  const { at, files, of, onChange } = props;
  return (
    <ListEditor
      items={files}
      onChange={onChange}
      make={() => emptyFile}
      addLabel="Add file"
      name={(file, index) => `${file.path || `file ${index + 1}`} of ${of}`}
      title={(file, index) => file.path || `File ${index + 1}`}
      empty="A layer without a file writes nothing."
      render={(file, index) => (
        <FileFields
          at={[...at, index]}
          file={file}
          placeholder={props.placeholder}
          name={file.path || `File ${index + 1}`}
          onChange={(next) => onChange(setAt(files, [index], next))}
        />
      )}
    />
  );
}

interface FileFieldsProps {
  at: Path;
  file: LayerFile;
  name: string;
  placeholder: string;
  onChange: (file: LayerFile) => void;
}

function FileFields({
  at,
  file,
  name,
  placeholder,
  onChange,
}: FileFieldsProps) {
  return (
    <div className={styles.fields} role="group" aria-label={name}>
      <PathMessages path={at} />
      <PathField path={[...at, "path"]} label="Path in the layer">
        <TextInput
          mono
          placeholder={placeholder}
          value={file.path}
          onChange={(path) => onChange({ ...file, path })}
        />
      </PathField>
      <FieldRow>
        <PathField path={[...at, "executable"]} label="Mode" group width="auto">
          <Segments
            value={file.executable ? "program" : "file"}
            onChange={(mode) =>
              onChange({ ...file, executable: mode === "program" })
            }
            options={[
              { value: "file", label: "File 0644" },
              { value: "program", label: "Program 0755" },
            ]}
          />
        </PathField>
        <PathField path={[...at, "from"]} label="Contents" group width="auto">
          <Segments
            value={file.from}
            onChange={(from) => onChange({ ...file, from })}
            options={[
              { value: "text", label: "Text" },
              { value: "url", label: "From an address" },
            ]}
          />
        </PathField>
      </FieldRow>
      {file.from === "text" ? (
        <PathField path={[...at, "text"]} label="Text of the file">
          <TextArea
            mono
            rows={4}
            value={file.text}
            onChange={(text) => onChange({ ...file, text })}
          />
        </PathField>
      ) : (
        <AddressFields at={at} value={file} onChange={onChange} />
      )}
    </div>
  );
}

interface AddressFieldsProps<Value> {
  at: Path;
  value: Value;
  onChange: (value: Value) => void;
}

/** Where something is fetched from on the first boot, and what it is checked by. */
export function AddressFields<Value extends { url: string; hash: string }>({
  at,
  value,
  onChange,
}: AddressFieldsProps<Value>) {
  return (
    <>
      <PathField path={[...at, "url"]} label="Address">
        <TextInput
          mono
          inputMode="url"
          placeholder="https://files.example/…"
          value={value.url}
          onChange={(url) => onChange({ ...value, url })}
        />
      </PathField>
      <PathField
        path={[...at, "hash"]}
        label="Hash"
        help="sha256- and 64 digits. Without it the node takes whatever the address gives."
      >
        <TextInput
          mono
          placeholder="sha256-…"
          value={value.hash}
          onChange={(hash) => onChange({ ...value, hash: hash.trim() })}
        />
      </PathField>
    </>
  );
}
