import { expect, test } from "vitest";
import { chosen, kubernetes, told } from "./testing";

const link = { kind: "physical", name: "lan", match: "eno1", dhcp: "no" };
const fixed = { ...link, addresses: ["10.0.0.5/24"] };
const node = (links: object[], more: object = {}) =>
  told({
    target: { platform: "baremetal" },
    ...chosen(kubernetes),
    network: { links },
    ...more,
  }).filter((one) => one.startsWith("network-too-late"));

test.each<[string, object[], string[]]>([
  [
    "a fixed address alone",
    [fixed],
    ["network-too-late network.links.0.addresses"],
  ],
  [
    "an address on a VLAN",
    [
      { ...link, vlans: ["v10"] },
      { ...fixed, kind: "vlan", name: "v10", vlanId: "10", match: "" },
    ],
    ["network-too-late network.links.1.addresses"],
  ],
  [
    "an interface beside it that asks DHCP",
    [fixed, { ...link, name: "b", match: "eno2", dhcp: "yes" }],
    [],
  ],
  ["a tunnel's address", [{ ...fixed, kind: "dummy" }], []],
])("what is fetched before the network is there, with %s", (_, links, said) => {
  expect(node(links)).toEqual(said);
});

test.each<[string, object]>([
  ["nothing to fetch", { extensions: { chosen: [] } }],
  ["a provider with DHCP", { target: { platform: "aws" } }],
  [
    "an address by kernel argument",
    {
      kernel: { arguments: ["ip=10.0.0.5::10.0.0.1:255.255.255.0::eno1:none"] },
    },
  ],
])("nothing is too late with %s", (_, more) => {
  expect(node([fixed], more)).toEqual([]);
});

test("Flatcar's own extensions are fetched as early", () => {
  expect(node([fixed], chosen({ id: "podman" }))).toHaveLength(1);
});
