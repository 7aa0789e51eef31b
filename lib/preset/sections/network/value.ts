export type NetworkValue = Readonly<Record<string, never>>;
