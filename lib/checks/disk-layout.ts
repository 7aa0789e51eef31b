import type { Path } from "@/lib/butane";
import type { Composed } from "@/lib/preset/compose";
import { valueAt } from "@/lib/set-at";
import { entriesOf, textAt } from "./document";

/** An entry of the document below `storage`, with where it stands. */
export interface Placed {
  readonly at: Path;
}

/** A partition; what is not said is empty, and its type a GUID in capitals. */
export interface PlacedPartition extends Placed {
  readonly disk: string;
  readonly number: string;
  readonly label: string;
  readonly type: string;
}

/** A filesystem; `hasUnit` where Butane writes a mount unit for it. */
export interface PlacedFilesystem extends Placed {
  readonly device: string;
  readonly format: string;
  readonly label: string;
  readonly path: string;
  readonly isWiped: boolean;
  readonly hasUnit: boolean;
}

/** A RAID array; its level in any of the words that mdadm has for it. */
export interface PlacedArray extends Placed {
  readonly name: string;
  readonly level: string;
  readonly devices: readonly string[];
  readonly spares: number;
}

/** An encrypted volume; it opens as /dev/mapper/ and its name. */
export interface PlacedLuks extends Placed {
  readonly name: string;
  readonly device: string;
}

/** What a document says about disks, typed Butane included. */
export interface DiskLayout {
  readonly partitions: readonly PlacedPartition[];
  readonly filesystems: readonly PlacedFilesystem[];
  readonly arrays: readonly PlacedArray[];
  readonly luks: readonly PlacedLuks[];
}

const layouts = new WeakMap<Composed, DiskLayout>();

/** The disks of a document; several checks ask for them. */
export function diskLayoutOf(composed: Composed): DiskLayout {
  const known = layouts.get(composed);
  if (known) return known;
  const found: DiskLayout = {
    partitions: partitionsOf(composed),
    filesystems: entriesOf(composed, ["storage", "filesystems"]).map(
      ({ value, at }) => ({
        at,
        device: textAt(value, "device"),
        format: textAt(value, "format"),
        label: textAt(value, "label"),
        path: textAt(value, "path"),
        isWiped: textAt(value, "wipe_filesystem") === "true",
        hasUnit: textAt(value, "with_mount_unit") === "true",
      }),
    ),
    arrays: entriesOf(composed, ["storage", "raid"]).map(({ value, at }) => ({
      at,
      name: textAt(value, "name"),
      level: textAt(value, "level"),
      devices: texts(valueAt(value, ["devices"])),
      spares: Number(textAt(value, "spares")) || 0,
    })),
    luks: entriesOf(composed, ["storage", "luks"]).map(({ value, at }) => ({
      at,
      name: textAt(value, "name"),
      device: textAt(value, "device"),
    })),
  };
  layouts.set(composed, found);
  return found;
}

/** The partition that a device name means, where the document makes it. */
export function partitionOf(
  { partitions }: DiskLayout,
  device: string,
): PlacedPartition | undefined {
  return partitions.find(({ disk, number, label }) => {
    if (label !== "" && device === `/dev/disk/by-partlabel/${label}`)
      return true;
    // Names that end in a digit, and those below /dev/disk, have something between disk and number.
    return ["", "p", "-part"].some(
      (between) => device === `${disk}${between}${number}`,
    );
  });
}

/** The name behind a device that a RAID array or an opened LUKS device has. */
export function nameOfDevice(
  device: string,
  kind: "md" | "mapper",
): string | undefined {
  const pattern =
    kind === "md"
      ? /^\/dev\/md\/(.+)$|^\/dev\/disk\/by-id\/md-name-(?:any:)?(.+)$/
      : /^\/dev\/mapper\/(.+)$|^\/dev\/disk\/by-id\/dm-name-(.+)$/;
  const found = pattern.exec(device);
  return found?.[1] ?? found?.[2];
}

function partitionsOf(composed: Composed): PlacedPartition[] {
  return entriesOf(composed, ["storage", "disks"]).flatMap(({ value, at }) => {
    const partitions = valueAt(value, ["partitions"]);
    if (!Array.isArray(partitions)) return [];
    return partitions.map((partition: unknown, index) => ({
      at: [...at, "partitions", index],
      disk: textAt(value, "device"),
      number: textAt(partition, "number"),
      label: textAt(partition, "label"),
      type: textAt(partition, "type_guid").toUpperCase(),
    }));
  });
}

function texts(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((one): one is string => typeof one === "string")
    : [];
}
