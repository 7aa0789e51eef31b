import type { Composed } from "@/lib/preset/compose";
import type { Check, Finding } from "./check";
import { entriesOf, textAt, type Found } from "./document";

const blocksAll =
  "One image that systemd-sysext cannot read keeps all of them from being merged, the built-in Docker included.";

const visible = /^\/(?:etc|run|var\/lib)\/extensions\/([^/]+)\.raw$/;

/** The version, which may be a fleet's variable, and the architecture that a bakery image's name ends in. */
const versioned =
  /^(.+?)-(v?(?:\d|\{\{[^{}]*\}\})(?:\{\{[^{}]*\}\}|[^-])*)(?:-(x86-64|arm64))?$/;

/**
 * Images as the document has them, whoever wrote it: what systemd-sysext sees has to be called what the image is called
 * inside, and be for this machine.
 */
export const imageFiles: Check = ({ preset, composed }) => [
  ...linkNames(composed),
  ...fileNames(composed),
  ...architectures(composed, preset.target.architecture),
  ...unversioned(composed),
];

function linkNames(composed: Composed): Finding[] {
  return entriesOf(composed, ["storage", "links"]).flatMap(({ value, at }) => {
    const name = visible.exec(textAt(value, "path"))?.[1];
    const target = textAt(value, "target");
    if (name === undefined || target === "/dev/null") return [];
    const file = /([^/]+)\.raw$/.exec(target)?.[1];
    if (file === undefined || name === file) return shown(name, at);
    const image = versioned.exec(file)?.[1];
    if (image === undefined || image === name) return [];
    return [
      {
        kind: "error",
        code: "image-link-name",
        sentence: `The link is called ${name}.raw and leads to an image of ${image}: the names differ, and no image at all is merged.`,
        why: blocksAll,
        path: [...at, "path"],
      },
    ];
  });
}

function fileNames(composed: Composed): Finding[] {
  return entriesOf(composed, ["storage", "files"]).flatMap(({ value, at }) => {
    const name = visible.exec(textAt(value, "path"))?.[1];
    return name === undefined ? [] : shown(name, at);
  });
}

/** A name with a version in it where systemd-sysext looks. */
function shown(name: string, at: Found["at"]): Finding[] {
  const [, image, version, architecture] = versioned.exec(name) ?? [];
  // tool-2 may be the name of a tool; a patch number or an architecture is part of no name.
  if (!version || (!architecture && !/\d\.\d/.test(version))) return [];
  return [
    {
      kind: "error",
      code: "image-link-name",
      sentence: `${name}.raw has the version in its name, and inside the image it is called ${image}: no image at all is merged.`,
      why: `${blocksAll} Put the file into /opt/extensions/${image} and a link /etc/extensions/${image}.raw to it.`,
      path: [...at, "path"],
    },
  ];
}

function architectures(composed: Composed, wanted: string): Finding[] {
  return entriesOf(composed, ["storage", "files"]).flatMap(
    ({ value, at }): Finding[] => {
      const path = textAt(value, "path");
      if (!/\/extensions\/.*\.raw$/.test(path)) return [];
      const source = textAt(value, "contents", "source");
      const file = /-(x86-64|arm64)\.raw(?:[?#]|$)/.exec(source)?.[1];
      if (file === undefined || file === wanted) return [];
      return [
        {
          kind: "error",
          code: "image-architecture",
          sentence: `This image is for ${file} and the node for ${wanted}: systemd-sysext passes over it.`,
          path: [...at, "contents", "source"],
        },
      ];
    },
  );
}

/** The bakery sends only names with a version and an architecture on to a file. */
function unversioned(composed: Composed): Finding[] {
  return entriesOf(composed, ["storage", "files"]).flatMap(
    ({ value, at }): Finding[] => {
      const source = textAt(value, "contents", "source");
      const name =
        /^https?:\/\/extensions\.flatcar\.org\/extensions\/(?:.*\/)?([^/]+)\.raw$/.exec(
          source,
        )?.[1];
      if (name === undefined || /-(?:x86-64|arm64)$/.test(name)) return [];
      return [
        {
          kind: "error",
          code: "image-address-without-version",
          sentence:
            "The bakery answers this address with 404, and the first boot stops: its images are named with version and architecture.",
          why: `Such as ${name.replace(/-.*$/, "")}-1.2.3-x86-64.raw.`,
          path: [...at, "contents", "source"],
        },
      ];
    },
  );
}
