/** A document before it is written down. */
export type Tree = null | boolean | number | string | Tree[] | Mapping | Alias;

export class Mapping {
  readonly fields = new Map<string, Tree>();
  anchor?: string;
  /** Anchors whose fields it takes over with `<<`. */
  readonly merges: string[] = [];
}

export class Alias {
  constructor(readonly name: string) {}
}
