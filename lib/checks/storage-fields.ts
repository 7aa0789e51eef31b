import {
  compareOsReleases,
  formatOsRelease,
  type OsRelease,
  type Path,
} from "@/lib/butane";
import { isSize } from "@/lib/preset/sections/storage/lvm";
import { mountUnitName } from "@/lib/preset/sections/storage/mounts";
import { isEnrolled } from "@/lib/preset/sections/storage/tpm2";
import { isWord } from "@/lib/preset/sections/storage/unit-values";
import type { StorageValue } from "@/lib/preset/sections/storage/value";
import { releaseName, releaseOf } from "@/lib/preset/os-release";
import type { Check, Finding } from "./check";
import { diskLayoutOf } from "./disk-layout";

/** Fields whose value keeps something from being written. */
export const storageFields: Check = ({ preset: { storage } }) => [
  ...unwrittenMounts(storage),
  ...unwrittenVolumes(storage),
  ...unwrittenSwap(storage),
];

const tpmSince: OsRelease = [3913, 0, 1];

/** Keys that the TPM shall keep, where it cannot or nobody has tried. */
export const tpmKeys: Check = ({ preset }) =>
  preset.storage.luks.flatMap((device, index): Finding[] => {
    if (device.tpm2 === "") return [];
    const at = ["storage", "luks", index];
    if (compareOsReleases(releaseOf(preset), tpmSince) < 0)
      return [
        {
          kind: "error",
          code: "tpm-too-new",
          sentence: `Flatcar unlocks with the TPM since ${formatOsRelease(tpmSince)}: ${releaseName(preset)} does not boot from such a device.`,
          field: [...at, "tpm2"],
        },
      ];
    if (!isEnrolled(device))
      return device.name === "" || device.device === ""
        ? []
        : [
            unwritten(
              [...at, isWord(device.name) ? "pcrs" : "name"],
              "The key stays on the disk: the TPM needs a plain name, a plain device, and registers such as 4+7+8.",
            ),
          ];
    if (device.device === "/dev/disk/by-partlabel/ROOT") return [];
    return [
      {
        kind: "warning",
        code: "tpm-not-root",
        sentence:
          "Flatcar describes this for the root filesystem only; that another device opens without its key file was not verified.",
        why: "With the root encrypted, the key files of others are on it.",
        field: [...at, "tpm2"],
      },
    ];
  });

/** A swap file on a filesystem that cannot hold one. */
export const swapFile: Check = ({ preset, composed }) => {
  if (preset.storage.swap.fileMib <= 0) return [];
  const root = diskLayoutOf(composed).filesystems.find(
    ({ label }) => label === "ROOT",
  );
  if (root?.format !== "xfs") return [];
  return [
    {
      kind: "warning",
      code: "swap-file-on-xfs",
      sentence:
        "The root filesystem is XFS, where Flatcar advises against a swap file.",
      why: "Use a swap disk, or compressed swap.",
      field: ["storage", "swap", "fileMib"],
    },
  ];
};

function unwrittenMounts({ mounts }: StorageValue): Finding[] {
  return mounts.flatMap(({ where }, index) =>
    where === "" || mountUnitName(where) !== undefined
      ? []
      : [
          unwritten(
            ["storage", "mounts", index, "where"],
            "Nothing is mounted: the place has to be a path such as /var/www.",
          ),
        ],
  );
}

function unwrittenVolumes({ lvm }: StorageValue): Finding[] {
  const word = (value: string, field: Path): Finding[] =>
    value === "" || isWord(value)
      ? []
      : [
          unwritten(
            field,
            "It is left out: a blank or a sign in it would be read as something else in the command that uses it.",
          ),
        ];
  return lvm.flatMap((group, index) => {
    const at = ["storage", "lvm", index];
    return [
      ...word(group.name, [...at, "name"]),
      ...group.devices.flatMap((device, place) =>
        word(device, [...at, "devices", place]),
      ),
      ...group.volumes.flatMap((volume, place) => {
        const own = [...at, "volumes", place];
        return [
          ...word(volume.name, [...own, "name"]),
          ...word(volume.format, [...own, "format"]),
          ...(isSize(volume.size)
            ? []
            : [
                unwritten(
                  [...own, "size"],
                  "The volume is not made: LVM knows sizes such as 10G or 50%FREE.",
                ),
              ]),
        ];
      }),
    ];
  });
}

function unwrittenSwap({ swap }: StorageValue): Finding[] {
  const { fileMib, filePath, swappiness } = swap;
  const isPath = filePath.startsWith("/") && isWord(filePath);
  return [
    ...(fileMib === 0 || (fileMib > 0 && isPath)
      ? []
      : [
          unwritten(
            ["storage", "swap", isPath ? "fileMib" : "filePath"],
            isPath
              ? "No swap file is made: its size is a number of MiB."
              : "No swap file is made: its path has to be a plain one such as /var/vm/swapfile1.",
          ),
        ]),
    ...(swappiness === "" || /^\d+$/.test(swappiness)
      ? []
      : [
          unwritten(
            ["storage", "swap", "swappiness"],
            "It is left out: swappiness is a number from 0 to 200.",
          ),
        ]),
  ];
}

function unwritten(field: Path, sentence: string): Finding {
  return { kind: "error", code: "storage-unwritten", sentence, field };
}
