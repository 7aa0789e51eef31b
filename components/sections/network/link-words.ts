import type { LinkKind } from "@/lib/preset/sections/network/value";

/** What an interface can be, in the order they are offered. */
export const kinds: readonly { value: LinkKind; label: string }[] = [
  { value: "physical", label: "Port of the machine" },
  { value: "vlan", label: "VLAN" },
  { value: "bond", label: "Bond" },
  { value: "bridge", label: "Bridge" },
  { value: "wireguard", label: "WireGuard" },
  { value: "dummy", label: "Dummy" },
];

export function kindLabel(kind: LinkKind): string {
  return kinds.find(({ value }) => value === kind)?.label ?? kind;
}

export const dhcpChoices = [
  { value: "", label: "Not set (no DHCP)" },
  { value: "yes", label: "IPv4 and IPv6" },
  { value: "ipv4", label: "IPv4" },
  { value: "ipv6", label: "IPv6" },
  { value: "no", label: "No" },
] as const;

export const bondModes = [
  { value: "", label: "balance-rr (the kernel's default)" },
  { value: "active-backup", label: "active-backup" },
  { value: "802.3ad", label: "802.3ad (LACP)" },
  { value: "balance-xor", label: "balance-xor" },
  { value: "balance-tlb", label: "balance-tlb" },
  { value: "balance-alb", label: "balance-alb" },
  { value: "broadcast", label: "broadcast" },
  { value: "balance-rr", label: "balance-rr" },
] as const;
