import { platformById } from "@/lib/delivery/platforms";
import { fetched, fetchFailures, isFetched, type Resource } from "./fetches";
import { step, type BootItem, type BootNode, type BootStep } from "./step";

/** How the config comes to the node, and what it asks of the boot itself. */
export function configSteps(node: BootNode): BootStep[] {
  return [readStep(node), ...otherConfigs(node), ...kernelArguments(node)];
}

function readStep({ preset, config }: BootNode): BootStep {
  const platform = platformById(preset.target.platform);
  const { handOver, handOverFrom = "" } = preset.target;
  const pointer = handOver === "pointer";
  const how =
    handOver === "wrapped"
      ? "It is packed with gzip, and unpacked here."
      : pointer
        ? "It is a pointer: the config itself is fetched from the address, and its hash is checked."
        : "";
  return step("config", "Ignition reads the config", {
    note: [platform?.handOver, how].filter(Boolean).join(" "),
    ...(pointer
      ? {
          network: true as const,
          items: [{ name: handOverFrom || "no address yet" }],
          failures: fetchFailures(config, [
            { source: handOverFrom, verification: { hash: "sha256" } },
          ]),
        }
      : {}),
  });
}

function otherConfigs({ config }: BootNode): BootStep[] {
  const { replace, merge = [] } = config.ignition?.config ?? {};
  const all: { resource: Resource; item: BootItem }[] = [];
  const add = (resource: Resource, key: string, what: string, at?: number) => {
    if (!isFetched(resource)) return;
    const path = ["ignition", "config", key, ...(at === undefined ? [] : [at])];
    all.push({ resource, item: fetched(resource, path, what) });
  };
  if (replace) add(replace, "replace", "stands in for this config");
  merge.forEach((one, index) => add(one, "merge", "merged", index));
  if (all.length === 0) return [];
  return [
    step("merge-configs", "Fetches other configs", {
      note: "What they ask for is not known here and not part of what follows.",
      network: true,
      items: all.map(({ item }) => item),
      failures: fetchFailures(
        config,
        all.map(({ resource }) => resource),
      ),
    }),
  ];
}

function kernelArguments({ config, preset }: BootNode): BootStep[] {
  const { shouldExist = [], shouldNotExist = [] } =
    config.kernelArguments ?? {};
  const items = [
    ...shouldExist.map((name, index) => ({
      name,
      what: "added where it is missing",
      from: ["kernelArguments", "shouldExist", index],
    })),
    ...shouldNotExist.map((name, index) => ({
      name,
      what: "taken away",
      from: ["kernelArguments", "shouldNotExist", index],
    })),
  ];
  if (items.length === 0) return [];
  const overNetwork = preset.target.platform === "pxe";
  return [
    step("kernel-arguments", "Sets kernel arguments, and reboots once", {
      note: "They are written to /oem/grub.cfg. The node reboots from the initrd, Ignition runs again and goes on, so the first boot takes one cycle more. Arguments that are there already need no reboot.",
      items,
      failures: [
        {
          when: "The node boots over the network or from a live image",
          shows: overNetwork
            ? "It does here: there is no /oem/grub.cfg, and this step fails. Give the arguments to the boot loader instead."
            : "There is no /oem/grub.cfg, and this step fails.",
        },
      ],
    }),
  ];
}
