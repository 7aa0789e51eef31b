/** A value of YAML the way Butane sees it: aliases and merge keys resolved, numbers as written in their base. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

/** The lists of a document whose entries are known one by one. */
export type ListName =
  | "passwd.users"
  | "passwd.groups"
  | "storage.directories"
  | "storage.files"
  | "storage.links"
  | "systemd.units"
  | "kernel_arguments.should_exist";
