import type { Path } from "@/lib/butane";
import { releasesOf } from "@/lib/preset/choose";
import { downloadsOf } from "@/lib/delivery/downloads";
import type { Check, CheckInput, Finding } from "./check";
import { chosenOf, fromBakery } from "./extensions";

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

/** A hash of another version or architecture fits no file that is fetched. */
export const hashFits: Check = ({ preset, catalogue }) =>
  chosenOf(preset).flatMap((one): Finding[] => {
    const { chosen, title, at } = one;
    if (chosen.hash === "" || !fromBakery(one)) return [];
    const { architecture } = preset.target;
    const release = releasesOf(catalogue, chosen.id).find(
      ({ version }) => version === chosen.version,
    );
    const published = release?.hashes?.[architecture];
    // sha512 is never published, so there is nothing to compare it with.
    if (
      !published ||
      published === chosen.hash ||
      chosen.hash.startsWith("sha512-")
    )
      return [];
    return [
      {
        kind: "error",
        code: "hash-of-another",
        sentence: `The hash of ${title} is not the one published for ${chosen.version} on ${architecture}: the download is refused and the first boot stops.`,
        field: at("hash"),
        fix: {
          label: "Use the published hash",
          edits: [{ path: at("hash"), value: published }],
        },
      },
    ];
  });

/** One entry for the whole node: thirty of them would be read by nobody. */
export const unchecked: Check = (input) => {
  const { preset, composed, transpiled } = input;
  const all = downloadsOf(transpiled, composed, preset);
  const open = all.filter(({ hash }) => !hash);
  if (open.length === 0) return [];
  const files = open.length === 1 ? "one file" : `${open.length} files`;
  const isImage = open.some(({ extension }) => extension);
  const harm = isImage
    ? "a damaged image, or an error page in its place, keeps all images from being merged"
    : "what is damaged on its way, or exchanged, is written all the same";
  return [
    {
      kind: "info",
      code: "download-unchecked",
      sentence: `The node fetches ${files} without a hash to check ${open.length === 1 ? "it" : "them"} by: ${harm}.`,
      ...(isImage
        ? {
            why: "The bakery publishes hashes in the SHA256SUMS file beside each image.",
            field: ["extensions"],
            ...publishedFix(input),
          }
        : {}),
    },
  ];
};

/** Files that come over http with nothing to know them by; images, configs and certificates have their own rules. */
export const plainDownloads: Check = ({ preset, composed, transpiled }) =>
  downloadsOf(transpiled, composed, preset).flatMap(
    ({ url, hash, field }): Finding[] =>
      hash || !/^http:/i.test(url) || !isFile(field)
        ? []
        : [
            {
              kind: "warning",
              code: "download-plain-http",
              sentence: `Nothing protects what comes over http: whoever sits on the way can put another file in the place of ${nameIn(url)}.`,
              why: "Use https, or give the file's hash.",
              field,
            },
          ],
  );

function isFile(field: Path | undefined): field is Path {
  return field?.[0] === "files" || field?.[0] === "rest";
}

/** The last part of an address; what is before it may hold a login. */
function nameIn(url: string): string {
  return /([^/?#]*)\/*(?:[?#].*)?$/.exec(url)?.[1] || "the file";
}

/** Takes the published hash of every image whose exact version the catalogue has one for. */
function publishedFix({
  preset,
  catalogue,
}: Pick<CheckInput, "preset" | "catalogue">): Pick<Finding, "fix"> {
  const { architecture } = preset.target;
  const edits = chosenOf(preset).flatMap((one) => {
    const { chosen, at } = one;
    if (chosen.hash !== "" || !fromBakery(one)) return [];
    const published = releasesOf(catalogue, chosen.id).find(
      ({ version }) => version === chosen.version,
    )?.hashes?.[architecture];
    return published ? [{ path: at("hash"), value: published }] : [];
  });
  return edits.length > 0
    ? { fix: { label: "Take the published hashes", edits } }
    : {};
}
