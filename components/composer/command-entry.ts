/** Something that the command palette offers. */
export interface CommandEntry {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
  readonly keys?: string;
  /** Further words it is found by. */
  readonly words?: readonly string[];
}
