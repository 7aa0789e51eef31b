/** Until a form is there. */
export function Opening() {
  return <p role="status">Opening…</p>;
}
