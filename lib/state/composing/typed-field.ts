import type { Preset } from "@/lib/preset";

/**
 * The field that was changed last, the node before it was, and the node now. A field that is emptied and filled again
 * changes the lines that it had, so its text is always made from the one before.
 */
export function typedField() {
  let field: {
    readonly place: string;
    readonly before: Preset;
    readonly after: Preset;
  } | null = null;

  return {
    /** The form's text is written: what is typed next into the field goes on from there. */
    written(was: Preset, after: Preset): void {
      if (field?.after === was) field = { ...field, after };
    },

    /** A change of the form, and the node that its text is made from. `place` is null for a change that is not typing. */
    change(place: string | null, preset: Preset, changed: Preset) {
      const goesOn = place !== null && field?.place === place;
      const before = goesOn && preset === field?.after ? field.before : preset;
      // A text that a fix of the form has changed is where the change begins.
      const same = changed.rest === preset.rest;
      const after = same ? { ...changed, rest: before.rest } : changed;
      field = place === null ? null : { place, before, after };
      return { before, after };
    },
  };
}

export type TypedField = ReturnType<typeof typedField>;
