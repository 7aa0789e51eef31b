import { expect, test } from "vitest";
import { fixed, links, network, told, toldOfNetwork } from "./testing";

const key = "yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=";
const other = "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=";
const wg = (part: object, peer: object = {}) =>
  links({
    kind: "wireguard",
    name: "wg0",
    privateKey: key,
    addresses: ["10.8.0.2/24"],
    peers: [{ publicKey: other, allowedIps: ["10.8.0.0/24"], ...peer }],
    ...part,
  });
const at = "network.links.0";

test.each<[string, object, string]>([
  [
    "a tunnel without a key",
    wg({ privateKey: "" }),
    `wireguard-no-key ${at}.privateKey`,
  ],
  [
    "a key of 31 bytes",
    wg({ privateKey: key.slice(1) }),
    `wireguard-key ${at}.privateKey`,
  ],
  [
    "a key whose last bits are none",
    wg({ privateKey: `${key.slice(0, 42)}B=` }),
    `wireguard-key ${at}.privateKey`,
  ],
  [
    "a port that is none",
    wg({ listenPort: "65536" }),
    `wireguard-port ${at}.listenPort`,
  ],
  [
    "a peer without a key",
    wg({}, { publicKey: "" }),
    `wireguard-key ${at}.peers.0.publicKey`,
  ],
  [
    "the own key of a peer",
    wg({}, { publicKey: key }),
    `wireguard-own-key ${at}.peers.0.publicKey`,
  ],
  [
    "half a preshared key",
    wg({}, { presharedKey: "abc" }),
    `wireguard-key ${at}.peers.0.presharedKey`,
  ],
  [
    "an endpoint without a port",
    wg({}, { endpoint: "vpn.example.com" }),
    `wireguard-endpoint ${at}.peers.0.endpoint`,
  ],
  [
    "keepalive with a unit",
    wg({}, { keepalive: "25s" }),
    `wireguard-keepalive ${at}.peers.0.keepalive`,
  ],
  [
    "a peer with nothing behind it",
    wg({}, { allowedIps: [] }),
    `wireguard-nothing-behind ${at}.peers.0.allowedIps`,
  ],
  [
    "what is behind a peer by name",
    wg({}, { allowedIps: ["lan"] }),
    `wireguard-allowed ${at}.peers.0.allowedIps.0`,
  ],
  [
    "what is behind a peer, and no way there",
    wg({}, { allowedIps: ["10.9.0.0/16"] }),
    `wireguard-unrouted ${at}.peers.0.allowedIps`,
  ],
  [
    "a wg-quick file without a name",
    network({ tunnels: [{ name: "", config: "a" }] }),
    "wg-quick-incomplete network.tunnels.0.name",
  ],
  [
    "a wg-quick device of 16 characters",
    network({ tunnels: [{ name: "a".repeat(16), config: "[Interface]" }] }),
    "wg-quick-name network.tunnels.0.name",
  ],
  [
    "a wg-quick file without its section",
    network({ tunnels: [{ name: "wg1", config: "[Peer]" }] }),
    "wg-quick-section network.tunnels.0.config",
  ],
  [
    "a wg-quick file without a key",
    network({ tunnels: [{ name: "wg1", config: "[Interface]" }] }),
    "wireguard-no-key network.tunnels.0.config",
  ],
  [
    "one device made twice",
    network({
      tunnels: [{ name: "wg1", config: "[Interface]" }],
      links: [{ kind: "wireguard", name: "wg1" }],
    }),
    "wg-quick-twice network.tunnels.0.name",
  ],
])("%s is told", (_, stored, expected) => {
  expect(told(stored)).toContain(expected);
});

test.each<[string, object]>([
  [
    "a tunnel to everywhere",
    wg({}, { allowedIps: ["0.0.0.0/0"], endpoint: "[fd00::1]:51820" }),
  ],
  [
    "a tunnel with a route",
    wg(
      { routes: [{ destination: "10.9.0.0/16" }] },
      { allowedIps: ["10.9.1.0/24"] },
    ),
  ],
  [
    "blanks around what is typed",
    wg(
      {
        privateKey: `${key} `,
        mtu: "1420 ",
        routes: [{ destination: " 10.9.0.0/16", gateway: "", metric: " 5" }],
      },
      { publicKey: ` ${other}`, endpoint: "vpn.example.com:51820 " },
    ),
  ],
  ["a port that WireGuard chooses", wg({ listenPort: "auto" })],
])("nothing is said of %s", (_, stored) => {
  // That a key is among the user data is said of every key.
  expect(
    toldOfNetwork(stored).filter((line) => !line.startsWith("secret-in")),
  ).toEqual([]);
});

test("what is behind a peer gets its route", () => {
  const stored = wg({}, { allowedIps: ["10.9.0.0/16", "10.8.0.1/32"] });
  expect(fixed(stored, "wireguard-unrouted").network.links[0]!.routes).toEqual([
    { destination: "10.9.0.0/16", gateway: "", metric: "" },
  ]);
});
