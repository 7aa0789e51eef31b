import type { ShareError } from "./codec";

const refusals: Readonly<Record<ShareError, string>> = {
  "unknown-codec": "This is no share link of Kindling.",
  "newer-version": "This link was made by a newer Kindling than this one.",
  damaged: "This link is damaged: characters of it are missing or changed.",
  truncated: "This link is cut off: its end is missing.",
  "too-large": "This link is longer than any that Kindling opens.",
  "bad-preset": "This link is whole, but holds no preset.",
};

/** Why a link is not opened, as a sentence. */
export function refusalOf(error: ShareError): string {
  return refusals[error];
}
