import { blankLink, blankPeer } from "./schema";
import type { LinkKind, NetworkLink } from "./value";

/** Interfaces that people set up, ready to be changed. */
export interface NetworkRecipe {
  readonly id: string;
  readonly label: string;
  /** What is added to the interfaces that are there. */
  links(known: readonly NetworkLink[]): readonly NetworkLink[];
}

/** Offered in this order. */
export const networkRecipes: readonly NetworkRecipe[] = [
  {
    id: "dhcp",
    label: "Port with DHCP",
    links: (known) => [
      { ...port(known, "lan"), dhcp: "yes", dhcpUse: ["domains", "mtu"] },
    ],
  },
  {
    id: "static",
    label: "Port with a fixed address",
    links: (known) => [
      {
        ...port(known, "lan"),
        addresses: ["10.0.0.101/24"],
        gateways: ["10.0.0.1"],
        dns: ["10.0.0.1"],
      },
    ],
  },
  {
    id: "vlan",
    label: "VLAN on a port",
    links(known) {
      const vlan = made(known, "vlan", "vlan10");
      return [
        { ...port(known, "trunk"), vlans: [vlan.name] },
        { ...vlan, vlanId: "10", dhcp: "yes" },
      ];
    },
  },
  {
    id: "bond",
    label: "Bond of two ports",
    links(known) {
      const bond = made(known, "bond", "bond0");
      return [
        {
          ...port(known, "bond-ports"),
          match: "eno1 eno2",
          bond: bond.name,
        },
        {
          ...bond,
          bondMode: "802.3ad",
          bondMonitor: "100ms",
          dhcp: "yes",
        },
      ];
    },
  },
  {
    id: "bridge",
    label: "Bridge with a port",
    links(known) {
      const bridge = made(known, "bridge", "br0");
      return [
        { ...port(known, "bridge-port"), match: "eno1", bridge: bridge.name },
        { ...bridge, dhcp: "yes" },
      ];
    },
  },
  {
    id: "wireguard",
    label: "WireGuard tunnel",
    links: (known) => [
      {
        ...made(known, "wireguard", "wg0"),
        addresses: ["10.8.0.2/24"],
        peers: [
          {
            ...blankPeer,
            endpoint: "vpn.example.com:51820",
            allowedIps: ["10.8.0.0/24"],
            keepalive: "25",
          },
        ],
      },
    ],
  },
  {
    id: "dummy",
    label: "Dummy with an address of its own",
    links: (known) => [
      { ...made(known, "dummy", "dummy0"), addresses: ["10.255.0.1/32"] },
    ],
  },
];

function port(known: readonly NetworkLink[], name: string): NetworkLink {
  return { ...made(known, "physical", name), match: "en*" };
}

/** With the next name that is free: `vlan10`, `vlan11`; `lan`, `lan2`. */
function made(
  known: readonly NetworkLink[],
  kind: LinkKind,
  name: string,
): NetworkLink {
  const [, stem = "", number] = /^(.*?)(\d*)$/.exec(name)!;
  let free = name;
  for (
    let next = number === "" ? 2 : Number(number) + 1;
    known.some((one) => one.name === free);
    next++
  )
    free = `${stem}${next}`;
  return { ...blankLink, kind, name: free };
}
