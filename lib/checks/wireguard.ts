import type { Path } from "@/lib/butane";
import type {
  NetworkLink,
  WireguardPeer,
} from "@/lib/preset/sections/network/value";
import type { Check, Finding } from "./check";
import { holds, isAddress, parseNetwork } from "./ip";
import { trimmed } from "./trimmed";

// 32 bytes: 43 characters, of which the last has two bits to spare, and a sign for what is missing.
const keyShape = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;

/** Tunnels: keys that are none, peers that nothing reaches, and wg-quick files that do not come up. */
export const wireguard: Check = ({ preset }) => [
  ...preset.network.links.flatMap((link, index) =>
    link.kind === "wireguard"
      ? ofLink(trimmed(link), ["network", "links", index])
      : [],
  ),
  ...preset.network.tunnels.flatMap(({ name, config }, index) =>
    ofTunnel(name, config, ["network", "tunnels", index], preset.network.links),
  ),
];

function ofLink(link: NetworkLink, at: Path): Finding[] {
  const { privateKey, listenPort, peers } = link;
  return [
    ...(keyShape.test(privateKey)
      ? []
      : [
          error(
            privateKey === "" ? "wireguard-no-key" : "wireguard-key",
            privateKey === ""
              ? "The tunnel does not come up: it has no private key."
              : "The tunnel does not come up: a key is 44 characters that end in =, as wg genkey prints it.",
            [...at, "privateKey"],
          ),
        ]),
    ...(["", "auto"].includes(listenPort) || isPort(listenPort)
      ? []
      : [
          error(
            "wireguard-port",
            "networkd passes over it: a port is a number from 1 to 65535.",
            [...at, "listenPort"],
          ),
        ]),
    ...peers.flatMap((peer, index) =>
      ofPeer(trimmed(peer), link, [...at, "peers", index], at),
    ),
  ];
}

function ofPeer(
  peer: WireguardPeer,
  link: NetworkLink,
  at: Path,
  linkAt: Path,
): Finding[] {
  const { publicKey, presharedKey, endpoint, allowedIps, keepalive } = peer;
  const bad = (key: string, code: string, sentence: string) => [
    error(code, sentence, [...at, key]),
  ];
  return [
    ...(keyShape.test(publicKey)
      ? publicKey === link.privateKey
        ? bad(
            "publicKey",
            "wireguard-own-key",
            "This is the node's own private key: the peer's public key stands here, and a key that was shown is replaced.",
          )
        : []
      : bad(
          "publicKey",
          "wireguard-key",
          "networkd passes over this peer: its public key is 44 characters that end in =, as wg pubkey prints it.",
        )),
    ...(presharedKey === "" || keyShape.test(presharedKey)
      ? []
      : bad(
          "presharedKey",
          "wireguard-key",
          "networkd passes over this peer: a preshared key is 44 characters that end in =, as wg genpsk prints it.",
        )),
    ...(endpoint === "" || isEndpoint(endpoint)
      ? []
      : bad(
          "endpoint",
          "wireguard-endpoint",
          "networkd passes over it: an endpoint is a host and a port, such as vpn.example.com:51820 or [fd00::1]:51820.",
        )),
    ...(keepalive === "" || /^(?:off|\d{1,5})$/.test(keepalive)
      ? []
      : bad(
          "keepalive",
          "wireguard-keepalive",
          "networkd passes over it: keepalive is a number of seconds.",
        )),
    ...(allowedIps.length === 0
      ? bad(
          "allowedIps",
          "wireguard-nothing-behind",
          "Nothing goes to this peer and nothing is taken from it: name the addresses behind it.",
        )
      : allowedIps.flatMap((one, place) =>
          parseNetwork(one) || isAddress(one)
            ? []
            : [
                error(
                  "wireguard-allowed",
                  `networkd passes over ${one}: what is behind a peer is a network such as 10.8.0.0/24.`,
                  [...at, "allowedIps", place],
                ),
              ],
        )),
    ...unrouted(peer, link, at, linkAt),
  ];
}

/** Unlike wg-quick, networkd adds no route for what is behind a peer. */
function unrouted(
  { allowedIps }: WireguardPeer,
  link: NetworkLink,
  at: Path,
  linkAt: Path,
): Finding[] {
  const known = link.addresses.map((one) => parseNetwork(one));
  // An address that cannot be read is told by itself, or is a variable.
  if (known.includes(undefined)) return [];
  const own = known.filter((one) => one !== undefined);
  const missing = allowedIps.filter((one) => {
    const network = parseNetwork(one);
    return (
      network !== undefined &&
      !own.some(
        (mine) => mine.length <= network.length && holds(mine, network),
      ) &&
      !link.routes.some(({ destination }) => {
        const route = parseNetwork(destination);
        return route && route.length <= network.length && holds(route, network);
      })
    );
  });
  // What is sent to every address is a decision of its own.
  const added = missing.filter((one) => !one.endsWith("/0"));
  if (added.length === 0) return [];
  return [
    {
      kind: "warning",
      code: "wireguard-unrouted",
      sentence: `The peer answers for ${added.join(" and ")}, and nothing is sent there: networkd adds no route by itself.`,
      field: [...at, "allowedIps"],
      fix: {
        label: added.length === 1 ? "Add the route" : "Add the routes",
        edits: [
          {
            path: [...linkAt, "routes"],
            value: [
              ...link.routes,
              ...added.map((destination) => ({
                destination,
                gateway: "",
                metric: "",
              })),
            ],
          },
        ],
      },
    },
  ];
}

function ofTunnel(
  name: string,
  config: string,
  at: Path,
  links: readonly NetworkLink[],
): Finding[] {
  if (name === "" && config === "") return [];
  const bad = (key: string, code: string, sentence: string) => [
    error(code, sentence, [...at, key]),
  ];
  if (name === "" || config.trim() === "")
    return [
      {
        kind: "warning",
        code: "wg-quick-incomplete",
        sentence: `This file is not written while its ${name === "" ? "name" : "text"} is empty.`,
        field: [...at, name === "" ? "name" : "config"],
      },
    ];
  if (!/^[a-zA-Z0-9_=+.-]{1,15}$/.test(name))
    return bad(
      "name",
      "wg-quick-name",
      "wg-quick takes a device name of at most 15 letters, digits and signs such as - and _.",
    );
  if (links.some((link) => link.kind !== "physical" && link.name === name))
    return bad(
      "name",
      "wg-quick-twice",
      `networkd makes a device ${name} already, so wg-quick stops.`,
    );
  if (!/^\s*\[Interface\]/im.test(config))
    return bad(
      "config",
      "wg-quick-section",
      "wg-quick stops: the file has no [Interface].",
    );
  return /^\s*(?:PrivateKey|PostUp)\s*=\s*\S/im.test(config)
    ? []
    : bad(
        "config",
        "wireguard-no-key",
        "The tunnel does not come up: [Interface] has no PrivateKey.",
      );
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65536;
}

function isEndpoint(text: string): boolean {
  const [, six, name, port = ""] =
    /^(?:\[([^\]]+)\]|([^\s:/]+)):(\d+)$/.exec(text) ?? [];
  return (
    isPort(port) && (six === undefined ? name !== undefined : isAddress(six))
  );
}

function error(code: string, sentence: string, field: Path): Finding {
  return { kind: "error", code, sentence, field };
}
