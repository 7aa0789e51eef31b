import type {
  Activation,
  Architecture,
  ImageChoices,
  Keyring,
  ParamValue,
  UpdatePolicy,
  Written,
} from "@/lib/butane";
import type { AdvancedValue } from "./sections/advanced/value";
import type { ContainersValue } from "./sections/containers/value";
import type { FilesValue } from "./sections/files/value";
import type { FromMetadata } from "./sections/identity/value";
import type { IgnitionValue } from "./sections/ignition/value";
import type { KernelValue } from "./sections/kernel/value";
import type { LayersValue } from "./sections/layers/value";
import type { NetworkValue } from "./sections/network/value";
import type { StorageValue } from "./sections/storage/value";
import type { UnitsValue } from "./sections/units/value";
import type { RareOsUpdates } from "./sections/os-updates/value";
import type { NodeGroup, UserAccount } from "./sections/users/value";

/** Flatcar's release channels; an exact OS version stands beside one, in `release`. */
export type Channel = "stable" | "beta" | "alpha" | "lts-2024" | "lts-2023";

/** Butane variants a document can be written in; everything the forms write is for `flatcar`. */
export type Variant = "flatcar" | "fcos" | "r4e" | "fiot" | "openshift";

/** What the document is written for, and how the node gets it. */
export interface TargetValue {
  /** Butane variant of the document; another one than `flatcar` comes from a document that was opened. */
  readonly variant: Variant;
  /** Spec version of that variant: `1.1.0`. */
  readonly spec: string;
  readonly channel: Channel;
  /** Exact OS release such as `4593.2.5`; empty means the channel's current one. */
  readonly release: string;
  readonly architecture: Architecture;
  /** Id of a platform of `lib/delivery/platforms`. */
  readonly platform: string;
  /**
   * How the config reaches the platform: packed with gzip into a config of one line, or as a file at an address that a small config
   * points to. Absent: as it is.
   */
  readonly handOver?: "wrapped" | "pointer";
  /** Address that the small config points to. */
  readonly handOverFrom?: string;
  /** Address of a mirror that the node fetches everything from; absent where it may go anywhere. */
  readonly mirror?: string;
}

/** An image that is not in the catalogue. */
export interface OwnImage {
  readonly url: string;
  /** Directory with `SHA256SUMS` that sysupdate looks into; empty means no updates. */
  readonly updatesFrom: string;
}

/** An extension of the node. Version and hash are those that were chosen, whatever a catalogue says later. */
export interface ChosenExtension extends ImageChoices {
  /** Id in the catalogue, or the name of an own image (the `NAME` of `NAME.raw`). */
  readonly id: string;
  /** Exactly as released; empty for Flatcar's own extensions, which follow the OS. */
  readonly version: string;
  /** `sha256-<64 hex>` of the image for the chosen architecture, where known. */
  readonly hash: string;
  readonly updates: UpdatePolicy;
  readonly activation: Activation;
  /** Versions kept on disk (`InstancesMax`), 2 or more. */
  readonly keep: number;
  /** Values of the extension's parameters that differ from their defaults. */
  readonly params: Readonly<Record<string, ParamValue>>;
  /** Present for an own image only. */
  readonly own?: OwnImage;
  /** Present when the document writes it in another way than ours; never stored, because the document says it. */
  readonly written?: Written;
}

/** The extensions of the node, and where they come from. */
export interface ExtensionsValue {
  /** In the order they were added. */
  readonly chosen: readonly ChosenExtension[];
  /** Flatcar's built-in extensions that are switched off. */
  readonly builtinOff: readonly ("docker" | "containerd")[];
  /** Address images and updates come from; empty means Flatcar's own bakery, whatever a catalogue says. */
  readonly bakery: string;
  /** Keys for images whose lists are signed; present only where somebody wants that checked. */
  readonly keyring?: Keyring;
}

/** When the node looks for updates of its extensions; how far each one goes is its own `updates`. */
export interface UpdatesValue {
  /** `timer`: systemd's own schedule. `calendar`: the schedule below. `manual`: everything in place, timer off. */
  readonly schedule: "timer" | "calendar" | "manual";
  /** systemd calendar expression: `*-*-* 03:00:00`. */
  readonly calendar: string;
  /** systemd time span: `30min`. */
  readonly randomDelay: string;
  /** Who reboots the node when an update waits for a reboot. */
  readonly coordinator: "none" | "locksmith" | "kured" | "fluo";
}

/** What the node is called and what time it has; without a name it keeps the one that it is given when it boots. */
export interface IdentityValue extends FromMetadata {
  readonly hostname: string;
  /** Name in the time zone database: `Europe/Berlin`; empty leaves UTC. */
  readonly timezone: string;
}

/** A user; of `core`, which the image has, what is added to it. */
export interface NodeUser extends UserAccount {
  readonly name: string;
  readonly keys: readonly string[];
  /** crypt(3) hash; a secret. */
  readonly passwordHash: string;
  readonly groups: readonly string[];
}

/** The users that the config sets up, in the order they are written. */
export interface UsersValue {
  readonly users: readonly NodeUser[];
  /** Groups beside those that users are in; absent where there are none. */
  readonly groups?: readonly NodeGroup[];
}

/**
 * How Flatcar itself is updated and rebooted: lines of /etc/flatcar/update.conf. What is empty or absent is not
 * written.
 */
export interface OsUpdatesValue extends RareOsUpdates {
  /** Channel written to update.conf; empty keeps the image's. */
  readonly group: string;
  /** Update server; empty keeps the default, `disabled` stops updates. */
  readonly server: string;
  /** Empty keeps the default (`reboot`). */
  readonly strategy: "" | "reboot" | "etcd-lock" | "off";
  /** `Thu 04:00` or `04:00`; both or neither of start and length. */
  readonly windowStart: string;
  /** Go duration: `1h30m`. */
  readonly windowLength: string;
}

/** Butane text that no section knows. */
export interface RestValue {
  /** Merged into the document as typed; or the whole document, see `whole`. */
  readonly text: string;
  /** Whether `text` is the whole document as somebody wrote it: then it decides every byte, and the sections are what was read from it. */
  readonly whole: boolean;
}

/**
 * A node as somebody chose it, with every default filled in. What is stored and shared is its difference from
 * `emptyPreset()` (`toStored`), in the shape of `schemas/preset-1.json`.
 */
export interface Preset {
  readonly kindling: 1;
  readonly name: string;
  readonly target: TargetValue;
  readonly extensions: ExtensionsValue;
  readonly layers: LayersValue;
  readonly updates: UpdatesValue;
  readonly identity: IdentityValue;
  readonly users: UsersValue;
  readonly containers: ContainersValue;
  readonly network: NetworkValue;
  readonly storage: StorageValue;
  readonly files: FilesValue;
  readonly units: UnitsValue;
  readonly kernel: KernelValue;
  readonly osUpdates: OsUpdatesValue;
  readonly ignition: IgnitionValue;
  readonly advanced: AdvancedValue;
  readonly rest: RestValue;
}

/** The parts of a preset that have a form, in the order people see them. */
export type SectionId = Exclude<keyof Preset, "kindling" | "name">;
