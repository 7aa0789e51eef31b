/** One file of a layer. */
export interface LayerFile {
  /** Below the layer's root, without a slash at its head: `usr/bin/hello`. */
  readonly path: string;
  /** Mode 0755 instead of 0644. */
  readonly executable: boolean;
  readonly from: "text" | "url";
  readonly text: string;
  readonly url: string;
  /** `sha256-<64 hex>` or `sha512-<128 hex>` of what the address gives; empty checks nothing. */
  readonly hash: string;
}

/**
 * Which OS a layer says it fits. `level`: any Flatcar with its extension level (`SYSEXT_LEVEL=1.0`), for sysext only. `any`: every OS.
 * `version`: one OS release.
 */
export type LayerMatch = "level" | "any" | "version";

/** A directory that Ignition writes below `/etc/extensions` and systemd-sysext merges like an image. */
export interface DirectoryLayer {
  readonly name: string;
  readonly match: LayerMatch;
  /** `VERSION_ID` of the OS, with `match: "version"`. */
  readonly osVersion: string;
  /** Whether the service manager reads its units again when the layer is merged. */
  readonly reload: boolean;
  readonly files: readonly LayerFile[];
}

/** A layer over `/etc`: an image, or files. */
export interface ConfextLayer {
  readonly name: string;
  readonly from: "image" | "files";
  readonly url: string;
  readonly hash: string;
  readonly match: "any" | "version";
  readonly osVersion: string;
  readonly files: readonly LayerFile[];
}

/** What is applied again once the images are merged, because it was read before they were there. */
export interface LateSettings {
  /** `sysusers.d` */
  readonly users: boolean;
  /** `tmpfiles.d` */
  readonly folders: boolean;
  /** udev rules */
  readonly udev: boolean;
  /** `sysctl.d` */
  readonly sysctl: boolean;
  /** D-Bus policies */
  readonly dbus: boolean;
  /** Kernel modules to load. */
  readonly modules: readonly string[];
  /** Also whenever the images are merged anew. */
  readonly again: boolean;
}

/** A unit inside an image or a layer of one's own, started by a link. */
export interface StartedUnit {
  readonly unit: string;
  /** Where the unit stands once merged; empty is `/usr/lib/systemd/system/UNIT`. */
  readonly path: string;
  /** What starts it; empty is the target that fits its type. */
  readonly target: string;
}

export interface LayersValue {
  readonly directories: readonly DirectoryLayer[];
  readonly confexts: readonly ConfextLayer[];
  /** Flatcar's own extensions that are on by default and switched off here (`-NAME`). */
  readonly officialOff: readonly string[];
  /** Ids of vendor extensions that are switched off: `azure` for `oem-azure`. */
  readonly oemOff: readonly string[];
  readonly late: LateSettings;
  readonly starts: readonly StartedUnit[];
}
