import {
  textAt,
  type ButaneDocument,
  type OpenDocument,
  type Path,
} from "@/lib/butane";
import {
  iniText,
  oneLine,
  readIni,
  valueOf,
  wordsOf,
  type IniSection,
} from "../ini";
import type { Items } from "../parts";
import { blankLink } from "./schema";
import type {
  DhcpIgnore,
  DhcpUse,
  LinkKind,
  NetworkLink,
  Route,
  WireguardPeer,
} from "./value";

const folder = "/etc/systemd/network/";
const usualOrder = "20";

/** Interfaces as networkd's files say them: `.netdev` makes a device, `.network` says what is done with one. */
export const links: Items<NetworkLink> = {
  items: true,
  compose(link, document, at) {
    if (!isWritten(link)) return;
    if (link.kind !== "physical") putDevice(link, document, at);
    document.putFile(
      {
        path: `${folder}${oneLine(link.order) || usualOrder}-${stemOf(link)}.network`,
        mode: 0o644,
        contents: { inline: iniText(networkSections(link)) },
      },
      { origin: at },
    );
  },
  read: readLinks,
  key: ({ kind, name }) => `${kind} ${name}`,
};

/** Without a name there is no file, and a file that matches nothing is passed over by networkd. */
function isWritten(link: NetworkLink): boolean {
  const named = stemOf(link) !== "";
  if (link.kind !== "physical") return named;
  return named && [link.match, ...link.macs].some((one) => oneLine(one) !== "");
}

function stemOf({ name }: NetworkLink): string {
  return oneLine(name);
}

function putDevice(
  link: NetworkLink,
  document: ButaneDocument,
  at: Path,
): void {
  const secret = link.kind === "wireguard";
  document.putFile(
    {
      path: `${folder}10-${stemOf(link)}.netdev`,
      mode: secret ? 0o640 : 0o644,
      // By number: the group belongs to the image, where Ignition need not look for its name.
      ...(secret ? { group: { id: 244 } } : {}),
      contents: { inline: iniText(deviceSections(link)) },
    },
    {
      origin: at,
      ...(secret
        ? {
            comment:
              "The private key is for root and networkd, whose group systemd-network is 244.",
          }
        : {}),
    },
  );
}

function deviceSections(link: NetworkLink): IniSection[] {
  const device: IniSection = {
    name: "NetDev",
    settings: [
      ["Name", link.name],
      ["Kind", link.kind],
    ],
  };
  switch (link.kind) {
    case "vlan":
      return [device, { name: "VLAN", settings: [["Id", link.vlanId]] }];
    case "bond":
      return [
        device,
        {
          name: "Bond",
          settings: [
            ["Mode", link.bondMode],
            ["MIIMonitorSec", link.bondMonitor],
          ],
        },
      ];
    case "bridge":
      return [device, { name: "Bridge", settings: [["STP", link.stp]] }];
    case "wireguard":
      return [
        device,
        {
          name: "WireGuard",
          settings: [
            ["PrivateKey", link.privateKey],
            ["ListenPort", link.listenPort],
          ],
        },
        ...link.peers.map(peerSection),
      ];
    default:
      return [device];
  }
}

function peerSection(peer: WireguardPeer): IniSection {
  return {
    name: "WireGuardPeer",
    settings: [
      ["PublicKey", peer.publicKey],
      ["PresharedKey", peer.presharedKey],
      ["Endpoint", peer.endpoint],
      ...peer.allowedIps.map((one) => ["AllowedIPs", one] as const),
      ["PersistentKeepalive", peer.keepalive],
    ],
  };
}

function networkSections(link: NetworkLink): IniSection[] {
  const macs = link.macs.map(oneLine).filter(Boolean).join(" ");
  const carriesVlans = link.vlans.some((name) => oneLine(name) !== "");
  const match =
    link.kind === "physical"
      ? ([
          ["Name", link.match],
          ["MACAddress", macs],
          // A VLAN has the address of what carries it, and would take this file for its own.
          ["Type", macs !== "" && carriesVlans ? "!vlan" : ""],
        ] as const)
      : ([["Name", link.name]] as const);
  const each = (key: string, values: readonly string[]) =>
    values.map((value) => [key, value] as const);
  return [
    { name: "Match", settings: match },
    {
      name: "Link",
      settings: [
        ["MTUBytes", link.mtu],
        ["RequiredForOnline", link.online === "no" ? "no" : ""],
        ["Unmanaged", link.online === "unmanaged" ? "yes" : ""],
      ],
    },
    {
      name: "Network",
      settings: [
        ["DHCP", link.dhcp],
        ...each("Address", link.addresses),
        ...each("Gateway", link.gateways),
        ...each("DNS", link.dns),
        ["Domains", link.domains.map(oneLine).filter(Boolean).join(" ")],
        ["NTP", link.ntp.map(oneLine).filter(Boolean).join(" ")],
        ["LinkLocalAddressing", link.ipv6],
        ["IPv6AcceptRA", link.ipv6],
        ...each("VLAN", link.vlans),
        ["Bond", link.bond],
        ["Bridge", link.bridge],
      ],
    },
    ...link.routes.map(routeSection),
    {
      name: "DHCP",
      settings: [
        ...uses.map(
          ([use, key]) =>
            [key, link.dhcpUse.includes(use) ? "true" : ""] as const,
        ),
        ...ignores.map(
          ([ignore, key]) =>
            [key, link.dhcpIgnore.includes(ignore) ? "false" : ""] as const,
        ),
      ],
    },
  ];
}

