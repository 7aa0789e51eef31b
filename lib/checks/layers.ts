import {
  compareOsReleases,
  formatOsRelease,
  isImageName,
  parseOsRelease,
  type Kind,
  type Path,
} from "@/lib/butane";
import { pathInLayer } from "@/lib/preset/sections/layers/file-layers";
import type {
  ConfextLayer,
  DirectoryLayer,
  LayerFile,
} from "@/lib/preset/sections/layers/value";
import { releaseName, releaseOf } from "@/lib/preset/os-release";
import type { Preset } from "@/lib/preset/preset";
import type { Check, Finding } from "./check";
import { chosenOf } from "./extensions";

/** Layers that are written as files: what systemd would not merge, or not see. */
export const directoryLayers: Check = ({ preset }) => {
  const { directories } = preset.layers;
  const taken = [
    ...chosenOf(preset).map(({ chosen }) => chosen.id),
    "docker-flatcar",
    "containerd-flatcar",
  ];
  return directories.flatMap((layer, index) => {
    const at = ["layers", "directories", index];
    const before = directories.slice(0, index).map(({ name }) => name);
    return [
      ...nameFindings(layer, at),
      ...([...taken, ...before].includes(layer.name)
        ? [
            found(
              "warning",
              "layer-name-twice",
              `${layer.name} is the name of another extension of this node: systemd-sysext knows one of that name, and passes over the other.`,
              [...at, "name"],
            ),
          ]
        : []),
      ...releaseFindings(layer, at, preset),
      ...layer.files.flatMap((file, file_) =>
        sysextFile(file, [...at, "files", file_]),
      ),
    ];
  });
};

/** Layers over /etc, which Flatcar has nothing against and no support for. */
export const confexts: Check = ({ preset }) => {
  const { confexts: layers } = preset.layers;
  if (layers.length === 0) return [];
  const field = ["layers", "confexts"];
  const tooOld = compareOsReleases(releaseOf(preset), [3913, 0, 0]) < 0;
  const general = tooOld
    ? found(
        "error",
        "confext-too-old",
        `${releaseName(preset)} is not known to have systemd-confext, which 3913 has: nothing merges these layers.`,
        field,
      )
    : found(
        "warning",
        "confext-experimental",
        "Merging a layer of one's own over /etc takes Flatcar's own /etc away for a moment, and Flatcar does not support it yet.",
        field,
        "Files in /etc do the same without.",
      );
  return [
    general,
    ...layers.flatMap((layer, index) => {
      const at = [...field, index];
      if (layer.from === "image")
        return [
          ...nameFindings(layer, at),
          ...(layer.url === ""
            ? [noAddress("layer-address-missing", [...at, "url"])]
            : []),
        ];
      return [
        ...nameFindings(layer, at),
        ...releaseFindings(layer, at, preset),
        ...layer.files.flatMap((file, file_) => [
          ...fileFindings(file, [...at, "files", file_], ["etc"]),
          ...(file.executable
            ? [
                found(
                  "warning",
                  "confext-program",
                  "Nothing can be executed in a layer over /etc: systemd mounts it without that.",
                  [...at, "files", file_, "executable"],
                  "Put programs into a layer over /usr or into /opt/bin.",
                ),
              ]
            : []),
        ]),
      ];
    }),
  ];
};

function nameFindings(
  { name }: DirectoryLayer | ConfextLayer,
  at: Path,
): Finding[] {
  if (isImageName(name)) return [];
  return [
    found(
      "error",
      "layer-name",
      "A layer's name is letters, digits, dots, hyphens and underscores, and begins with a letter or digit: with this one nothing is written.",
      [...at, "name"],
    ),
  ];
}

function releaseFindings(
  { match, osVersion }: DirectoryLayer | ConfextLayer,
  at: Path,
  preset: Preset,
): Finding[] {
  if (match !== "version") return [];
  const field = [...at, "osVersion"];
  const release = parseOsRelease(osVersion);
  if (!release)
    return [
      found(
        "error",
        "layer-release",
        "The release is three numbers, such as 4593.2.5: with anything else the layer is merged nowhere.",
        field,
      ),
    ];
  const node = parseOsRelease(preset.target.release);
  if (node && compareOsReleases(release, node) !== 0)
    return [
      {
        ...found(
          "error",
          "layer-other-release",
          `The layer fits Flatcar ${formatOsRelease(release)} only, and this node starts with ${formatOsRelease(node)}: it is not merged.`,
          field,
        ),
        fix: {
          label: `Fit ${formatOsRelease(node)}`,
          edits: [{ path: field, value: formatOsRelease(node) }],
        },
      },
    ];
  if (preset.osUpdates.server === "disabled") return [];
  return [
    found(
      "info",
      "layer-bound-to-release",
      "After the next OS update the layer is not merged any more.",
      field,
      "Only programs that use the OS's own libraries need it; others fit any Flatcar.",
    ),
  ];
}

function sysextFile(file: LayerFile, at: Path): Finding[] {
  const path = pathInLayer(file.path) ?? "";
  const field = [...at, "path"];
  const special: Finding[] = /^usr\/lib\/os-release$/.test(path)
    ? [
        found(
          "error",
          "layer-os-release",
          "An extension must not bring os-release: systemd-sysext takes it for an operating system and does not merge it.",
          field,
        ),
      ]
    : path.startsWith("usr/sbin/")
      ? [
          found(
            "warning",
            "layer-sbin",
            "/usr/sbin is a link on Flatcar, and a folder of a layer would take its place: use usr/bin.",
            field,
          ),
        ]
      : [];
  return [...special, ...fileFindings(file, at, ["usr", "opt"])];
}

function fileFindings(
  { path, from, url }: LayerFile,
  at: Path,
  trees: readonly string[],
): Finding[] {
  const findings: Finding[] = [];
  const inner = pathInLayer(path);
  const [tree, ...rest] = (inner ?? "").split("/");
  if (inner === null)
    findings.push(
      found(
        "error",
        "layer-path",
        `A path in a layer begins with ${trees.join("/ or ")}/ and has no empty, . or .. steps: this file is not written.`,
        [...at, "path"],
      ),
    );
  else if (!trees.includes(tree!) || rest.length === 0)
    findings.push(
      found(
        "error",
        "layer-path-outside",
        `Of a layer only ${trees.map((one) => `${one}/`).join(" and ")} is merged: ${inner} is seen nowhere on the node.`,
        [...at, "path"],
      ),
    );
  if (from === "url" && url === "")
    findings.push(noAddress("layer-address-missing", [...at, "url"]));
  return findings;
}

function noAddress(code: string, field: Path): Finding {
  return found(
    "error",
    code,
    "There is no address, so there is nothing to fetch and nothing is written.",
    field,
  );
}

function found(
  kind: Kind,
  code: string,
  sentence: string,
  field: Path,
  why?: string,
): Finding {
  return { kind, code, sentence, field, ...(why ? { why } : {}) };
}
