import fc from "fast-check";

const some = <Value>(...values: readonly Value[]) => fc.constantFrom(...values);

/** Each field is there or is not; what is there differs from its default. */
function part<Fields extends Record<string, fc.Arbitrary<unknown>>>(
  fields: Fields,
  requiredKeys: Extract<keyof Fields, string>[] = [],
) {
  return fc.record(fields, { requiredKeys, noNullPrototype: true });
}

const addressing = {
  order: some("05", "30"),
  mtu: some("9000", "1400"),
  online: some("no", "unmanaged"),
  dhcp: some("yes", "ipv4", "no"),
  addresses: some(["10.0.0.101/24"], ["10.0.0.5/24", "2001:db8::5/64"]),
  gateways: some(["10.0.0.1"]),
  dns: some(["1.1.1.1", "9.9.9.9"]),
  domains: some(["example.local", "~."]),
  ntp: some(["0.pool.example.com"]),
  ipv6: some("no"),
  routes: some(
    [{ destination: "10.1.0.0/16", gateway: "10.0.0.254" }],
    [
      { gateway: "10.0.0.1", metric: "50" },
      { destination: "192.168.0.0/16", gateway: "10.0.0.2" },
    ],
  ),
  dhcpUse: some(["domains"], ["domains", "mtu"]),
  dhcpIgnore: some(["dns", "ntp"], ["hostname"]),
};

const physical = part(
  {
    kind: some("physical"),
    name: some("lan", "eth0"),
    match: some("en*", "eth0 eth1"),
    macs: some(["52:54:00:12:34:56"]),
    vlans: some(["vlan10", "storage"]),
    bond: some("bond0"),
    bridge: some("br0"),
    ...addressing,
  },
  ["kind", "name", "match"],
);

const virtual = fc.oneof(
  part(
    {
      kind: some("vlan"),
      name: some("vlan10"),
      vlanId: some("10"),
      ...addressing,
    },
    ["kind", "name", "vlanId"],
  ),
  part(
    {
      kind: some("bond"),
      name: some("bond0"),
      bondMode: some("802.3ad", "active-backup"),
      bondMonitor: some("100ms"),
      ...addressing,
    },
    ["kind", "name"],
  ),
  part(
    {
      kind: some("bridge"),
      name: some("br0"),
      stp: some("yes", "no"),
      ...addressing,
    },
    ["kind", "name"],
  ),
  part({ kind: some("dummy"), name: some("dummy0"), ...addressing }, [
    "kind",
    "name",
  ]),
  part(
    {
      kind: some("wireguard"),
      name: some("wg0"),
      privateKey: some("yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk="),
      listenPort: some("51820"),
      peers: some([
        {
          publicKey: "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=",
          endpoint: "vpn.example.com:51820",
          allowedIps: ["10.8.0.0/24", "fd00::/64"],
          keepalive: "25",
        },
      ]),
      ...addressing,
    },
    ["kind", "name", "privateKey"],
  ),
);

const proxied = {
  http: some("http://proxy.example.com:3128"),
  https: some("http://proxy.example.com:3129"),
  except: some(["localhost", "10.0.0.0/8"]),
  users: some(["system"], ["system", "docker", "containerd"], ["shell"]),
};

const rules = "*filter\n:INPUT DROP [0:0]\nCOMMIT\n";

/** A section as a careful person might fill it in, in stored form: the spec has nothing against it, and reading finds it again. */
export const soundNetwork = part({
  links: fc.uniqueArray(fc.oneof(physical, virtual), {
    selector: ({ name }) => name,
    maxLength: 4,
  }),
  tunnels: some([{ name: "wg1", config: "[Interface]\nPrivateKey = a\n" }]),
  wait: fc.oneof(
    part({ any: some(true), timeout: some("30") }, ["any"]),
    some({ timeout: "60" }),
  ),
  dns: part(
    {
      servers: some(["9.9.9.9#dns.quad9.net", "1.1.1.1"]),
      fallback: some(["8.8.8.8"]),
      domains: some(["example.com"]),
      dnssec: some("yes", "allow-downgrade", "no"),
      overTls: some("yes", "opportunistic"),
      stub: some(true),
    },
    ["servers"],
  ),
  hosts: some([
    { address: "10.0.0.2", names: ["registry", "registry.example.com"] },
    { address: "fd00::2", names: ["registry6"] },
  ]),
  time: fc.oneof(
    part(
      {
        servers: some(["0.pool.example.com", "1.pool.example.com"]),
        fallback: some(["time.example.com"]),
      },
      ["servers"],
    ),
    part({ client: some("ntpd"), servers: some(["ntp.example.com"]) }, [
      "client",
    ]),
  ),
  proxy: fc.oneof(
    part(
      {
        ...proxied,
        https: some(
          "http://user:p%40ss@proxy.example.com:3128",
          "http://a$b:1",
        ),
      },
      ["http"],
    ),
    part({ ...proxied, user: some("me", "ü r"), password: some("p@ss:%'$") }, [
      "http",
      "user",
    ]),
  ),
  authorities: some([
    {
      name: "company",
      pem: "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
    },
  ]),
  firewall: part({
    ipv4: some(rules),
    ipv6: some(rules),
    nftables: some("table inet filter {\n}\n"),
  }),
  sshd: part({
    rootLogin: some("no", "prohibit-password"),
    typedLogin: some("no", "yes"),
    allowUsers: some(["core"], ["core", "alice"]),
    allowGroups: some(["wheel"]),
    listen: some(["222"], ["222", "10.20.30.40:22"]),
    always: some(true),
    more: some("MaxAuthTries 3\nX11Forwarding no\n"),
  }),
});
