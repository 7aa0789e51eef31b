/** A folder of settings files that the OS reads, each for one subject. */
export type ConfKind =
  | "sysctl"
  | "modules"
  | "modprobe"
  | "udev"
  | "tmpfiles"
  | "journald"
  | "audit"
  | "motd";

/** A settings file: the folder is its kind, the text is written as it stands. */
export interface ConfFile {
  readonly kind: ConfKind;
  /** Name without its ending; a file without one is not written. */
  readonly name: string;
  readonly text: string;
}

/** How the CPU chooses its frequency; empty keeps the kernel's own choice. */
export type Governor =
  | ""
  | "performance"
  | "powersave"
  | "ondemand"
  | "conservative";

export interface KernelValue {
  /** Kernel arguments that are added where they are missing, one each. */
  readonly arguments: readonly string[];
  /** Kernel arguments that are taken away. */
  readonly removed: readonly string[];
  readonly confs: readonly ConfFile[];
  /** The kernel and OpenSSL in FIPS mode. */
  readonly fips: boolean;
  readonly selinuxEnforcing: boolean;
  /** The control groups of before, for what cannot do without them. */
  readonly cgroupV1: boolean;
  readonly governor: Governor;
}
