import type { ButaneDocument } from "../emit/document";
import type { Path } from "../path";
import type { BuiltIn } from "./extension";
import { isImageName } from "./names";
import { catalogued, type NodeExtensions, typedParams } from "./node";
import { compareOsReleases, mergesInInitrd } from "./os-release";
import { unitText } from "./unit-text";

/**
 * Lists Flatcar's own extensions in the file that the initrd reads at every boot: those that are on, and behind a dash those of the
 * image's own list that are not. The one writer of that file.
 */
export function emitOfficial(
  document: ButaneDocument,
  node: NodeExtensions,
  origin: Path,
): void {
  const lines: string[] = [];
  let first = -1;
  node.chosen.forEach((chosen, index) => {
    const extension = catalogued(chosen);
    if (extension?.kind !== "flatcar" || chosen.written) return;
    if (first < 0) first = index;
    const line =
      extension.enabledAs?.(typedParams(extension, chosen)) ?? extension.id;
    if (line.trim() !== "") lines.push(line.trim());
  });
  const { names = [], origin: offOrigin = origin } = node.officialOff ?? {};
  lines.push(...names.filter(isImageName).map((name) => `-${name}`));
  if (lines.length === 0) return;
  document.putFile(
    {
      path: "/etc/flatcar/enabled-sysext.conf",
      mode: 0o644,
      contents: { inline: `${[...new Set(lines)].join("\n")}\n` },
    },
    {
      comment: "Flatcar's own extensions, updated together with the OS.",
      origin: first < 0 ? offOrigin : [...origin, "chosen", first],
    },
  );
}

/** Switches built-in extensions off by links that lead nowhere. */
export function emitBuiltInOff(
  document: ButaneDocument,
  off: readonly BuiltIn[],
  origin: Path,
): void {
  for (const name of off) {
    document.putLink(
      {
        path: `/etc/extensions/${name}-flatcar.raw`,
        target: "/dev/null",
        overwrite: true,
      },
      {
        comment: `Switches Flatcar's built-in ${name} off; the link that is there already has to give way.`,
        origin,
      },
    );
  }
}

/** Applies what images bring in sysusers.d and tmpfiles.d, on releases that read those before the image is there. */
export function emitLateSettings(
  document: ButaneDocument,
  node: NodeExtensions,
  origin: Path,
): void {
  if (node.release && compareOsReleases(node.release, mergesInInitrd) >= 0) {
    return;
  }
  // An opened document that does without keeps doing so.
  const late = node.chosen.map((each) =>
    each.written ? [] : (catalogued(each)?.lateSettings ?? []),
  );
  const units = [...new Set(late.flat())].sort();
  if (units.length === 0) return;
  document.putUnit(
    {
      name: "extension-settings.service",
      enabled: true,
      contents: unitText({
        Unit: [
          "Description=Users, files and folders that system extensions bring along",
          "After=systemd-sysext.service",
          `Before=${units.join(" ")}`,
        ],
        Service: [
          "Type=oneshot",
          "RemainAfterExit=yes",
          "ExecStart=-/usr/bin/systemd-sysusers",
          "ExecStart=-/usr/bin/systemd-tmpfiles --create --exclude-prefix=/dev",
        ],
        Install: ["WantedBy=multi-user.target"],
      }),
    },
    {
      comment:
        "Flatcar before 4628 creates users and folders before it merges the images, so theirs are created here.",
      origin: [...origin, "chosen", late.findIndex((each) => each.length > 0)],
    },
  );
}
