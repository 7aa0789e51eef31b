/** A value of YAML the way Butane sees it: aliases and merge keys resolved, numbers as written in their base. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

/** The parts of a document that are known entry by entry: lists, and structs of which there is one. */
export type ListName =
  | "ignition.config.replace"
  | "ignition.config.merge"
  | "ignition.timeouts"
  | "ignition.security.tls.certificate_authorities"
  | "ignition.proxy"
  | "passwd.users"
  | "passwd.groups"
  | "storage.disks"
  | "storage.raid"
  | "storage.luks"
  | "storage.filesystems"
  | "storage.directories"
  | "storage.files"
  | "storage.links"
  | "systemd.units"
  | "kernel_arguments.should_exist"
  | "kernel_arguments.should_not_exist";