const uses: readonly (readonly [DhcpUse, string])[] = [
  ["domains", "UseDomains"],
  ["mtu", "UseMTU"],
];
const ignores: readonly (readonly [DhcpIgnore, string])[] = [
  ["dns", "UseDNS"],
  ["ntp", "UseNTP"],
  ["routes", "UseRoutes"],
  ["hostname", "UseHostname"],
];

function routeSection(route: Route): IniSection {
  return {
    name: "Route",
    settings: [
      ["Destination", route.destination],
      ["Gateway", route.gateway],
      ["Metric", route.metric],
    ],
  };
}

interface Files {
  order: string;
  network?: readonly IniSection[];
  device?: readonly IniSection[];
}

/** Every interface that has a file of ours, in the order of the text. */
function readLinks(document: OpenDocument): NetworkLink[] {
  const byStem = new Map<string, Files>();
  for (const { key, value } of document.entriesOf("storage.files")) {
    if (!key.startsWith(folder)) continue;
    const [, order, stem, kind] =
      /^(\d+)-([^/]+)\.(network|netdev)$/s.exec(key.slice(folder.length)) ?? [];
    if (order === undefined || stem === undefined) continue;
    const sections = readIni(textAt(value, "contents", "inline") ?? "");
    const known = byStem.get(stem) ?? { order: usualOrder };
    if (kind === "network") {
      known.network ??= sections;
      known.order = order;
    } else if (order === "10") known.device ??= sections;
    byStem.set(stem, known);
  }
  return [...byStem].flatMap(([stem, files]) => linkOf(stem, files) ?? []);
}

const kinds: ReadonlySet<string> = new Set<LinkKind>([
  ...(["vlan", "bond", "bridge", "wireguard", "dummy"] as const),
]);

function linkOf(stem: string, files: Files): NetworkLink | null {
  const { order, network = [], device } = files;
  const kind = device ? valueOf(device, "NetDev", "Kind") : "physical";
  if (device && !kinds.has(kind)) return null;
  const link: NetworkLink = {
    ...blankLink,
    kind: kind as LinkKind,
    name: stem,
    order: order === usualOrder ? "" : order,
    ...networkOf(network),
    ...(device ? deviceOf(device) : matchOf(network)),
  };
  return link;
}

function matchOf(network: readonly IniSection[]): Partial<NetworkLink> {
  return {
    match: valueOf(network, "Match", "Name"),
    macs: wordsOf(network, "Match", "MACAddress"),
  };
}

function networkOf(network: readonly IniSection[]): Partial<NetworkLink> {
  const value = (key: string) => valueOf(network, "Network", key);
  const words = (key: string) => wordsOf(network, "Network", key);
  const dhcp = (key: string) => valueOf(network, "DHCP", key);
  const routes = network.filter(({ name }) => name === "Route");
  return {
    mtu: valueOf(network, "Link", "MTUBytes"),
    online:
      valueOf(network, "Link", "Unmanaged") === "yes"
        ? "unmanaged"
        : valueOf(network, "Link", "RequiredForOnline") === "no"
          ? "no"
          : "",
    dhcp: oneOf(value("DHCP"), "yes", "ipv4", "ipv6", "no"),
    addresses: words("Address"),
    gateways: words("Gateway"),
    dns: words("DNS"),
    domains: words("Domains"),
    ntp: words("NTP"),
    ipv6: oneOf(value("IPv6AcceptRA"), "no"),
    vlans: words("VLAN"),
    bond: value("Bond"),
    bridge: value("Bridge"),
    routes: routes.map((route) => ({
      destination: valueOf([route], "Route", "Destination"),
      gateway: valueOf([route], "Route", "Gateway"),
      metric: valueOf([route], "Route", "Metric"),
    })),
    dhcpUse: uses.filter(([, key]) => dhcp(key) === "true").map(([use]) => use),
    dhcpIgnore: ignores
      .filter(([, key]) => dhcp(key) === "false")
      .map(([ignore]) => ignore),
  };
}

function deviceOf(device: readonly IniSection[]): Partial<NetworkLink> {
  const peers = device.filter(({ name }) => name === "WireGuardPeer");
  return {
    vlanId: valueOf(device, "VLAN", "Id"),
    bondMode: valueOf(device, "Bond", "Mode"),
    bondMonitor: valueOf(device, "Bond", "MIIMonitorSec"),
    stp: oneOf(valueOf(device, "Bridge", "STP"), "yes", "no"),
    privateKey: valueOf(device, "WireGuard", "PrivateKey"),
    listenPort: valueOf(device, "WireGuard", "ListenPort"),
    peers: peers.map((peer) => ({
      publicKey: valueOf([peer], "WireGuardPeer", "PublicKey"),
      presharedKey: valueOf([peer], "WireGuardPeer", "PresharedKey"),
      endpoint: valueOf([peer], "WireGuardPeer", "Endpoint"),
      allowedIps: wordsOf([peer], "WireGuardPeer", "AllowedIPs"),
      keepalive: valueOf([peer], "WireGuardPeer", "PersistentKeepalive"),
    })),
  };
}

/** The value where it is one of those known; empty where it is none, and then the file is not ours. */
function oneOf<Known extends string>(
  value: string,
  ...known: readonly Known[]
): Known | "" {
  return known.find((one) => one === value) ?? "";
}
