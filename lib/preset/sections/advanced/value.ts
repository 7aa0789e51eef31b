export type AdvancedValue = Readonly<Record<string, never>>;
