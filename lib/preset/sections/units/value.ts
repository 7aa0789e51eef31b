export interface NodeDropin {
  /** `10-name.conf`; one without a name is not written. */
  readonly name: string;
  readonly contents: string;
}

export interface NodeUnit {
  /** `name.service`; a unit without a name is not written. */
  readonly name: string;
  /** Whether the first boot enables or disables it; empty leaves it as the image has it. */
  readonly enabled: "" | "yes" | "no";
  /** Made unstartable by a link to nothing. */
  readonly mask: boolean;
  /** The whole unit; empty for one that is on the node already. */
  readonly contents: string;
  readonly dropins: readonly NodeDropin[];
}

/** A unit of every user's own systemd. */
export interface UserUnit {
  readonly name: string;
  readonly contents: string;
  /** Whether it starts with each user's session. */
  readonly enabled: boolean;
}

export interface UnitsValue {
  readonly units: readonly NodeUnit[];
  readonly userUnits: readonly UserUnit[];
}
