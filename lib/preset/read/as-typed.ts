import {
  createDocument,
  draftEntries,
  missingFrom,
  type ButaneDocument,
  type Draft,
  type OpenDocument,
  type Path,
} from "@/lib/butane";

/** How a section's value is written, and what of it is left when something of that is not in a document. */
interface Manner<Value> {
  readonly write: (value: Value, document: ButaneDocument) => void;
  readonly without: (value: Value, fields: readonly Path[]) => Value;
  /** The value that writes nothing. */
  readonly silent: Value;
}

/**
 * Of what was typed and what was read, the typed one where both write the same: a row that is not filled in yet, or a blank at an
 * end, stays in the form although no text shows it. What was read is first brought down to what the document really has, so that
 * reading again comes to the same.
 */
export function asTyped<Value>(
  document: OpenDocument,
  typed: Value,
  read: Value,
  manner: Manner<Value>,
): Value {
  const held = heldBy(document, read, manner);
  const told = (value: Value) =>
    JSON.stringify(draftEntries(draftOf(value, manner)));
  return told(typed) === told(held) ? typed : held;
}

function heldBy<Value>(
  document: OpenDocument,
  read: Value,
  manner: Manner<Value>,
): Value {
  let held = read;
  for (;;) {
    const fields = missingFrom(document, draftOf(held, manner)).map(
      ({ origin = [] }) => origin,
    );
    if (fields.length === 0) return held;
    const less = manner.without(held, fields);
    if (JSON.stringify(less) === JSON.stringify(held)) return manner.silent;
    held = less;
  }
}

function draftOf<Value>(value: Value, { write }: Manner<Value>): Draft {
  const document = createDocument({ variant: "", version: "" });
  write(value, document);
  return document;
}
