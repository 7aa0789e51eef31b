/** A file of an image: its path without a leading slash, and its bytes. */
export interface ImageFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}
