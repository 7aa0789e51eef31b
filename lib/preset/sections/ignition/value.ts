export type IgnitionValue = Readonly<Record<string, never>>;
