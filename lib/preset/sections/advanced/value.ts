/** How writes to a merged tree are taken; empty keeps systemd's own, which is `no`. */
export type MutableMode =
  | ""
  | "no"
  | "auto"
  | "yes"
  | "import"
  | "ephemeral"
  | "ephemeral-import";

/** How images of a kind are merged. */
export interface MergeOptions {
  readonly mutable: MutableMode;
  /** Empty keeps systemd's own; `own` is what `ownPolicy` says. */
  readonly policy: "" | "verity" | "signed" | "own";
  /** As in systemd.image-policy(7): `root=signed+absent:usr=signed+absent`. */
  readonly ownPolicy: string;
}

/** Where writes to a merged tree go: a directory of their own, or the tree below. Empty leaves it as it is. */
export type WriteRoute = "" | "directory" | "original";

export interface VerityCertificate {
  /** `NAME` of `/etc/verity.d/NAME.crt`. */
  readonly name: string;
  /** PEM. */
  readonly text: string;
}

export interface AdvancedValue {
  /** Images over `/usr` and `/opt`. */
  readonly sysext: MergeOptions;
  /** Images over `/etc`. */
  readonly confext: MergeOptions;
  readonly writes: {
    /** Never the tree below: it is read-only on Flatcar. */
    readonly usr: Exclude<WriteRoute, "original">;
    readonly opt: WriteRoute;
    readonly etc: WriteRoute;
  };
  /** Who may sign images. */
  readonly certificates: readonly VerityCertificate[];
  /** Whether copies in `/etc` that equal the image's defaults stay when the node boots. */
  readonly keepEtcCopies: boolean;
}
