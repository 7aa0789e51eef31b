import { expect, test } from "vitest";
import { createDocument, type ButaneDocument } from "../../emit";
import { patch } from "../patch";

const header = { variant: "flatcar", version: "1.1.0" };

/** What a draft says. */
type Puts = (document: ButaneDocument) => void;

export function draftOf(puts: Puts, version = "1.1.0") {
  const document = createDocument({ ...header, version });
  puts(document);
  return document;
}

export const none: Puts = () => undefined;

export const hostname =
  (name: string, mode = 0o644): Puts =>
  (document) =>
    document.putFile({
      path: "/etc/hostname",
      mode,
      contents: { inline: name },
    });
export const image =
  (version: string): Puts =>
  (document) =>
    document.putFile(
      {
        path: `/opt/extensions/k3s/k3s-${version}-x86-64.raw`,
        contents: { source: `https://example.org/k3s-${version}-x86-64.raw` },
      },
      { origin: ["extensions", 0], comment: "The image." },
    );
export const unit =
  (parts: object): Puts =>
  (document) =>
    document.putUnit({ name: "a.service", ...parts });
export const keys =
  (...sshAuthorizedKeys: string[]): Puts =>
  (document) =>
    document.putUser({ name: "core", sshAuthorizedKeys });
export const all =
  (...puts: Puts[]): Puts =>
  (document) =>
    puts.forEach((put) => put(document));

/** What becomes of a text when one draft takes the place of another. */
interface PatchRow {
  readonly why: string;
  readonly before: Puts;
  readonly after: Puts;
  readonly text: string;
  readonly expected: string;
}

/** The tests of a table, each with both kinds of line ends. */
export function testPatches(rows: readonly PatchRow[]): void {
  test.each(rows)("$why", ({ text, before, after, expected }) => {
    const made = patch(text, draftOf(before), draftOf(after));
    expect(made.text).toBe(expected);
    expect(made.changed).toBe(true);
  });

  test.each(rows)("with Windows line ends: $why", (row) => {
    const crlf = (text: string) => text.replace(/\n/g, "\r\n");
    const made = patch(crlf(row.text), draftOf(row.before), draftOf(row.after));
    expect(made.text).toBe(crlf(row.expected));
  });
}
