export type LayersValue = Readonly<Record<string, never>>;
