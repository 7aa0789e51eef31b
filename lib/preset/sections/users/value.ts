/** What an account has beside its name, keys and groups; each is absent where it is left to the system. */
export interface UserAccount {
  /** Digits. */
  readonly uid?: string;
  /** Full name or remark. */
  readonly gecos?: string;
  readonly primaryGroup?: string;
  readonly homeDir?: string;
  readonly shell?: string;
  readonly system?: boolean;
  readonly noCreateHome?: boolean;
  readonly noUserGroup?: boolean;
  readonly noLogInit?: boolean;
  /** May use sudo for everything without a password. */
  readonly sudo?: boolean;
}

/** A group that is made, or gets a number. */
export interface NodeGroup {
  readonly name: string;
  /** Digits. */
  readonly gid?: string;
  readonly system?: boolean;
}
