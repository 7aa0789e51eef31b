import {
  compareOsReleases,
  type IgnitionStruct,
  type Path,
} from "@/lib/butane";
import { fetchFailures, isFetched, type Resource } from "./fetches";
import {
  count,
  step,
  type BootItem,
  type BootNode,
  type BootStep,
} from "./step";

/** Disks, RAID, encryption and filesystems, in Ignition's order. */
export function diskSteps(node: BootNode): BootStep[] {
  return [
    ...partitions(node),
    ...raid(node),
    ...encryption(node),
    ...filesystems(node),
  ];
}

const absent = {
  when: "A device is not there",
  shows: "Ignition waits for it, and the first boot does not go on without it.",
};

function partitions(node: BootNode): BootStep[] {
  const disks = node.config.storage?.disks ?? [];
  if (disks.length === 0) return [];
  const numberless = disks.some(({ partitions = [] }) =>
    partitions.some(({ number }) => Number(number ?? 0) === 0),
  );
  return [
    step("disks", "Partitions disks", {
      items: disks.map((disk, index) => ({
        name: disk.device ?? "",
        what: diskWords(disk),
        ...(disk.wipeTable ? { odd: true as const } : {}),
        from: ["storage", "disks", index],
      })),
      failures: [
        absent,
        ...(numberless && losesNumberless(node)
          ? [
              {
                when: "A partition has no number",
                shows:
                  "On this release Ignition fails here, and the first boot ends in the emergency shell.",
              },
            ]
          : []),
      ],
    }),
  ];
}

/** Releases whose Ignition fails on a partition that takes the next free number, by Flatcar's release notes. */
function losesNumberless({ release }: BootNode): boolean {
  return (
    compareOsReleases(release, [4152, 0, 0]) >= 0 &&
    compareOsReleases(release, [4722, 0, 0]) < 0
  );
}

function diskWords({
  wipeTable,
  partitions = [],
}: IgnitionStruct<"Disk">): string {
  const names = partitions.map(({ number, label, shouldExist }) => {
    const name = [number ? String(number) : "", label].filter(Boolean);
    return `${name.join(" ")}${shouldExist === false ? " goes away" : ""}`;
  });
  const parts = [
    wipeTable ? "what is on it is lost" : "",
    names.length === 0
      ? ""
      : `${count(names.length, "partition")}: ${names.join(", ")}`,
  ];
  return parts.filter(Boolean).join("; ");
}

function raid({ config }: BootNode): BootStep[] {
  const arrays = config.storage?.raid ?? [];
  if (arrays.length === 0) return [];
  return [
    step("raid", "Builds RAID arrays", {
      items: arrays.map(({ name = "", level, devices = [] }, index) => ({
        name: `/dev/md/${name}`,
        what: `${level} of ${devices.join(", ")}`,
        from: ["storage", "raid", index],
      })),
      failures: [absent],
    }),
  ];
}

function encryption({ config }: BootNode): BootStep[] {
  const devices = config.storage?.luks ?? [];
  if (devices.length === 0) return [];
  const keys = devices.flatMap(({ keyFile }) =>
    keyFile && isFetched(keyFile) ? [keyFile] : [],
  );
  const tang = devices.some(({ clevis }) => (clevis?.tang ?? []).length > 0);
  return [
    step("luks", "Sets up encrypted devices", {
      ...(keys.length > 0 || tang ? { network: true as const } : {}),
      items: devices.map((one, index) => luksItem(one, index)),
      failures: [absent, ...fetchFailures(config, keys)],
    }),
  ];
}

function luksItem(
  { name = "", device, wipeVolume, keyFile, clevis }: IgnitionStruct<"Luks">,
  index: number,
): BootItem {
  const bound = [
    clevis?.tpm2 && "the TPM",
    (clevis?.tang ?? []).length > 0 && "Tang",
  ].filter(Boolean);
  const key =
    bound.length > 0
      ? `unlocked by ${bound.join(" and ")}`
      : keyWords(keyFile, name);
  return {
    name: `/dev/mapper/${name}`,
    what: [`on ${device}`, wipeVolume && "what is on it is lost", key]
      .filter(Boolean)
      .join("; "),
    ...(wipeVolume ? { odd: true as const } : {}),
    from: ["storage", "luks", index],
  };
}

function keyWords(key: Resource | undefined, name: string): string {
  if (!key?.source) return `a random key in /etc/luks/${name}`;
  return isFetched(key) ? "its key is fetched" : "its key is in the config";
}

function filesystems({ config }: BootNode): BootStep[] {
  const all = config.storage?.filesystems ?? [];
  if (all.length === 0) return [];
  const kept = all.some(
    ({ wipeFilesystem, format }) => !wipeFilesystem && format,
  );
  return [
    step("filesystems", "Makes filesystems", {
      items: all.map((one, index) => {
        const from: Path = ["storage", "filesystems", index];
        const what = one.wipeFilesystem
          ? `${one.format}, what is on it is lost`
          : `${one.format ?? "as it is"}, kept where there is one`;
        return {
          name: one.device ?? "",
          what: one.path ? `${what}, for ${one.path}` : what,
          ...(one.wipeFilesystem ? { odd: true as const } : {}),
          from,
        };
      }),
      failures: [
        absent,
        ...(kept
          ? [
              {
                when: "A device that is not wiped holds another filesystem, or another label or UUID than asked for",
                shows:
                  "Ignition keeps its hands off it and fails; the first boot ends in the emergency shell.",
              },
            ]
          : []),
      ],
    }),
  ];
}
