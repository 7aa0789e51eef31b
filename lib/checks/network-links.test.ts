import { expect, test } from "vitest";
import { networkRecipes } from "@/lib/preset/sections/network/recipes";
import { fixed, links, told, toldOfNetwork } from "./testing";

const port = (part: object) =>
  links({ kind: "physical", name: "lan", match: "en*", ...part });
const at = "network.links.0";

test.each<[string, object, string]>([
  [
    "an address that is none",
    port({ addresses: ["10.0.0/24"] }),
    `address-malformed ${at}.addresses.0`,
  ],
  [
    "an address without its network",
    port({ addresses: ["10.0.0.5"] }),
    `address-without-network ${at}.addresses.0`,
  ],
  [
    "a network in place of an address",
    port({ addresses: ["10.0.0.0/24"] }),
    `address-is-network ${at}.addresses.0`,
  ],
  [
    "a gateway with a length",
    port({ gateways: ["10.0.0.1/24"] }),
    `gateway-malformed ${at}.gateways.0`,
  ],
  [
    "a gateway elsewhere",
    port({ addresses: ["10.0.0.5/24"], gateways: ["10.0.1.1"] }),
    `gateway-out-of-reach ${at}.gateways.0`,
  ],
  [
    "a gateway and no address",
    port({ gateways: ["10.0.1.1"] }),
    `gateway-out-of-reach ${at}.gateways.0`,
  ],
  [
    "a DNS server by name",
    port({ dns: ["dns.example.com"] }),
    `dns-malformed ${at}.dns.0`,
  ],
  [
    "a route to a name",
    port({ routes: [{ destination: "lan" }] }),
    `route-malformed ${at}.routes.0.destination`,
  ],
  [
    "a route by way of a name",
    port({ routes: [{ gateway: "router" }] }),
    `route-malformed ${at}.routes.0.gateway`,
  ],
  [
    "a metric in words",
    port({ routes: [{ metric: "low" }] }),
    `route-malformed ${at}.routes.0.metric`,
  ],
  ["an MTU in words", port({ mtu: "jumbo" }), `mtu-malformed ${at}.mtu`],
  [
    "an MTU too small for IPv6",
    port({ mtu: "1200" }),
    `mtu-below-ipv6 ${at}.mtu`,
  ],
  ["a file without a name", port({ name: "" }), `link-without-name ${at}.name`],
  ["a name with a slash", port({ name: "a/b" }), `link-name ${at}.name`],
  [
    "a device name of 16 characters",
    links({ kind: "bridge", name: "a".repeat(16) }),
    `device-name-long ${at}.name`,
  ],
  [
    "an interface for none",
    port({ match: "" }),
    `link-matches-nothing ${at}.match`,
  ],
  [
    "a port of a bond by its MAC address",
    port({ match: "", macs: ["52:54:00:12:34:56"], bond: "bond0" }),
    `bond-port-by-mac ${at}.macs`,
  ],
  [
    "half a MAC address",
    port({ macs: ["52:54:00"] }),
    `mac-malformed ${at}.macs.0`,
  ],
  ["an order in words", port({ order: "first" }), `link-order ${at}.order`],
  [
    "two files of one name",
    links(
      { kind: "physical", name: "lan", match: "a" },
      { kind: "physical", name: "lan", match: "b" },
    ),
    "link-name-twice network.links.1.name",
  ],
  [
    "a file behind one for all",
    links(
      { kind: "physical", name: "all", match: "en*" },
      { kind: "physical", name: "lan", match: "eno1" },
    ),
    "link-shadowed network.links.1.match",
  ],
  [
    "a file behind one for the same card",
    links(
      { kind: "physical", name: "a", macs: ["52:54:00:12:34:56"] },
      { kind: "physical", name: "b", macs: ["52-54-00-12-34-56"] },
    ),
    "link-shadowed network.links.1.match",
  ],
  [
    "one address for two",
    links(
      { kind: "physical", name: "a", match: "a", addresses: ["10.0.0.5/24"] },
      { kind: "physical", name: "b", match: "b", addresses: ["10.0.0.5/16"] },
    ),
    "address-twice network.links.1.addresses.0",
  ],
  [
    "a VLAN that nothing makes",
    port({ vlans: ["vlan10"] }),
    `device-missing ${at}.vlans.0`,
  ],
  [
    "a bond that nothing makes",
    port({ bond: "bond0" }),
    `device-missing ${at}.bond`,
  ],
  [
    "a bridge that nothing makes",
    port({ bridge: "br0" }),
    `device-missing ${at}.bridge`,
  ],
  [
    "a VLAN id too high",
    links({ kind: "vlan", name: "vlan10", vlanId: "4095" }),
    `vlan-id ${at}.vlanId`,
  ],
  [
    "a VLAN on nothing",
    links({ kind: "vlan", name: "vlan10", vlanId: "10" }),
    `vlan-loose ${at}.name`,
  ],
  [
    "a VLAN wider than its port",
    links(
      { kind: "vlan", name: "vlan10", vlanId: "10", mtu: "9000" },
      { kind: "physical", name: "lan", match: "a", vlans: ["vlan10"] },
    ),
    `mtu-above-parent ${at}.mtu`,
  ],
  [
    "a bond without ports",
    links({ kind: "bond", name: "bond0" }),
    `bond-without-ports ${at}.name`,
  ],
  [
    "a port of a bond with an address",
    links(
      { kind: "physical", name: "a", match: "a", bond: "bond0", dhcp: "yes" },
      { kind: "bond", name: "bond0" },
    ),
    `port-with-address ${at}.dhcp`,
  ],
])("%s is told", (_, stored, expected) => {
  expect(told(stored)).toContain(expected);
});

