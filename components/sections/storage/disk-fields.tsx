"use client";

import { useId } from "react";
import { FieldRow } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { ListEditor } from "@/components/ui/list-editor";
import { newPartition } from "@/lib/preset/sections/storage/new-items";
import { partitionTypes } from "@/lib/preset/sections/storage/partition-types";
import type { Disk, Partition } from "@/lib/preset/sections/storage/value";
import { setAt } from "@/lib/set-at";
import {
  ItemNumber,
  ItemSwitch,
  ItemText,
  type ItemProps,
} from "../item-fields";
import { FoldCard } from "../fold-card";
import { PathField } from "../path-field";

/** A disk: its name, whether it is erased, its partitions. */
export function DiskFields({ at, item, onChange }: ItemProps<Disk>) {
  const props = { at, item, onChange };
  const name = item.device || "this disk";
  return (
    <>
      <ItemText
        {...props}
        field="device"
        label="Disk"
        width="wide"
        placeholder="/dev/disk/by-id/…"
        help="Names below /dev/disk/by-id stay the same over reboots; /dev/sdb is right on the first boot only."
      />
      <ItemSwitch
        {...props}
        field="wipeTable"
        label="Erase the partition table first"
        help="Everything on the disk is lost. Off, partitions that are there stay."
      />
      <ListEditor
        items={item.partitions}
        onChange={(partitions) => onChange({ ...item, partitions })}
        make={() => newPartition(item.partitions)}
        addLabel={`Add partition to ${name}`}
        empty="No partitions: the table alone is erased, or the disk is left as it is."
        name={(partition) => `partition ${nameOf(partition)} of ${name}`}
        title={(partition) => `Partition ${nameOf(partition)}`}
        render={(partition, index) => (
          <PartitionFields
            at={[...at, "partitions", index]}
            item={partition}
            onChange={(next) =>
              onChange(setAt(item, ["partitions", index], next))
            }
          />
        )}
      />
    </>
  );
}

function nameOf({ number, label }: Partition): string {
  return [number || "?", label].filter(Boolean).join(" ");
}

function PartitionFields(props: ItemProps<Partition>) {
  const { at, item, onChange } = props;
  return (
    <FoldCard
      path={at}
      name={`Partition ${nameOf(item)}`}
      summary={summaryOf(item)}
      startOpen={item.label === "" && !item.absent}
    >
      <FieldRow>
        <ItemNumber {...props} field="number" label="Number" help="From 1." />
        <ItemText
          {...props}
          field="label"
          label="Label"
          placeholder="data"
          help="Found as /dev/disk/by-partlabel/label."
        />
      </FieldRow>
      <ItemSwitch
        {...props}
        field="absent"
        label="Delete this partition"
        help="It keeps nothing but its number here."
      />
      {item.absent ? null : (
        <>
          <FieldRow>
            <ItemNumber
              {...props}
              field="sizeMib"
              label="Size in MiB"
              help="0 takes all the room."
            />
            <ItemNumber
              {...props}
              field="startMib"
              label="Start in MiB"
              help="0 is the largest gap."
            />
          </FieldRow>
          <TypeField at={at} item={item} onChange={onChange} />
          <ItemText
            {...props}
            field="guid"
            label="GUID of the partition"
            width="wide"
            placeholder="made at random"
          />
          <ItemSwitch
            {...props}
            field="resize"
            label="Resize it where the size alone differs"
          />
        </>
      )}
      <ItemSwitch
        {...props}
        field="wipeEntry"
        label="Replace a partition that does not match"
        help="What it held is lost. Off, the first boot stops at it."
      />
    </FoldCard>
  );
}

const types = [
  [partitionTypes.linux, "Linux filesystem"],
  [partitionTypes.swap, "Swap"],
  [partitionTypes.raid, "Part of a RAID array"],
  [partitionTypes.rootRaid, "Part of the RAID array of the root"],
  [partitionTypes.growing, "Filesystem that grows with its disk"],
] as const;

/** A GUID, or one of the few that have a name here. */
function TypeField({ at, item, onChange }: ItemProps<Partition>) {
  const id = useId();
  const known = types.find(([guid]) => guid === item.typeGuid.toUpperCase());
  return (
    <PathField
      path={[...at, "typeGuid"]}
      label="Type GUID"
      help={known ? known[1] : "Empty is a Linux filesystem."}
    >
      <TextInput
        mono
        list={id}
        placeholder={partitionTypes.linux}
        value={item.typeGuid}
        onChange={(typeGuid) => onChange({ ...item, typeGuid })}
      />
      <datalist id={id}>
        {types.map(([guid, label]) => (
          <option key={guid} value={guid} label={label} />
        ))}
      </datalist>
    </PathField>
  );
}

function summaryOf({ absent, sizeMib, startMib, typeGuid }: Partition): string {
  if (absent) return "deleted";
  const known = types.find(([guid]) => guid === typeGuid.toUpperCase());
  return [
    sizeMib > 0 ? `${sizeMib} MiB` : "all the room",
    startMib > 0 ? `from ${startMib} MiB` : "",
    known && known[0] !== partitionTypes.linux ? known[1] : "",
  ]
    .filter(Boolean)
    .join(" · ");
}
