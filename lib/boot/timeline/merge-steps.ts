import { hasFeature } from "@/lib/butane";
import { mergedImages, officialNames, type Image } from "./images";
import { lateUnits } from "./unit-state";
import {
  count,
  step,
  type BootFailure,
  type BootNode,
  type BootStep,
} from "./step";

/** Flatcar's own extensions, which the initrd fetches by itself on every boot. */
export function officialSteps({
  preset,
  config,
  ...node
}: BootNode): BootStep[] {
  const names = officialNames({ preset, config, ...node });
  if (names.length === 0) return [];
  const { architecture, release } = preset.target;
  const board = architecture === "arm64" ? "arm64-usr" : "amd64-usr";
  const server = serverOf(config.kernelArguments?.shouldExist ?? []);
  return [
    step("official", "Fetches Flatcar's own extensions", {
      network: true,
      note: "Those that the booted release does not have yet. They are signed, and fetched again with every OS update.",
      items: names.map((name) => ({
        name: `${server}/${board}/${release || "<booted release>"}/flatcar-${name}.gz`,
        what: name,
      })),
      failures: [
        {
          when: "One of them cannot be fetched",
          shows: "The boot fails in the initrd: the node does not come up.",
        },
      ],
    }),
  ];
}

function serverOf(args: readonly string[]): string {
  const key = "flatcar.release_file_server_url=";
  const own = args.find((one) => one.startsWith(key))?.slice(key.length);
  return (own || "https://update.release.flatcar-linux.net").replace(/\/$/, "");
}

/** The merge of all images, and what comes too late for it on the node's release. */
export function mergeSteps(node: BootNode): BootStep[] {
  const images = mergedImages(node);
  if (images.length === 0) return [];
  const early = node.mergesEarly;
  return [
    step(
      "merge",
      `Merges ${count(images.length, "image")} over /usr and /opt`,
      {
        note: early
          ? "Still in the initrd: units, presets, modules, device rules and settings that images bring are there when the system starts."
          : "By systemd-sysext.service, after systemd has read units and presets, loaded modules and applied settings: what images bring of these comes too late, and what works all the same is said below.",
        items: images.map((image) => ({
          name: image.title,
          what: [image.what, separate(node, image)].filter(Boolean).join("; "),
          ...(separate(node, image) ? { odd: true as const } : {}),
          ...(image.from ? { from: image.from } : {}),
        })),
        failures: mergeFailures(node, images),
      },
    ),
    ...(early ? [] : readAgain(node, images)),
  ];
}

/**
 * Whether an image lies on a filesystem of its own, which is not there when images are merged in the initrd. systemd-sysext.service, which
 * merges them before that release, waits for local filesystems.
 */
function separate(
  { config, mergesEarly }: BootNode,
  { lies }: Image,
): string | undefined {
  if (!lies || !mergesEarly) return undefined;
  const mounted = (config.storage?.filesystems ?? []).find(
    ({ path }) => path && path !== "/" && lies.startsWith(`${path}/`),
  );
  return mounted && `on the filesystem of ${mounted.path}, which comes later`;
}

function mergeFailures(
  { release }: BootNode,
  images: readonly Image[],
): BootFailure[] {
  const docker = images.some(({ id }) => id === "docker-flatcar");
  const all = docker ? ", and there is no Docker either" : "";
  return [
    {
      when: "One image is cut off, is no image, or has another name inside than its link",
      shows: `None is merged${all}. “systemctl status systemd-sysext” names the image.`,
    },
    {
      when: "An image is for another architecture or OS, or a link leads nowhere",
      shows:
        "It is left out without an error and the others are merged. “systemd-sysext status” shows what is there.",
    },
    ...(hasFeature(release, "merge-in-initrd")
      ? [
          {
            when: "An image lies on a filesystem that the initrd does not mount",
            shows:
              "It is merged late in the boot, when systemd-sysext looks again.",
          },
        ]
      : []),
  ];
}

/** Before 4628: what is started although its unit came with the merge. */
function readAgain(node: BootNode, images: readonly Image[]): BootStep[] {
  if (!hasFeature(node.release, "extensions")) return [];
  return [
    step("read-again", "Reads units again and starts those of the images", {
      note: "ensure-sysext.service reloads systemd and restarts its targets, so that units which images or links of this config add to them start now.",
      items: lateUnits(node, images),
    }),
  ];
}

/** Images over /etc, which Flatcar merges on its own account alone. */
export function confextSteps({ tree, config }: BootNode): BootStep[] {
  const enabled = (config.systemd?.units ?? []).some(
    (unit) => unit.name === "systemd-confext.service" && unit.enabled === true,
  );
  const items = tree.files.flatMap(({ path, kind, from }) => {
    const [, name, raw] =
      /^\/var\/lib\/confexts\/([^/]+?)(\.raw)?$/.exec(path) ?? [];
    if (name === undefined || (kind === "file" && !raw)) return [];
    return [
      {
        name,
        what:
          kind === "directory"
            ? "a folder with files of this config"
            : "an image",
        ...(from ? { from } : {}),
      },
    ];
  });
  if (!enabled || items.length === 0) return [];
  return [
    step("merge-etc", `Merges ${count(items.length, "image")} over /etc`, {
      note: "By systemd-confext.service.",
      unverified:
        "Flatcar does not support images of one's own over /etc yet; while one is merged, its own defaults of /etc are away for a moment.",
      items,
    }),
  ];
}
