import styles from "./section.module.css";

/** What an operator should know, a line each. */
export function Notes({
  label,
  notes,
}: {
  label: string;
  notes: readonly string[];
}) {
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes} aria-label={label}>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
