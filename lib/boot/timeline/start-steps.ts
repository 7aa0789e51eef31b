import { iniValues } from "@/lib/butane";
import { mergedImages, type Image } from "./images";
import { isOfOs } from "./os-units";
import { isMasked, isOwn, lateUnits, linkedOfOs } from "./unit-state";
import { step, type BootItem, type BootNode, type BootStep } from "./step";

/** The system's start up to the merge of images, which on older releases is part of it. */
export function startSteps(node: BootNode): BootStep[] {
  return [...presets(node), ...mounts(node), ...network(node)];
}

/** Services of the config, and of images that were merged before. */
export function serviceSteps(node: BootNode): BootStep[] {
  const own = enabledOwn(node).filter(({ name }) => !isPlumbing(name));
  const inImages = node.mergesEarly ? lateUnits(node, mergedImages(node)) : [];
  const items = [
    ...own,
    ...enabledOfOs(node),
    ...linkedOfOs(node),
    ...inImages,
  ];
  if (items.length === 0) return [];
  const needNetwork = own.some(({ what }) => what?.includes("the network"));
  const platform = own.some(({ what }) => what?.includes("metadata"));
  return [
    step("services", "Starts services", {
      ...(needNetwork || platform ? { network: true as const } : {}),
      items,
      failures: [
        {
          when: "One of them fails",
          shows:
            "The node comes up without it. “systemctl --failed” names it, “journalctl -u NAME” says why.",
        },
      ],
    }),
  ];
}

function presets(node: BootNode): BootStep[] {
  if (node.tree.presets.length === 0) return [];
  const images = mergedImages(node);
  return [
    step("presets", "Switches units on and off", {
      note: "Presets are applied on the first boot alone; a unit that is enabled later in the config stays as it is on a running node.",
      items: node.tree.presets.map(({ name, enabled, from }) => {
        const late =
          enabled && !node.mergesEarly && isInImage(node, name, images);
        return {
          name,
          what: late
            ? "is inside an image and not there yet: nothing happens"
            : enabled
              ? "on"
              : "off",
          ...(late ? { odd: true as const } : {}),
          from,
        };
      }),
    }),
  ];
}

function isInImage(
  node: BootNode,
  unit: string,
  images: readonly Image[],
): boolean {
  return (
    !isOwn(node, unit) &&
    images.some(({ extension }) =>
      extension?.units.some(({ name }) => name === unit),
    )
  );
}

function mounts(node: BootNode): BootStep[] {
  const items = (node.config.systemd?.units ?? []).flatMap(
    ({ name = "", enabled, contents = "" }, index) => {
      if (!enabled || !/\.(?:mount|swap|automount)$/.test(name)) return [];
      const where = iniValues(contents, "Where").at(-1) ?? name;
      const type = iniValues(contents, "Type").at(-1);
      const what = iniValues(contents, "What").at(-1);
      return [
        {
          name: where,
          what: [what, type].filter(Boolean).join(", "),
          from: ["systemd", "units", index],
        },
      ];
    },
  );
  if (items.length === 0) return [];
  return [
    step("mounts", "Mounts filesystems", {
      items,
      failures: [
        {
          when: "A filesystem that local-fs.target requires cannot be mounted",
          shows: "systemd stops in its emergency mode, on the console.",
        },
      ],
    }),
  ];
}

function network({ tree }: BootNode): BootStep[] {
  const files = tree.files.filter(
    ({ kind, path }) =>
      kind === "file" && /^\/etc\/systemd\/network\/[^/]+$/.test(path),
  );
  if (files.length === 0) return [];
  return [
    step("network", "Sets up the network as the config has it", {
      note: "Up to here the node had the network of the initrd. For an interface, the first file by name that matches it counts.",
      items: files.map(({ path, from }) => ({
        name: path.slice(path.lastIndexOf("/") + 1),
        ...(from ? { from } : {}),
      })),
      failures: [
        {
          when: "No file matches an interface",
          shows:
            "It takes an address from DHCP; “networkctl” shows what it has.",
        },
      ],
    }),
  ];
}

/** Units of the config that are enabled and start with the system, with what they wait for. */
function enabledOwn(node: BootNode): BootItem[] {
  return (node.config.systemd?.units ?? []).flatMap(
    ({ name = "", enabled, mask, contents = "" }, index) => {
      if (!enabled || mask || contents === "") return [];
      const waits = ["After", "Requires", "Wants"].flatMap((key) =>
        iniValues(contents, key).flatMap((value) => value.split(/\s+/)),
      );
      const once = iniValues(contents, "ConditionFirstBoot").at(-1);
      const image = /systemd-sysupdate -C (\S+) update/.exec(contents)?.[1];
      const parts = [
        image && `fetches the image of ${image}, which is merged then`,
        waits.includes("network-online.target") && "waits for the network",
        waits.includes("coreos-metadata.service") &&
          "waits for the platform's metadata",
        waits.includes("systemd-sysext.service") && "after the images",
        /^(?:1|yes|true|on)$/.test(once ?? "") && "on the first boot only",
      ];
      return [
        {
          name,
          what: parts.filter(Boolean).join("; "),
          from: ["systemd", "units", index],
        },
      ];
    },
  );
}

/** Units of the OS that the config only switches on. */
function enabledOfOs(node: BootNode): BootItem[] {
  return (node.config.systemd?.units ?? []).flatMap(
    ({ name = "", enabled, contents = "" }, index) =>
      enabled &&
      contents === "" &&
      isOfOs(name) &&
      !isOwn(node, name) &&
      !isMasked(node, name) &&
      !isPlumbing(name)
        ? [{ name, what: "of the OS", from: ["systemd", "units", index] }]
        : [],
  );
}

/** Mounts have a step of their own, as have updates and images over /etc. */
function isPlumbing(name: string): boolean {
  return (
    /\.(?:mount|swap|automount)$/.test(name) ||
    name === "systemd-sysupdate.timer" ||
    name === "systemd-confext.service"
  );
}
