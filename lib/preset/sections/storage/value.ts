export type StorageValue = Readonly<Record<string, never>>;
