import { expect, test } from "vitest";
import { run } from "@/lib/pipeline";
import { setAt } from "@/lib/set-at";
import { networkRecipes } from "@/lib/preset/sections/network/recipes";
import { firewallStart } from "@/lib/preset/sections/network/firewall-start";
import { catalogue, chosen, kubernetes, presetOf, told } from "./testing";

const network = (part: object) => ({ network: part });
const links = (...all: object[]) => network({ links: all });
const port = (part: object) =>
  links({ kind: "physical", name: "lan", match: "en*", ...part });
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
const firewall = (part: object) => network({ firewall: part });
const ipv4 = firewallStart.ipv4;
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
  [
    "a DNS server of the node by name",
    network({ dns: { servers: ["dns.example.com"] } }),
    "dns-malformed network.dns.servers.0",
  ],
  [
    "the stub below a cluster",
    { ...network({ dns: { stub: true } }), ...chosen(kubernetes) },
    "dns-stub-with-cluster network.dns.stub",
  ],
  [
    "a name for a name",
    network({ hosts: [{ address: "registry", names: ["a"] }] }),
    "hosts-address network.hosts.0.address",
  ],
  [
    "an address without a name",
    network({ hosts: [{ address: "10.0.0.2" }] }),
    "hosts-without-name network.hosts.0.names",
  ],
  [
    "a wait in words",
    network({ wait: { timeout: "a while" } }),
    "wait-timeout network.wait.timeout",
  ],
  [
    "a proxy without its scheme",
    network({ proxy: { http: "proxy:3128" } }),
    "proxy-address network.proxy.http",
  ],
  [
    "a proxy's password in its address",
    network({ proxy: { http: "http://a:b@proxy" } }),
    "proxy-with-password network.proxy.http",
  ],
  [
    "a password without a user",
    network({ proxy: { http: "http://proxy", password: "a" } }),
    "proxy-user network.proxy.user",
  ],
  [
    "a proxy's password in an address without its scheme",
    network({ proxy: { http: "a:b@proxy:3128" } }),
    "proxy-with-password network.proxy.http",
  ],
  [
    "a proxy's password in an address of another scheme",
    network({ proxy: { https: "socks5://a:b@proxy" } }),
    "proxy-with-password network.proxy.https",
  ],
  [
    "a login that an address without its scheme does not take",
    network({ proxy: { http: "proxy:3128", user: "a", password: "b" } }),
    "proxy-login-unused network.proxy.http",
  ],
  [
    "a login that an address has its own instead of",
    network({ proxy: { https: "http://b@proxy", user: "a" } }),
    "proxy-login-unused network.proxy.https",
  ],
  [
    "a user without a proxy",
    network({ proxy: { user: "a" } }),
    "proxy-unset network.proxy.http",
  ],
  [
    "an authority without a name",
    network({ authorities: [{ name: "", pem: "a" }] }),
    "authority-incomplete network.authorities.0.name",
  ],
  [
    "an authority with a path",
    network({
      authorities: [{ name: "a/b", pem: "-----BEGIN CERTIFICATE-----" }],
    }),
    "authority-name network.authorities.0.name",
  ],
  [
    "an authority's private key",
    network({
      authorities: [{ name: "a", pem: "-----BEGIN EC PRIVATE KEY-----" }],
    }),
    "authority-private-key network.authorities.0.pem",
  ],
  [
    "an authority in DER",
    network({ authorities: [{ name: "a", pem: "MIIB" }] }),
    "authority-no-pem network.authorities.0.pem",
  ],
  [
    "two authorities of one name",
    network({
      authorities: [
        { name: "a", pem: "x" },
        { name: "a", pem: "x" },
      ],
    }),
    "authority-twice network.authorities.1.name",
  ],
  [
    "rules without COMMIT",
    firewall({ ipv4: ipv4.replace("COMMIT", "") }),
    "firewall-not-loaded network.firewall.ipv4",
  ],
  [
    "rules in no table",
    firewall({ ipv4: "-A INPUT -j DROP" }),
    "firewall-not-loaded network.firewall.ipv4",
  ],
  [
    "a command in place of a rule",
    firewall({ ipv4: "*filter\niptables -A INPUT\nCOMMIT" }),
    "firewall-not-loaded network.firewall.ipv4",
  ],
  [
    "an open brace",
    firewall({ nftables: "table inet a {" }),
    "firewall-not-loaded network.firewall.nftables",
  ],
  [
    "a brace too many",
    firewall({ nftables: "table inet a {\n}\n}" }),
    "firewall-not-loaded network.firewall.nftables",
  ],
  [
    "rules without SSH",
    firewall({ ipv4: ipv4.replace("dport 22", "dport 80") }),
    "firewall-keeps-ssh-out network.firewall.ipv4",
  ],
  [
    "rules whose last drops all",
    firewall({
      ipv4: "*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -p tcp --dport 80 -j ACCEPT\n-A INPUT -j DROP\nCOMMIT",
    }),
    "firewall-keeps-ssh-out network.firewall.ipv4",
  ],
  [
    "rules for another port than sshd's",
    network({ firewall: { ipv4 }, sshd: { listen: ["222"] } }),
    "firewall-keeps-ssh-out network.firewall.ipv4",
  ],
  [
    "nftables without SSH",
    firewall({
      nftables: firewallStart.nftables.replace("dport 22", "dport { 80, 443 }"),
    }),
    "firewall-keeps-ssh-out network.firewall.nftables",
  ],
  [
    "sshd at a name",
    network({ sshd: { listen: ["node:22"] } }),
    "sshd-listen network.sshd.listen.0",
  ],
  [
    "sshd for a user who is none",
    network({ sshd: { allowUsers: ["alice"] } }),
    "sshd-nobody network.sshd.allowUsers",
  ],
])("%s is told", (_, stored, expected) => {
  expect(told(stored)).toContain(expected);
});

