/**
 * How much is read before an entry says that it is too much.
 *
 * Butane has no such limits and works for minutes, or until memory ends; here every text is answered within a second. They
 * are far above what a node can use: 30,000 lines of files and units have about 45,000 values and a megabyte, and most
 * platforms hand over 64 KB. A single large file stays cheap as `local`, where it is no text that has to be understood.
 */
export const limits = {
  /** Code units of a text. */
  characters: 8 * 1024 * 1024,
  /** Keys, items and texts, as they stand. */
  values: 200_000,
  /** The same with everything in it that aliases repeat. */
  repeatedValues: 400_000,
  /** Code units of all texts that are read through aliases. */
  repeatedCharacters: 8 * 1024 * 1024,
  /** Bytes of all files that one document takes in. */
  localBytes: 16 * 1024 * 1024,
} as const;
