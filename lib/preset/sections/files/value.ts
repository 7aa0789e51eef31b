export type FilesValue = Readonly<Record<string, never>>;
