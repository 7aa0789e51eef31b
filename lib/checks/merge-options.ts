import {
  compareOsReleases,
  formatOsRelease,
  hasUpdates,
  paramsOf,
  type Kind,
  type OsRelease,
  type Path,
} from "@/lib/butane";
import { nodeExtensions } from "@/lib/preset/node-extensions";
import { releaseName, releaseOf } from "@/lib/preset/os-release";
import type { Preset } from "@/lib/preset/preset";
import {
  isImagePolicy,
  policyText,
  type MergeKind,
} from "@/lib/preset/sections/advanced/merge-options";
import { routePath } from "@/lib/preset/sections/advanced/writes";
import type { Check, Finding } from "./check";
import { entriesOf, textAt } from "./document";
import { chosenOf, fromBakery } from "./extensions";

const kinds: readonly MergeKind[] = ["sysext", "confext"];
const mergesEarly: OsRelease = [4628, 0, 0];

/** Options that an older systemd refuses: then the service fails, and nothing is merged. */
export const mergeOptionsRelease: Check = ({ preset }) =>
  kinds.flatMap((kind) => {
    const { mutable, policy } = preset.advanced[kind];
    const tooOld = (option: string, since: OsRelease, key: string) =>
      isBefore(preset, since)
        ? [
            found(
              "error",
              `${key === "mutable" ? "mutable" : "image-policy"}-too-old`,
              `systemd-${kind} of ${releaseName(preset)} is not known to take ${option}, which ${formatOsRelease(since)} does: its service fails and merges nothing${kind === "sysext" ? ", the built-in Docker included" : ""}.`,
              ["advanced", kind, key],
            ),
          ]
        : [];
    return [
      ...(mutable ? tooOld("--mutable", [3975, 0, 0], "mutable") : []),
      ...(policy ? tooOld("--image-policy", [3913, 0, 0], "policy") : []),
    ];
  });

/** A policy is for every image alike: what it does to those that are on the node. */
export const imagePolicy: Check = ({ preset }) => [
  ...kinds.flatMap((kind): Finding[] => {
    const { policy, ownPolicy } = preset.advanced[kind];
    return policy !== "own" || isImagePolicy(ownPolicy)
      ? []
      : [
          found(
            "error",
            "image-policy-malformed",
            "A policy is rules such as root=signed+absent, apart by colons: this one is not written.",
            ["advanced", kind, "ownPolicy"],
          ),
        ];
  }),
  ...(refusesUnsigned(policyText("sysext", preset.advanced.sysext))
    ? rejected(preset)
    : []),
];

function refusesUnsigned(policy: string): boolean {
  return policy !== "" && policy !== "*" && !policy.includes("unprotected");
}

function rejected(preset: Preset): Finding[] {
  const field = ["advanced", "sysext", "policy"];
  const bakery = chosenOf(preset).filter(fromBakery);
  const early = !isBefore(preset, mergesEarly);
  const findings: Finding[] = [];
  if (bakery.length > 0)
    findings.push(
      found(
        "error",
        "image-policy-rejects",
        `Images of the bakery have no dm-verity and no signature: with this policy ${bakery.map(({ title }) => title).join(", ")} ${bakery.length === 1 ? "is" : "are"} not merged.`,
        field,
        "There is one policy for all images; a hash checks a download by itself.",
      ),
    );
  if (!early)
    findings.push(
      found(
        preset.extensions.builtinOff.includes("containerd")
          ? "warning"
          : "error",
        "image-policy-rejects-built-in",
        `Before 4628 Flatcar's own images are not signed either: on ${releaseName(preset)} Docker, containerd and the vendor's tools are not merged.`,
        field,
      ),
    );
  else
    findings.push(
      found(
        "info",
        "image-policy-initrd",
        "From 4628 on images are merged in the initrd: whether it keeps to this policy is not verified.",
        field,
      ),
    );
  return findings;
}

/** Trees that take writes: what becomes of those, and of what Flatcar does there itself. */
export const mutableTrees: Check = ({ preset }) => {
  const { sysext, confext, writes } = preset.advanced;
  const findings: Finding[] = [];
  const isActive = !["", "no"].includes(sysext.mutable);
  if (isActive && (writes.usr !== "" || sysext.mutable === "yes"))
    findings.push(
      found(
        "warning",
        "usr-writable",
        `What is written to /usr lands in ${routePath("usr")} and stays in front of every later OS release: updates no longer replace it.`,
        writes.usr === ""
          ? ["advanced", "sysext", "mutable"]
          : ["advanced", "writes", "usr"],
      ),
    );
  if (!isActive && !kataRoutes(preset))
    for (const tree of ["usr", "opt"] as const)
      if (writes[tree] !== "")
        findings.push({
          ...found(
            "info",
            "writes-unused",
            `Writes to /${tree} have a place, and systemd-sysext leaves it alone: without a mutable mode the merged tree is read-only.`,
            ["advanced", "writes", tree],
          ),
          fix: setMode("auto"),
        });
  if (
    sysext.mutable === "auto" &&
    !writes.usr &&
    !writes.opt &&
    !kataRoutes(preset)
  )
    findings.push(
      found(
        "info",
        "mutable-nowhere",
        "Mode auto follows what takes the writes, and neither /usr nor /opt has that: both stay read-only.",
        ["advanced", "sysext", "mutable"],
      ),
    );
  if (!["", "auto", "yes"].includes(confext.mutable))
    findings.push(etcMode(confext.mutable, preset));
  if (writes.etc === "directory" && !isBefore(preset, mergesEarly))
    findings.push(
      found(
        "warning",
        "etc-route-replaced",
        `${releaseName(preset)} sends writes to /etc by a link at ${routePath("etc")}: with a directory in its place, what is changed in /etc is somewhere else. Not verified.`,
        ["advanced", "writes", "etc"],
      ),
    );
  return findings;
};

