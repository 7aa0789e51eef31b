import {
  isImageName,
  textAt,
  type ButaneDocument,
  type OpenDocument,
} from "@/lib/butane";
import type { VerityCertificate } from "./value";

/** Writes the certificates that signed images are checked with. */
export function composeCertificates(
  certificates: readonly VerityCertificate[],
  document: ButaneDocument,
): void {
  certificates.forEach(({ name, text }, index) => {
    if (!isImageName(name) || text === "") return;
    document.putFile(
      {
        path: `/etc/verity.d/${name}.crt`,
        mode: 0o644,
        contents: { inline: text },
      },
      { origin: ["advanced", "certificates", index, "text"] },
    );
  });
}

/** Certificates that stand in a document with their text; one that is fetched is a file like any other. */
export function readCertificates(document: OpenDocument): VerityCertificate[] {
  return document.entriesOf("storage.files").flatMap(({ key, value }) => {
    const name = /^\/etc\/verity\.d\/([^/]+)\.crt$/.exec(key)?.[1] ?? "";
    const text = textAt(value, "contents", "inline") ?? "";
    return isImageName(name) && text !== "" ? [{ name, text }] : [];
  });
}
