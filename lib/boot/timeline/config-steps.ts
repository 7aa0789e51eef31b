import { platformById } from "@/lib/delivery/platforms";
import { fetched, fetchFailures, isFetched, type Resource } from "./fetches";
import { step, type BootItem, type BootNode, type BootStep } from "./step";

/** How the config comes to the node, and what it asks of the boot itself. */
export function configSteps(node: BootNode): BootStep[] {
  const replaced = Boolean(node.config.ignition?.config?.replace?.source);
  return [
    readStep(node),
    ...otherConfigs(node),
    ...(replaced ? [] : kernelArguments(node)),
  ];
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
    if (!resource.source) return;
    const from = ["ignition", "config", key, ...(at === undefined ? [] : [at])];
    const item = isFetched(resource)
      ? fetched(resource, from, what)
      : { name: "a config inside this one", what, from };
    all.push({ resource, item });
  };
  // Where one stands in, Ignition looks at nothing else of this config.
  if (replace?.source) add(replace, "replace", "stands in for this config");
  else merge.forEach((one, index) => add(one, "merge", "merged", index));
  if (all.length === 0) return [];
  const far = all.flatMap(({ resource }) =>
    isFetched(resource) ? [resource] : [],
  );
  return [
    step(
      "merge-configs",
      far.length > 0 ? "Fetches other configs" : "Takes in other configs",
      {
        note: "What they ask for is not known here and not part of what follows.",
        ...(far.length > 0 ? { network: true as const } : {}),
        items: all.map(({ item }) => item),
        failures: fetchFailures(config, far),
      },
    ),
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
