import type { Path } from "@/lib/butane";
import type { NetworkLink } from "@/lib/preset/sections/network/value";
import type { Check, Finding } from "./check";
import {
  holds,
  isAddress,
  isNetworkItself,
  parseAddress,
  parseNetwork,
  type Address,
} from "./ip";
import { trimmed } from "./trimmed";

/** What networkd passes over in an interface's addresses, or takes in another way than it was meant. */
export const linkAddresses: Check = ({ preset }) => {
  const { links } = preset.network;
  const first = new Map<string, string>();
  return links.flatMap((link, index) => {
    const at = ["network", "links", index];
    const twice = link.addresses.flatMap((address, place): Finding[] => {
      const host = address.replace(/\/.*$/, "");
      const parsed = parseAddress(host);
      // One that holds on its own wire alone may be on each of them.
      if (!parsed || isLinkLocal(parsed)) return [];
      const before = first.get(host);
      if (before === undefined) {
        first.set(host, link.name || "another interface");
        return [];
      }
      // Not wrong where one of the two is never there, or the routes are set by hand.
      return [
        {
          kind: "warning",
          code: "address-twice",
          sentence: `${host} is an address of ${before} already: what is sent to it arrives at one of the two.`,
          field: [...at, "addresses", place],
        },
      ];
    });
    return [
      ...twice,
      ...link.addresses.flatMap((one, place) =>
        ofAddress(one, [...at, "addresses", place]),
      ),
      ...link.gateways.flatMap((one, place) =>
        ofGateway(one, link, [...at, "gateways", place]),
      ),
      ...link.dns.flatMap((one, place) => ofDns(one, [...at, "dns", place])),
      ...ofRoutes(link, at),
      ...ofMtu(link, at),
    ];
  });
};

function ofAddress(text: string, field: Path): Finding[] {
  const network = parseNetwork(text);
  if (network)
    return isNetworkItself(network)
      ? [
          {
            kind: "warning",
            code: "address-is-network",
            sentence: `${text} is the network itself: the node needs an address in it.`,
            field,
          },
        ]
      : [];
  return isAddress(text)
    ? [
        {
          kind: "warning",
          code: "address-without-network",
          sentence: `Nothing says how long the network's part of ${text} is: the node may not see its neighbours. Write it as ${text}/${text.includes(":") ? 64 : 24}, with the length of your network.`,
          field,
        },
      ]
    : [
        error(
          "address-malformed",
          `networkd passes over ${text}: an address is such as 10.0.0.101/24 or fd00::5/64.`,
          field,
        ),
      ];
}

function ofGateway(text: string, link: NetworkLink, field: Path): Finding[] {
  const gateway = parseAddress(text);
  if (!gateway)
    // networkd takes these for what DHCP or a router said.
    return /^_(?:dhcp4|ipv6ra)$/.test(text)
      ? []
      : [
          error(
            "gateway-malformed",
            `networkd passes over ${text}: a gateway is an address without a length, such as 10.0.0.1.`,
            field,
          ),
        ];
  // A route without a gateway leads out of the interface itself, as providers with an address of length 32 want it.
  const direct = link.routes.flatMap(({ destination, gateway }) =>
    gateway !== "" ? [] : (parseNetwork(hostNetwork(destination)) ?? []),
  );
  const own = link.addresses.map((one) => parseNetwork(one));
  // An address that cannot be read is told by itself, or is a variable.
  if (own.includes(undefined)) return [];
  const networks = [
    ...own.filter((one) => one !== undefined),
    ...direct,
  ].filter(({ family }) => family === gateway.family);
  const asks = link.dhcp !== "" && link.dhcp !== "no";
  if (
    isLinkLocal(gateway) ||
    networks.some((network) => holds(network, gateway))
  )
    return [];
  // DHCP and routers give networks that nobody knows here.
  if (asks || (networks.length === 0 && gateway.family === 6)) return [];
  return [
    {
      kind: "warning",
      code: "gateway-out-of-reach",
      sentence: `${text} is in none of the interface's networks: the route is not set, and the node reaches nothing beyond them.`,
      field,
    },
  ];
}

function isLinkLocal({ family, bits }: Address): boolean {
  return family === 6 && bits >> 118n === 0x3fan;
}

/** A host alone is a network of one. */
function hostNetwork(text: string): string {
  const address = parseAddress(text);
  return address ? `${text}/${address.family === 4 ? 32 : 128}` : text;
}

/** A DNS server may have a port, an interface, and a name for its certificate. */
export function ofDns(text: string, field: Path): Finding[] {
  const bare = text.replace(/#.*$/, "").replace(/%[^%]+$/, "");
  const host =
    /^\[(.*)\]:\d+$/.exec(bare)?.[1] ?? /^([^:]*):\d+$/.exec(bare)?.[1] ?? bare;
  return isAddress(host)
    ? []
    : [
        error(
          "dns-malformed",
          `${text} is passed over: a DNS server is an IP address, such as 9.9.9.9 or 9.9.9.9#dns.quad9.net.`,
          field,
        ),
      ];
}

function ofRoutes({ routes }: NetworkLink, at: Path): Finding[] {
  return routes.flatMap((route, index) => {
    const { destination, gateway, metric } = trimmed(route);
    const own = [...at, "routes", index];
    const bad = (code: string, key: string, sentence: string) =>
      error(code, sentence, [...own, key]);
    return [
      ...(destination === "" ||
      parseNetwork(destination) ||
      isAddress(destination)
        ? []
        : [
            bad(
              "route-malformed",
              "destination",
              `networkd passes over the route: ${destination} is no network such as 10.1.0.0/16.`,
            ),
          ]),
      ...(gateway === "" || isAddress(gateway) || gateway.startsWith("_")
        ? []
        : [
            bad(
              "route-malformed",
              "gateway",
              `networkd passes over the route: ${gateway} is no address.`,
            ),
          ]),
      ...(metric === "" || /^\d{1,10}$/.test(metric)
        ? []
        : [
            bad(
              "route-malformed",
              "metric",
              "networkd passes over the route: a metric is a number.",
            ),
          ]),
    ];
  });
}

function ofMtu(link: NetworkLink, at: Path): Finding[] {
  const mtu = link.mtu.trim();
  const field = [...at, "mtu"];
  if (mtu === "") return [];
  if (!/^\d{1,7}K?$/.test(mtu))
    return [
      error(
        "mtu-malformed",
        "networkd passes over it: the MTU is a number of bytes, such as 1400 or 9000.",
        field,
      ),
    ];
  if (mtu.endsWith("K") || Number(mtu) >= 1280 || link.ipv6 === "no") return [];
  return [
    {
      kind: "warning",
      code: "mtu-below-ipv6",
      sentence:
        "IPv6 needs 1280 bytes: with a smaller MTU the interface has no IPv6, or gets 1280 after all.",
      why: "Switch IPv6 off on the interface if that is meant.",
      field,
    },
  ];
}

function error(code: string, sentence: string, field: Path): Finding {
  return { kind: "error", code, sentence, field };
}
