export type ContainersValue = Readonly<Record<string, never>>;
