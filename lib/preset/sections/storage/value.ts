/** A partition of a disk. Sizes are MiB; 0 leaves a number to the disk: the largest free room, or all of it. */
export interface Partition {
  /** Place in the table, from 1. With 0 the next free one is taken, at which Ignition of many releases stops. */
  readonly number: number;
  readonly label: string;
  readonly sizeMib: number;
  readonly startMib: number;
  readonly typeGuid: string;
  readonly guid: string;
  readonly resize: boolean;
  /** Whether the partition is deleted instead of made. */
  readonly absent: boolean;
  readonly wipeEntry: boolean;
}

export interface Disk {
  readonly device: string;
  readonly wipeTable: boolean;
  readonly partitions: readonly Partition[];
}

export interface RaidArray {
  readonly name: string;
  readonly level: string;
  readonly devices: readonly string[];
  readonly spares: number;
  readonly options: readonly string[];
}

/** Where the key of an encrypted device comes from; with nothing said Ignition makes one in `/etc/luks`. */
export interface KeyFile {
  /** The key itself; a secret. */
  readonly inline: string;
  readonly source: string;
  readonly compression: string;
  readonly hash: string;
  readonly headers: readonly {
    readonly name: string;
    readonly value: string;
  }[];
}

export interface EncryptedDevice {
  readonly name: string;
  readonly device: string;
  readonly label: string;
  readonly uuid: string;
  readonly wipe: boolean;
  readonly key: KeyFile;
  readonly options: readonly string[];
  /** Spec 1.1.0 and later. */
  readonly discard: boolean;
  /** Spec 1.1.0 and later. */
  readonly openOptions: readonly string[];
  /** Who unlocks it instead of the key file: the TPM as it is, or only after a measured boot. */
  readonly tpm2: "" | "any" | "measured";
  /** The registers that a measured boot is told by: `4+7+8`. */
  readonly pcrs: string;
}

export interface Filesystem {
  readonly device: string;
  readonly format: string;
  readonly path: string;
  readonly label: string;
  readonly uuid: string;
  readonly wipe: boolean;
  /** Whether a unit mounts it on every boot, or switches the swap on. */
  readonly mountUnit: boolean;
  readonly options: readonly string[];
  readonly mountOptions: readonly string[];
}

/** Something that is there already and gets mounted: an NFS export, a filesystem of an iSCSI disk. */
export interface Mount {
  /** `server:/export`, or a device. */
  readonly what: string;
  readonly where: string;
  readonly type: string;
  /** As after `mount -o`. */
  readonly options: string;
}

export interface Volume {
  readonly name: string;
  /** `10G` or `50%FREE`; empty takes all that is left. */
  readonly size: string;
  /** Filesystem made on it; empty makes none. */
  readonly format: string;
  /** Where it is mounted; empty nowhere. */
  readonly path: string;
}

export interface VolumeGroup {
  readonly name: string;
  readonly devices: readonly string[];
  readonly volumes: readonly Volume[];
}

export interface Swap {
  /** Size of a swap file in MiB; 0 for none. */
  readonly fileMib: number;
  readonly filePath: string;
  /** Whether compressed memory serves as swap. */
  readonly zram: boolean;
  /** An expression of zram-generator: `min(ram, 8192)`. */
  readonly zramSize: string;
  /** 0 to 200; empty leaves the kernel's. */
  readonly swappiness: string;
}

export interface Iscsi {
  readonly enabled: boolean;
  /** `iqn.…`; empty leaves the name that Flatcar makes. */
  readonly initiator: string;
  readonly isnsAddress: string;
  /** 0 leaves the usual one. */
  readonly isnsPort: number;
  readonly username: string;
  /** A secret. */
  readonly password: string;
}

export interface StorageValue {
  readonly disks: readonly Disk[];
  readonly raid: readonly RaidArray[];
  readonly luks: readonly EncryptedDevice[];
  readonly filesystems: readonly Filesystem[];
  readonly lvm: readonly VolumeGroup[];
  readonly mounts: readonly Mount[];
  readonly swap: Swap;
  readonly iscsi: Iscsi;
}
