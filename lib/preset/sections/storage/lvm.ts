import {
  escapeName,
  escapePath,
  type ButaneDocument,
  type OpenDocument,
  type Path,
} from "@/lib/butane";
import { composeMount, mountText, type Mounted } from "./mounts";
import {
  literal,
  sameText,
  typed,
  unitsEnding,
  unitText,
  valueOf,
  valuesOf,
  word,
} from "./unit-values";
import type { Volume, VolumeGroup } from "./value";

/**
 * Writes the unit that makes a volume group on the first boot, and those that mount its volumes. Ignition knows no LVM, so this
 * happens after it; nothing is written while the group has no name or no device.
 */
export function composeVolumeGroup(
  group: VolumeGroup,
  document: ButaneDocument,
  at: Path,
): void {
  if (word(group.name) === "" || devicesOf(group).length === 0) return;
  document.putUnit(
    { name: unitName(group), enabled: true, contents: groupText(group) },
    { origin: at },
  );
  group.volumes.forEach((volume, index) => {
    const mount = mountOf(group, volume);
    if (mount) composeMount(mount, document, [...at, "volumes", index]);
  });
}

/** The volume groups of a document that are written as we write them. */
export function readVolumeGroups(document: OpenDocument): VolumeGroup[] {
  const mounts = unitsEnding(document, ".mount");
  return unitsEnding(document, ".service").flatMap(({ name, text }) => {
    if (!name.startsWith("lvm-")) return [];
    const bare = groupOf(valuesOf(text, "ExecStart"));
    const ours =
      bare && unitName(bare) === name && sameText(groupText(bare), text);
    if (!ours) return [];
    return [
      {
        ...bare,
        volumes: bare.volumes.map((volume) => {
          const mounted = mounts
            .map((unit) => ({
              unit,
              volume: { ...volume, path: valueOf(unit.text, "Where") },
            }))
            .find(({ unit, volume }) => {
              const mount = mountOf(bare, volume);
              return mount && sameText(mountText(mount), unit.text);
            });
          return mounted?.volume ?? volume;
        }),
      },
    ];
  });
}

function unitName({ name }: VolumeGroup): string {
  return `lvm-${escapeName(word(name))}.service`;
}

function groupText(group: VolumeGroup): string {
  const name = word(group.name);
  const devices = devicesOf(group);
  const units = devices
    .filter((device) => device.startsWith("/dev/"))
    .map((device) => `${escapePath(device)}.device`)
    .join(" ");
  return unitText({
    Unit: [
      `Description=Create the volume group ${name}`,
      "ConditionFirstBoot=yes",
      "DefaultDependencies=no",
      units !== "" && `Requires=${units}`,
      units !== "" && `After=${units}`,
      "Before=local-fs-pre.target",
    ],
    Service: [
      "Type=oneshot",
      "RemainAfterExit=yes",
      `ExecStart=pvcreate ${devices.join(" ")}`,
      `ExecStart=vgcreate ${name} ${devices.join(" ")}`,
      ...group.volumes.flatMap((volume) => volumeLines(name, volume)),
    ],
    Install: ["WantedBy=multi-user.target"],
  });
}

function volumeLines(group: string, volume: Volume): string[] {
  const name = word(volume.name);
  const format = word(volume.format);
  if (name === "") return [];
  const size = volume.size || "100%FREE";
  if (!isSize(size)) return [];
  // A share is told in extents, a size in bytes; systemd wants the sign of a share doubled.
  const how = size.includes("%") ? "-l" : "-L";
  return [
    `ExecStart=lvcreate -n ${name} ${how} ${literal(size)} ${group}`,
    ...(format ? [`ExecStart=mkfs.${format} /dev/${group}/${name}`] : []),
  ];
}

/** Whether LVM knows it as a size: `10G`, `50%FREE`, or all that is left. */
export function isSize(size: string): boolean {
  return /^(?:\d+(?:\.\d+)?[A-Za-z]?|\d+%(?:FREE|VG|PVS))?$/.test(size);
}

function devicesOf({ devices }: VolumeGroup): string[] {
  return devices.map(word).filter((device) => device !== "");
}

function mountOf(group: VolumeGroup, volume: Volume): Mounted | undefined {
  const [name, where] = [word(volume.name), volume.path];
  if (name === "" || where === "" || !isSize(volume.size)) return undefined;
  return {
    what: `/dev/${word(group.name)}/${name}`,
    where,
    type: volume.format,
    options: "",
    after: unitName(group),
  };
}

/** The group that such commands make; its volumes are mounted nowhere yet. */
function groupOf(commands: readonly string[]): VolumeGroup | undefined {
  let group: { name: string; devices: string[] } | undefined;
  const volumes: Volume[] = [];
  for (const command of commands) {
    const [program = "", ...words] = typed(command).split(" ");
    const last = volumes.at(-1);
    if (program === "vgcreate")
      group = { name: words[0] ?? "", devices: words.slice(1) };
    if (program === "lvcreate")
      volumes.push({
        name: words[1] ?? "",
        size: words[3] === "100%FREE" ? "" : (words[3] ?? ""),
        format: "",
        path: "",
      });
    if (program.startsWith("mkfs.") && last)
      volumes.splice(-1, 1, { ...last, format: program.slice(5) });
  }
  return group && { ...group, volumes };
}