function etcMode(mode: string, preset: Preset): Finding {
  const early = !isBefore(preset, mergesEarly);
  const effect = mode.startsWith("ephemeral")
    ? "what is changed in /etc is gone after a boot"
    : "/etc is read-only";
  return found(
    early ? "error" : "warning",
    "etc-not-kept",
    `From 4628 on Flatcar's own /etc is such a layer, in mode auto: with mode ${mode} ${effect}${early ? "" : " once the node has been updated"}.`,
    ["advanced", "confext", "mutable"],
  );
}

/** An extension that keeps /opt writable writes options of its own, and ours come after them. */
export const mutableTwice: Check = ({ preset }) => {
  if (!kataRoutes(preset)) return [];
  const { sysext, writes } = preset.advanced;
  const isSet = sysext.mutable !== "" || policyText("sysext", sysext) !== "";
  const opt = ["advanced", "writes", "opt"];
  const elsewhere: Finding[] =
    writes.opt === "directory"
      ? [
          {
            ...found(
              "error",
              "writes-opt-twice",
              `Kata Containers sends writes to /opt to /opt itself, by a link at ${routePath("opt")}: a directory cannot stand at the same path, and nothing is made of this node.`,
              opt,
            ),
            fix: {
              label: "Leave /opt to Kata Containers",
              edits: [{ path: opt, value: "" }],
            },
          },
        ]
      : [];
  if (!isSet || /^(?:auto|yes)$/.test(sysext.mutable)) return elsewhere;
  return [
    ...elsewhere,
    {
      ...found(
        "warning",
        "mutable-twice",
        "Kata Containers keeps /opt writable by mode auto, and these options take its place: /opt becomes read-only.",
        ["advanced", "sysext", "mutable"],
      ),
      fix: setMode("auto"),
    },
  ];
};

/** A layer of one's own that ships /opt makes all of it read-only, as an image does. */
export const layerOverOpt: Check = ({ preset }) => {
  const { sysext, writes } = preset.advanced;
  const isWritable =
    (writes.opt !== "" && /^(?:auto|yes)$/.test(sysext.mutable)) ||
    sysext.mutable === "yes" ||
    kataRoutes(preset);
  if (isWritable || !hasUpdates(nodeExtensions(preset))) return [];
  return preset.layers.directories.flatMap((layer, index) => {
    const file = layer.files.findIndex(({ path }) => /^\/*opt\//.test(path));
    if (file < 0) return [];
    return [
      {
        ...found(
          "warning",
          "opt-read-only-layer",
          "A layer with files below /opt makes /opt read-only while it is merged, so no newer image can be stored in /opt/extensions: updates fail.",
          ["layers", "directories", index, "files", file, "path"],
        ),
        fix: {
          label: "Keep /opt writable",
          edits: [
            { path: ["advanced", "sysext", "mutable"], value: "auto" },
            { path: ["advanced", "writes", "opt"], value: "original" },
          ],
        },
      },
    ];
  });
};

/** The tree below a merged /usr cannot take writes: it is a read-only partition. */
export const usrRoute: Check = ({ composed }) =>
  entriesOf(composed, ["storage", "links"]).flatMap(({ value, at }) =>
    textAt(value, "path") === routePath("usr") &&
    /^\/usr\/?$/.test(textAt(value, "target"))
      ? [
          {
            kind: "error" as const,
            code: "usr-route-refused",
            sentence:
              "On Flatcar /usr is a read-only partition that dm-verity guards: writes cannot go to it, and a mutable merge over it fails.",
            why: "The link is for distributions with a writable /usr; a directory takes the writes here.",
            path: [...at, "target"],
          },
        ]
      : [],
  );

function kataRoutes(preset: Preset): boolean {
  return chosenOf(preset).some(
    ({ extension, chosen }) =>
      extension?.id === "kata-containers" &&
      paramsOf(extension, chosen)["keepOptWritable"] === true,
  );
}

/**
 * A layer of one's own over /etc takes the writes from it, as it was seen with systemd 257. From 4628 on Flatcar's own /etc is such a
 * layer already, and takes them.
 */
export const layerOverEtc: Check = ({ preset }) => {
  const { confext, writes } = preset.advanced;
  const isWritable =
    /^(?:yes|ephemeral.*)$/.test(confext.mutable) ||
    (confext.mutable === "auto" && writes.etc !== "");
  const isMerged = preset.layers.confexts.some(({ name }) => name !== "");
  const merges = !isBefore(preset, [3913, 0, 0]);
  if (isWritable || !isMerged || !merges || !isBefore(preset, mergesEarly))
    return [];
  const fix = {
    label: "Let /etc itself take the writes",
    edits: [
      { path: ["advanced", "confext", "mutable"], value: "auto" },
      { path: ["advanced", "writes", "etc"], value: "original" },
    ],
  };
  return [
    {
      ...found(
        "warning",
        "layer-etc-read-only",
        "Once a layer is merged over /etc, nothing on the node can change a file there.",
        ["layers", "confexts"],
        hasUpdates(nodeExtensions(preset))
          ? "Updates of extensions are fetched, and their links in /etc/extensions stay where they are."
          : undefined,
      ),
      // Older ones know no modes.
      ...(isBefore(preset, [3975, 0, 0]) ? {} : { fix }),
    },
  ];
};

function setMode(mode: string) {
  return {
    label: `Set mode ${mode}`,
    edits: [{ path: ["advanced", "sysext", "mutable"], value: mode }],
  };
}

function isBefore(preset: Preset, release: OsRelease): boolean {
  return compareOsReleases(releaseOf(preset), release) < 0;
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