test.each<[string, object]>([
  [
    "a gateway of a router",
    port({ addresses: ["fd00::5/64"], gateways: ["fe80::1"] }),
  ],
  [
    "a gateway beside DHCP",
    port({ dhcp: "yes", gateways: ["10.0.0.1", "_dhcp4"] }),
  ],
  [
    "a DNS server with all that it may have",
    port({ dns: ["[fd00::1]:53%eth0#dns.example.com", "9.9.9.9:53"] }),
  ],
  [
    "a card before the pattern",
    links(
      { kind: "physical", name: "a", macs: ["5254.0012.3456"] },
      { kind: "physical", name: "b", match: "en*" },
    ),
  ],
  [
    "the special file first",
    links(
      { kind: "physical", name: "all", match: "en*", order: "80" },
      { kind: "physical", name: "lan", match: "eno1" },
    ),
  ],
  [
    "a pattern with an exception",
    links(
      { kind: "physical", name: "all", match: "!eno1 en*" },
      { kind: "physical", name: "lan", match: "eno1" },
    ),
  ],
  [
    "the same router's address on two wires",
    links(
      { kind: "physical", name: "a", match: "eno1", addresses: ["fe80::1/64"] },
      { kind: "physical", name: "b", match: "eno2", addresses: ["fe80::1/64"] },
    ),
  ],
  [
    "a gateway that a route of its own leads to",
    port({
      addresses: ["203.0.113.7/32"],
      gateways: ["172.31.1.1"],
      routes: [{ destination: "172.31.1.1/32" }],
    }),
  ],
  [
    "a gateway beside DHCP and an address",
    port({ dhcp: "yes", addresses: ["10.0.0.5/24"], gateways: ["10.9.0.1"] }),
  ],
])("nothing is said of %s", (_, stored) => {
  expect(toldOfNetwork(stored)).toEqual([]);
});

test.each(networkRecipes.map((recipe) => [recipe.id, recipe] as const))(
  "the recipe %s lacks at most what only its owner knows",
  (_, { links: added }) => {
    const codes = toldOfNetwork({ network: { links: added([]) } }).map(
      (line) => line.split(" ")[0],
    );
    expect(
      codes.filter(
        (code) => !/^(?:wireguard-(?:no-key|key)|device-missing)$/.test(code!),
      ),
    ).toEqual([]);
  },
);

test("a loose VLAN is put on the one interface there is", () => {
  const stored = links(
    { kind: "vlan", name: "vlan10", vlanId: "10" },
    { kind: "physical", name: "lan", match: "en*", vlans: ["vlan20"] },
  );
  expect(fixed(stored, "vlan-loose").network.links[1]!.vlans).toEqual([
    "vlan20",
    "vlan10",
  ]);
});

test("a netdev file that is typed makes its device", () => {
  const stored = {
    ...port({ vlans: ["vlan10"] }),
    files: {
      files: [
        {
          path: "/etc/systemd/network/vlan10.netdev",
          contents: {
            kind: "text",
            text: "[NetDev]\nName=vlan10\nKind=vlan\n[VLAN]\nId=10\n",
          },
        },
      ],
    },
  };
  expect(toldOfNetwork(stored)).toEqual([]);
});
