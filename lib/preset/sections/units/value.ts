export type UnitsValue = Readonly<Record<string, never>>;