const ofNetwork = (stored: object) =>
  told(stored).filter((line) => line.includes(" network."));

test.each(networkRecipes.map((recipe) => [recipe.id, recipe] as const))(
  "the recipe %s lacks at most what only its owner knows",
  (_, { links: added }) => {
    const codes = ofNetwork({ network: { links: added([]) } }).map(
      (line) => line.split(" ")[0],
    );
    expect(
      codes.filter(
        (code) => !/^(?:wireguard-(?:no-key|key)|device-missing)$/.test(code!),
      ),
    ).toEqual([]);
  },
);

const quiet: readonly [string, object][] = [
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
  ["the firewall to begin with", firewall(firewallStart)],
  [
    "SSH among other ports",
    firewall({
      ipv4: ipv4.replace("--dport 22", "-m multiport --dports 20:25,80"),
    }),
  ],
  [
    "a chain of one's own",
    firewall({ ipv4: ipv4.replace("-m tcp --dport 22 -j ACCEPT", "-j ssh") }),
  ],
  [
    "SSH from one network",
    firewall({
      nftables: firewallStart.nftables.replace(
        "tcp dport",
        "ip saddr 10.0.0.0/8 tcp dport",
      ),
    }),
  ],
  ...[
    "tcp dport 22 ct state new accept",
    "ct state { new, established } tcp dport 22 accept",
    "tcp dport @ssh accept",
    "tcp dport $ssh_port accept",
    "tcp dport vmap { 22 : accept }",
    "tcp dport 22 accept # } not the end",
  ].map((rule): [string, object] => [
    rule,
    firewall({
      nftables: firewallStart.nftables.replace(
        "tcp dport 22 accept",
        () => rule,
      ),
    }),
  ]),
  [
    "a chain on one line",
    firewall({
      nftables:
        "table inet filter { chain input { type filter hook input priority 0; policy drop; tcp dport 22 accept; }; }",
    }),
  ],
  [
    "SSH by the state of its connection",
    firewall({
      ipv4: ipv4.replace(
        "-m tcp --dport",
        "-m conntrack --ctstate NEW,ESTABLISHED --dport",
      ),
    }),
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
  ...["30", "2 min", "1min 30s", "infinity"].map(
    (timeout): [string, object] => [
      `a wait of ${timeout}`,
      network({ wait: { timeout } }),
    ],
  ),
  [
    "no rule about what comes in",
    firewall({ nftables: "table ip nat {\n}\n" }),
  ],
  [
    "sshd for a pattern of users",
    network({
      sshd: { allowUsers: ["ops-*"], listen: ["222", "[fd00::1]:22"] },
    }),
  ],
];

test.each(quiet)("nothing is said of %s", (_, stored) => {
  expect(
    ofNetwork(stored).filter((line) => !line.startsWith("secret-in")),
  ).toEqual([]);
});

function fixed(stored: object, code: string) {
  const preset = presetOf(stored);
  const { fix } = run(preset, catalogue).problems.find(
    (one) => one.code === code,
  )!;
  return fix!.edits.reduce(
    (node, { path, value }) => setAt(node, path, value),
    preset,
  ).network;
}

test("a user whom only a fleet's table knows is somebody", () => {
  const stored = network({ sshd: { allowUsers: ["{{admin}}"] } });
  expect(told(stored).join(" ")).not.toContain("sshd-nobody");
});

test("a loose VLAN is put on the one interface there is", () => {
  const stored = links(
    { kind: "vlan", name: "vlan10", vlanId: "10" },
    { kind: "physical", name: "lan", match: "en*", vlans: ["vlan20"] },
  );
  expect(fixed(stored, "vlan-loose").links[1]!.vlans).toEqual([
    "vlan20",
    "vlan10",
  ]);
});

test("what is behind a peer gets its route", () => {
  const stored = wg({}, { allowedIps: ["10.9.0.0/16", "10.8.0.1/32"] });
  expect(fixed(stored, "wireguard-unrouted").links[0]!.routes).toEqual([
    { destination: "10.9.0.0/16", gateway: "", metric: "" },
  ]);
});

test("a proxy's password becomes a secret", () => {
  const stored = network({ proxy: { http: "http://me:p%40ss@proxy:3128" } });
  expect(fixed(stored, "proxy-with-password").proxy).toMatchObject({
    http: "http://proxy:3128",
    user: "me",
    password: "p@ss",
  });
});

test.each([
  ["proxy.example.com:3128", "write http://proxy.example.com:3128."],
  ["me:secret@proxy:3128", "write http://proxy:3128."],
  ["//proxy:3128", "write http://proxy:3128."],
])("%s is told with its scheme, and without its login", (http, expected) => {
  const found = run(presetOf(network({ proxy: { http } })), catalogue).problems;
  const { sentence } = found.find(({ code }) => code === "proxy-address")!;
  expect(sentence).toContain(expected);
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
  expect(ofNetwork(stored)).toEqual([]);
});
