import { downloadsOf } from "@/lib/delivery/downloads";
import type { Check } from "./check";
import { chosenOf } from "./extensions";

/** A hash that Ignition cannot read stops the first boot. */
export const hashFormat: Check = ({ preset }) =>
  chosenOf(preset).flatMap(({ chosen, at, title }) =>
    chosen.hash === "" ||
    /^(?:sha256-[0-9a-f]{64}|sha512-[0-9a-f]{128})$/.test(chosen.hash)
      ? []
      : [
          {
            kind: "error" as const,
            code: "hash-malformed",
            sentence: `The hash of ${title} is not sha256- and 64 hexadecimal digits, or sha512- and 128: the node does not boot with it.`,
            field: at("hash"),
          },
        ],
  );

/** One entry for the whole node: thirty of them would be read by nobody. */
export const unchecked: Check = ({ preset, composed, transpiled }) => {
  const all = downloadsOf(transpiled, composed, preset);
  const open = all.filter(({ hash }) => !hash);
  if (open.length === 0) return [];
  const files = open.length === 1 ? "one file" : `${open.length} files`;
  return [
    {
      kind: "info",
      code: "download-unchecked",
      sentence: `The node fetches ${files} without a hash to check ${open.length === 1 ? "it" : "them"} by: a damaged image, or an error page in its place, keeps all images from being merged.`,
      why: "The bakery publishes hashes in the SHA256SUMS file beside each image.",
      ...(open.some(({ extension }) => extension)
        ? { field: ["extensions"] }
        : {}),
    },
  ];
};
