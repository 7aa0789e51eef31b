"use client";

import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { FieldRow } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { Segments } from "@/components/ui/segments";
import { Switch } from "@/components/ui/switch";
import type { Path } from "@/lib/butane";
import { serviceFiles } from "@/lib/preset/sections/layers/service-files";
import type {
  DirectoryLayer,
  LayerMatch,
} from "@/lib/preset/sections/layers/value";
import { PathField, PathMessages } from "../path-field";
import styles from "../section.module.css";
import { LayerFiles } from "./layer-files";

interface DirectoryFieldsProps {
  at: Path;
  layer: DirectoryLayer;
  name: string;
  onChange: (layer: DirectoryLayer) => void;
}

/** A layer over /usr and /opt that Ignition writes file by file. */
export function DirectoryFields(props: DirectoryFieldsProps) {
  const { at, layer, name, onChange } = props;
  return (
    <div className={styles.fields} role="group" aria-label={name}>
      <PathMessages path={at} />
      <FieldRow>
        <NameField at={at} value={layer} onChange={onChange} />
        <MatchFields
          at={at}
          value={layer}
          matches={["level", "any", "version"]}
          onChange={onChange}
        />
      </FieldRow>
      <Switch
        label="Reload systemd when it is merged"
        help="EXTENSION_RELOAD_MANAGER=1, for a layer with units; systemd 255 and later."
        checked={layer.reload}
        onChange={(reload) => onChange({ ...layer, reload })}
      />
      <LayerFiles
        at={[...at, "files"]}
        files={layer.files}
        of={name}
        placeholder="usr/bin/hello"
        onChange={(files) => onChange({ ...layer, files })}
      />
      <div>
        <Button
          disabled={layer.name === ""}
          title={layer.name === "" ? "Give the layer a name first" : undefined}
          onClick={() =>
            onChange({
              ...layer,
              reload: true,
              files: [...layer.files, ...serviceFiles(layer.name)],
            })
          }
        >
          <Plus size={14} aria-hidden />
          Add service that starts at boot
        </Button>
      </div>
    </div>
  );
}

interface PartProps<Value> {
  at: Path;
  value: Value;
  onChange: (value: Value) => void;
}

export function NameField<Value extends { name: string }>({
  at,
  value,
  onChange,
}: PartProps<Value>) {
  return (
    <PathField path={[...at, "name"]} label="Name" width="medium">
      <TextInput
        mono
        placeholder="mytools"
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
      />
    </PathField>
  );
}

const matches: Readonly<Record<LayerMatch, string>> = {
  level: "Any Flatcar",
  any: "Any OS",
  version: "One release",
};

interface MatchProps<Value> extends PartProps<Value> {
  matches: readonly LayerMatch[];
}

/** Which OS the release note says the layer fits. */
export function MatchFields<
  Value extends { match: LayerMatch; osVersion: string },
>({ at, value, matches: offered, onChange }: MatchProps<Value>) {
  return (
    <>
      <PathField path={[...at, "match"]} label="Fits" group width="auto">
        <Segments
          value={value.match}
          onChange={(match) => onChange({ ...value, match })}
          options={offered.map((one) => ({ value: one, label: matches[one] }))}
        />
      </PathField>
      {value.match === "version" ? (
        <PathField
          path={[...at, "osVersion"]}
          label="Release"
          width="narrow"
          help="After an OS update the layer is not merged any more."
        >
          <TextInput
            mono
            placeholder="4593.2.5"
            value={value.osVersion}
            onChange={(osVersion) => onChange({ ...value, osVersion })}
          />
        </PathField>
      ) : null}
    </>
  );
}
