export type KernelValue = Readonly<Record<string, never>>;
