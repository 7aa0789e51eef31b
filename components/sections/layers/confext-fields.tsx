"use client";

import { FieldRow } from "@/components/ui/field";
import { Segments } from "@/components/ui/segments";
import type { Path } from "@/lib/butane";
import type { ConfextLayer } from "@/lib/preset/sections/layers/value";
import { PathField, PathMessages } from "../path-field";
import styles from "../section.module.css";
import { MatchFields, NameField } from "./directory-fields";
import { AddressFields, LayerFiles } from "./layer-files";

interface ConfextFieldsProps {
  at: Path;
  layer: ConfextLayer;
  name: string;
  onChange: (layer: ConfextLayer) => void;
}

/** A layer over /etc: an image, or files. */
export function ConfextFields(props: ConfextFieldsProps) {
  const { at, layer, name, onChange } = props;
  return (
    <div className={styles.fields} role="group" aria-label={name}>
      <PathMessages path={at} />
      <FieldRow>
        <NameField at={at} value={layer} onChange={onChange} />
        <PathField path={[...at, "from"]} label="Is" group width="auto">
          <Segments
            value={layer.from}
            onChange={(from) => onChange({ ...layer, from })}
            options={[
              { value: "image", label: "An image" },
              { value: "files", label: "Files" },
            ]}
          />
        </PathField>
      </FieldRow>
      {layer.from === "image" ? (
        <AddressFields at={at} value={layer} onChange={onChange} />
      ) : (
        <>
          <FieldRow>
            <MatchFields
              at={at}
              value={layer}
              matches={["any", "version"]}
              onChange={onChange}
            />
          </FieldRow>
          <LayerFiles
            at={[...at, "files"]}
            files={layer.files}
            of={name}
            placeholder="etc/site/motd"
            onChange={(files) => onChange({ ...layer, files })}
          />
        </>
      )}
    </div>
  );
}
