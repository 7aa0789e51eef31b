/** Outcome of something that may fail for a reason we expect: broken link, damaged file, wrong shape. */
export type Result<Value, Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Problem };

/** Says that it went well, and with what. */
export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

/** Says why it did not: a word or data for the one who asked. Nothing is thrown. */
export function fail<Problem>(error: Problem): { ok: false; error: Problem } {
  return { ok: false, error };
}
