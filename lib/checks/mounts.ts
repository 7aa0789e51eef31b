import { compareOsReleases, hasFeature, unescapePath } from "@/lib/butane";
import { releaseName, releaseOf } from "@/lib/preset/os-release";
import { valueAt } from "@/lib/set-at";
import type { Check, Finding } from "./check";
import { entriesOf, textAt } from "./document";

/**
 * Extensions are merged early, from /opt and into /opt: what is mounted there later or below it is in the way. The Docker of the
 * image is one as well, so a mount below /opt is told on every node.
 */
export const mounts: Check = ({ preset, composed }) => {
  const hasImages = preset.extensions.chosen.length > 0;
  const mergesEarly = hasFeature(releaseOf(preset), "merge-in-initrd");
  const filesystems = entriesOf(composed, ["storage", "filesystems"]).map(
    ({ value, at }) => ({
      path: textAt(value, "path"),
      at: [...at, "path"],
    }),
  );
  const units = entriesOf(composed, ["systemd", "units"]).flatMap(
    ({ value, at }) => {
      const name = textAt(value, "name");
      return name.endsWith(".mount")
        ? [
            {
              path: unescapePath(name.slice(0, -".mount".length)),
              at: [...at, "name"],
            },
          ]
        : [];
    },
  );
  return [...filesystems, ...units].flatMap(({ path, at }): Finding[] => {
    if (/^\/opt\/./.test(path) && !/^\/opt\/extensions(?:\/|$)/.test(path)) {
      return [
        {
          kind: "warning",
          code: "mount-below-opt",
          sentence: `A mount below /opt keeps systemd-sysext of some releases from merging anything: Docker and every extension are gone after the boot.`,
          why: "Seen on Stable 4593.2; mount it below /var/lib or /srv instead.",
          path: at,
        },
      ];
    }
    const isVar = path === "/var";
    if (
      hasImages &&
      (path === "/opt" || isVar || /^\/opt\/extensions(?:\/|$)/.test(path))
    ) {
      const when = mergesEarly
        ? `${releaseName(preset)} merges images in the initrd, before ${path} is mounted`
        : `From 4628 on, and so after an update of the OS, images are merged in the initrd, before ${path} is mounted`;
      return [
        {
          kind: "warning",
          code: "mount-hides-extensions",
          sentence: `${when}: those that lie there come late in the boot, after services that need them.`,
          why: isVar
            ? "Keep them in /opt/extensions, and nothing in /var/lib/extensions."
            : "Keep /opt/extensions on the root filesystem.",
          path: at,
        },
      ];
    }
    return [];
  });
};

/** Ignition 2.20 and later stop at a partition whose number is left open; Flatcar mended it in 4722. */
export const partitionNumbers: Check = ({ preset, composed }) => {
  const release = releaseOf(preset);
  if (
    compareOsReleases(release, [4152, 0, 0]) < 0 ||
    compareOsReleases(release, [4722, 0, 0]) >= 0
  )
    return [];
  return entriesOf(composed, ["storage", "disks"]).flatMap(({ value, at }) => {
    const partitions = valueAt(value, ["partitions"]);
    if (!Array.isArray(partitions)) return [];
    return partitions.flatMap((partition, index): Finding[] =>
      /^[1-9]/.test(textAt(partition, "number"))
        ? []
        : [
            {
              kind: "error",
              code: "partition-without-number",
              sentence:
                "A partition without a number stops the first boot on releases 4152 to 4721: give it one, from 1 on.",
              path: [...at, "partitions", index],
            },
          ],
    );
  });
};
