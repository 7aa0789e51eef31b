"use client";

import { FieldRow } from "@/components/ui/field";
import { ListEditor } from "@/components/ui/list-editor";
import { newVolume } from "@/lib/preset/sections/storage/new-items";
import type { Volume, VolumeGroup } from "@/lib/preset/sections/storage/value";
import { setAt } from "@/lib/set-at";
import {
  ItemChoice,
  ItemText,
  ItemWords,
  type ItemProps,
} from "../item-fields";
import { PathMessages } from "../path-field";
import styles from "../section.module.css";

const formats = [
  { value: "", label: "None" },
  { value: "ext4", label: "ext4" },
  { value: "xfs", label: "XFS" },
  { value: "btrfs", label: "btrfs" },
] as const;

/** A volume group, made on the first boot once Ignition is done. */
export function VolumeGroupFields(props: ItemProps<VolumeGroup>) {
  const { at, item, onChange } = props;
  const name = item.name || "this group";
  return (
    <>
      <ItemText {...props} field="name" label="Name" placeholder="vg" />
      <ItemWords
        {...props}
        field="devices"
        label="Devices"
        placeholder="/dev/disk/by-id/…"
        help="Taken whole, apart by blanks. One that already holds something stops the unit that makes the group."
      />
      <ListEditor
        items={item.volumes}
        onChange={(volumes) => onChange({ ...item, volumes })}
        make={() => newVolume}
        addLabel={`Add volume to ${name}`}
        name={(volume, index) => volume.name || `volume ${index + 1}`}
        title={(volume, index) => volume.name || `Volume ${index + 1}`}
        render={(volume, index) => (
          <VolumeFields
            at={[...at, "volumes", index]}
            item={volume}
            onChange={(next) => onChange(setAt(item, ["volumes", index], next))}
          />
        )}
      />
    </>
  );
}

function VolumeFields(props: ItemProps<Volume>) {
  return (
    <div
      className={styles.fields}
      role="group"
      aria-label={props.item.name || "Volume"}
    >
      <PathMessages path={props.at} />
      <FieldRow>
        <ItemText {...props} field="name" label="Name" placeholder="data" />
        <ItemText
          {...props}
          field="size"
          label="Size"
          width="narrow"
          placeholder="100%FREE"
          help="10G, or 50%FREE."
        />
      </FieldRow>
      <FieldRow>
        <ItemChoice
          {...props}
          field="format"
          label="Filesystem"
          options={formats}
        />
        <ItemText
          {...props}
          field="path"
          label="Mounted at"
          placeholder="/var/lib/data"
        />
      </FieldRow>
    </div>
  );
}
