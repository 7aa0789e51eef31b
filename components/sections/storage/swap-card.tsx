"use client";

import { FieldRow } from "@/components/ui/field";
import type { Swap } from "@/lib/preset/sections/storage/value";
import {
  ItemNumber,
  ItemSwitch,
  ItemText,
  type ItemProps,
} from "../item-fields";
import { Card } from "../section-page";

/** Swap that is no partition: a file, compressed memory, and how eagerly either is used. */
export function SwapCard(props: ItemProps<Swap>) {
  const { item } = props;
  return (
    <Card title="Swap">
      <FieldRow>
        <ItemNumber
          {...props}
          field="fileMib"
          label="Swap file in MiB"
          help="0 makes none."
        />
        {item.fileMib > 0 ? (
          <ItemText
            {...props}
            field="filePath"
            label="Path of the swap file"
            help="On ext4, or btrfs on one disk; not on XFS."
          />
        ) : null}
      </FieldRow>
      <ItemSwitch
        {...props}
        field="zram"
        label="Swap to compressed memory"
        help="zram: slower than memory, faster than a disk."
      />
      {item.zram ? (
        <ItemText
          {...props}
          field="zramSize"
          label="Size of compressed swap"
          placeholder="min(ram, 8192)"
          help="MiB, or an expression with ram. Empty leaves it to zram-generator."
        />
      ) : null}
      <ItemText
        {...props}
        field="swappiness"
        label="Swappiness"
        width="narrow"
        placeholder="60"
        help="0 to 200; lower keeps more in memory."
      />
    </Card>
  );
}
