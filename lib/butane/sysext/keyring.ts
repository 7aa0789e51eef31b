import type { OpenDocument } from "../edit";
import type { ButaneDocument } from "../emit/document";
import type { Path } from "../path";
import { textAt } from "./plain-values";

/** Public keys of whoever signs lists of images, as `gpg --export` prints them. */
export interface Keyring {
  /** Where the file is fetched from; a data URL holds it. */
  readonly url: string;
  /** `sha256-<64 hex>`, empty when not known. */
  readonly hash: string;
}

/** The name up to systemd 257, and the one that newer releases look for first. */
const path = "/etc/systemd/import-pubring.gpg";
const newerPath = "/etc/systemd/import-pubring.pgp";

/** Writes the keys that `Verify=true` needs: Flatcar has none for images of others. */
export function emitKeyring(
  document: ButaneDocument,
  { url, hash }: Keyring,
  origin: Path,
): void {
  if (url === "") return;
  document.putFile(
    {
      path,
      mode: 0o644,
      contents: { source: url, ...(hash === "" ? {} : { hash }) },
    },
    {
      comment: "Keys that signed lists of images are checked with.",
      origin: [...origin, "url"],
    },
  );
  document.putLink({ path: newerPath, target: path }, { origin });
}

/** The keyring of a document; the one of before where the text says the same, or nothing is said and nothing was written. */
export function keyringIn(
  document: OpenDocument,
  prior: Keyring | undefined,
): Keyring | undefined {
  const [file] = document.named("storage.files", path);
  const url = textAt(file?.value, "contents", "source") ?? "";
  if (url === "") return prior?.url === "" ? prior : undefined;
  const hash = textAt(file?.value, "contents", "verification", "hash") ?? "";
  return { url, hash };
}
