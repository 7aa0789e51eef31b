/** A way in which something differs from `schemas/preset-1.json`. */
interface ShapeError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
  readonly params?: { readonly additionalProperty?: string };
}

/** Whether something has the shape of `schemas/preset-1.json`; `errors` says where it has not. Generated. */
export const validatePreset: {
  (given: unknown): boolean;
  errors?: readonly ShapeError[] | null;
};
