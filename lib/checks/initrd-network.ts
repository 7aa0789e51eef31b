import type { NetworkLink } from "@/lib/preset/sections/network/value";
import type { Preset } from "@/lib/preset/preset";
import { downloadsOf } from "@/lib/delivery/downloads";
import type { Check, Finding } from "./check";
import { chosenOf } from "./extensions";

/** Where a network without DHCP is usual; providers of clouds have it. */
const ownNetworks: ReadonlySet<string> = new Set([
  "baremetal",
  "vmware",
  "proxmoxve",
  "hyperv",
  "nutanix",
  "generic-url",
]);

/**
 * What is fetched before the node's own network is there: the initrd asks all interfaces for DHCP and knows no VLAN, and Ignition
 * tries again without end.
 */
export const initrdNetwork: Check = (input) => {
  const { preset, transpiled, composed } = input;
  if (!ownNetworks.has(preset.target.platform) || isGivenEarlier(preset))
    return [];
  const { links } = preset.network;
  const fixed = links.findIndex(isFixed);
  if (fixed < 0 || links.some(asksDhcp)) return [];
  const what = fetched(
    downloadsOf(transpiled, composed, preset).length,
    chosenOf(preset).some(({ extension }) => extension?.kind === "flatcar"),
  );
  if (what === undefined) return [];
  const tagged = links.every((link) => !isFixed(link) || link.kind === "vlan");
  const finding: Finding = {
    kind: tagged ? "warning" : "info",
    code: "network-too-late",
    sentence: `The node fetches ${what} in the initrd, before ${tagged ? "its VLAN" : "this address"} is there: without DHCP ${tagged ? "on the untagged network" : "on its network"} the first boot waits without end.`,
    why: "Where there is none, give the boot loader an argument such as ip=10.0.0.5::10.0.0.1:255.255.255.0::eth0:none:10.0.0.1.",
    field: ["network", "links", fixed, "addresses"],
  };
  return [finding];
};

function isFixed({ kind, addresses }: NetworkLink): boolean {
  return (
    kind !== "wireguard" &&
    kind !== "dummy" &&
    addresses.some((address) => address.trim() !== "")
  );
}

function asksDhcp({ dhcp }: NetworkLink): boolean {
  return dhcp !== "" && dhcp !== "no";
}

/** Ignition sets the arguments and starts again before it fetches files. */
function isGivenEarlier({ kernel }: Preset): boolean {
  return kernel.arguments.some((one) => /^ip=/.test(one.trim()));
}

function fetched(files: number, isOfficial: boolean): string | undefined {
  if (files === 0) return isOfficial ? "Flatcar's own extensions" : undefined;
  return files === 1 ? "a file" : `${files} files`;
}
