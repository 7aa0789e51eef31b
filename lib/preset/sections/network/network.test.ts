import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { transpile } from "@/lib/butane";
import { compose } from "../../compose";
import type { Preset } from "../../preset";
import { read } from "../../read/read";
import { secretsIn, withoutSecrets } from "../../secrets";
import { settlePreset } from "../../settle";
import { ofSchema } from "../../testing";
import { opened, presetOf } from "../testing";
import { network } from ".";
import { networkRecipes } from "./recipes";
import { blankLink, initial } from "./schema";
import { soundNetwork } from "./testing";
import type { NetworkLink, NetworkValue } from "./value";

const header = "variant: flatcar\nversion: 1.0.0\n";

/** Every file, unit, drop-in and link that a network writes, as text. */
function written(value: object): string {
  return compose(presetOf({ network: value })).text.slice(header.length);
}

const sound = soundNetwork.map((value) => presetOf({ network: value }));

describe("law 2", () => {
  test("a network is read back as it was written, without knowing it", () => {
    fc.assert(
      fc.property(sound, (preset) => {
        const { text } = compose(preset);
        expect(transpile(text).report).toEqual([]);
        const found = opened(text);
        expect(found.network).toEqual(preset.network);
        expect(compose(found).text).toBe(text);
        expect(found.rest.whole).toBe(false);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test("in a text that is kept whole, it is read the same and does not move", () => {
    fc.assert(
      fc.property(sound, (preset) => {
        const found = opened(`# mine\n${compose(preset).text}`);
        expect(found.network).toEqual(preset.network);
        expect(opened(found.rest.text, found)).toEqual(found);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test.each([
    ["proxy.example.com:3128", "proxy.example.com:3128"],
    ["http://me:secret@proxy:3128", "proxy:3128"],
    ["me:secret@proxy:3128", "proxy:3128"],
  ])("the proxy %s is described by its host alone", (http, host) => {
    const value = { ...initial, proxy: { ...initial.proxy, http } };
    expect(network.describe!(value)).toEqual([
      `fetches through the proxy ${host}`,
    ]);
  });

  test("whatever is typed, the text is one and reads back", () => {
    fc.assert(
      fc.property(ofSchema(network.schema), (value) => {
        const preset = presetOf({ network: value });
        const { text } = compose(preset);
        const reading = read(text, preset);
        if (reading.ok) expect(reading.value.preset).toEqual(preset);
        else expect(transpile(text).output).toBeNull();
        const again = read(`# mine\n${text}`, {
          ...preset,
          rest: { text: `# mine\n${text}`, whole: true },
        });
        if (!again.ok) return;
        const { preset: found } = again.value;
        expect(opened(found.rest.text, found)).toEqual(found);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

test("nothing is written for what is empty", () => {
  expect(written({})).toBe("");
  expect(
    written({
      links: [
        { kind: "physical", name: "lan" },
        { kind: "physical", name: "", match: "en*" },
        { kind: "vlan", name: "" },
      ],
      tunnels: [{ name: "wg0" }],
      proxy: { except: ["localhost"] },
      hosts: [{ address: "10.0.0.2" }],
      authorities: [{ name: "mine" }],
      firewall: { ipv4: " \n" },
    }),
  ).toBe("");
});

test("a bond of two ports with a VLAN on it is two devices and three networks", () => {
  expect(
    written({
      links: [
        { kind: "physical", name: "ports", match: "eno1 eno2", bond: "bond0" },
        {
          kind: "bond",
          name: "bond0",
          bondMode: "802.3ad",
          bondMonitor: "100ms",
          vlans: ["vlan10"],
          ipv6: "no",
        },
        {
          kind: "vlan",
          name: "vlan10",
          vlanId: "10",
          addresses: ["10.0.0.5/24"],
          gateways: ["10.0.0.1"],
          dhcpIgnore: ["ntp"],
          routes: [{ destination: "10.1.0.0/16", gateway: "10.0.0.254" }],
        },
      ],
    }),
  ).toBe(`
storage:
  files:
    - path: /etc/systemd/network/20-ports.network
      mode: 0644
      contents:
        inline: |
          [Match]
          Name=eno1 eno2

          [Network]
          Bond=bond0
    - path: /etc/systemd/network/10-bond0.netdev
      mode: 0644
      contents:
        inline: |
          [NetDev]
          Name=bond0
          Kind=bond

          [Bond]
          Mode=802.3ad
          MIIMonitorSec=100ms
    - path: /etc/systemd/network/20-bond0.network
      mode: 0644
      contents:
        inline: |
          [Match]
          Name=bond0

          [Network]
          LinkLocalAddressing=no
          IPv6AcceptRA=no
          VLAN=vlan10
    - path: /etc/systemd/network/10-vlan10.netdev
      mode: 0644
      contents:
        inline: |
          [NetDev]
          Name=vlan10
          Kind=vlan

          [VLAN]
          Id=10
    - path: /etc/systemd/network/20-vlan10.network
      mode: 0644
      contents:
        inline: |
          [Match]
          Name=vlan10

          [Network]
          Address=10.0.0.5/24
          Gateway=10.0.0.1

          [Route]
          Destination=10.1.0.0/16
          Gateway=10.0.0.254

          [DHCP]
          UseNTP=false
`);
});

test.each<[string, object, string]>([
  [
    "is passed over by the file of the interface that it is on",
    { macs: ["52:54:00:12:34:56"], vlans: ["vlan10"] },
    "MACAddress=52:54:00:12:34:56\n          Type=!vlan\n",
  ],
  [
    "that is not there needs no exception",
    { macs: ["52:54:00:12:34:56"] },
    "MACAddress=52:54:00:12:34:56\n\n",
  ],
])("a VLAN, which has its carrier's address, %s", (_, part, expected) => {
  const port = { kind: "physical", name: "lan", dhcp: "yes", ...part };
  expect(written({ links: [port] })).toContain(expected);
});

const wireguard = {
  kind: "wireguard",
  name: "wg0",
  privateKey: "yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=",
  peers: [
    {
      publicKey: "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=",
      presharedKey: "FpCyhws9cxwWoV4xELtfJvjJN+zQVRPISllRWgeopVE=",
      allowedIps: ["10.8.0.0/24", "fd00::/64"],
    },
  ],
};

test("a WireGuard key is for root and networkd alone, and in nothing that is shared", () => {
  const preset = presetOf({ network: { links: [wireguard] } });
  const { text } = compose(preset);
  expect(text).toContain(`    - path: /etc/systemd/network/10-wg0.netdev
      mode: 0640
      group:
        id: 244
`);
  expect(secretsIn(preset)).toEqual([
    ["network", "links", 0, "privateKey"],
    ["network", "links", 0, "peers", 0, "presharedKey"],
  ]);
  for (const one of [preset, opened(`# mine\n${text}`)]) {
    const bare = JSON.stringify(withoutSecrets(one));
    expect(bare).not.toContain(wireguard.privateKey);
    expect(bare).not.toContain(wireguard.peers[0]!.presharedKey);
    expect(bare).toContain(wireguard.peers[0]!.publicKey);
  }
});

test("a wg-quick file is root's alone, a secret, and brought up at boot", () => {
  const config = "[Interface]\nPrivateKey = abcdefgh\n";
  const preset = presetOf({ network: { tunnels: [{ name: "wg1", config }] } });
  const { text } = compose(preset);
  expect(text).toContain("/etc/wireguard/wg1.conf\n      mode: 0600");
  expect(text).toContain("wg-quick@wg1.service\n      enabled: true");
  expect(JSON.stringify(withoutSecrets(preset))).not.toContain("abcdefgh");
});

test("a proxy's password keeps its percent signs where systemd reads them, and where a shell does", () => {
  const text = written({
    proxy: {
      https: "http://me:p%40s$s@proxy:3128",
      except: ["localhost", ".example.com"],
      users: ["system", "shell", "update-engine", "docker"],
    },
  });
  expect(text).toContain(
    'DefaultEnvironment="https_proxy=http://me:p%%40s$s@proxy:3128"',
  );
  expect(text).toContain("export HTTPS_PROXY='http://me:p%40s$s@proxy:3128'");
  expect(text).toContain("DefaultEnvironment=NO_PROXY=localhost,.example.com");
  // The path to commands is set in the file that this one takes the place of.
  expect(text).toContain(". /usr/share/baselayout/profile.env\n");
  expect(text.match(/ALL_PROXY/g)).toHaveLength(1);
  expect(text).not.toContain("containerd.service");
});

test("the login of a proxy is a secret, and stands in its addresses as they have to be written", () => {
  const proxy = {
    http: "http://proxy:3128",
    https: "http://other:3128",
    user: "me",
    password: "p@ss word 1",
  };
  const preset = presetOf({ network: { proxy } });
  const { text } = compose(preset);
  expect(text).toContain(
    "http_proxy=http://me:p%%40ss%%20word%%201@proxy:3128",
  );
  expect(text).toContain(
    "'http://me:p%40ss%20word%201@other:3128'".slice(1, -1),
  );
  expect(secretsIn(preset)).toEqual([["network", "proxy", "password"]]);
  const whole = opened(`# mine\n${text}`);
  expect(whole.network.proxy).toMatchObject(proxy);
  const bare = JSON.stringify(withoutSecrets(whole));
  expect(bare).toContain("http://me@proxy:3128");
  expect(bare).not.toContain("p%40ss");
});

test.each([
  ["http://a:b@proxy", "", "http://proxy", "a", "b"],
  ["http://a:b@one", "http://a:b@two", "http://one", "a", "b"],
  ["http://a@proxy", "", "http://proxy", "a", ""],
  ["http://a:b@one", "http://two", "http://a:b@one", "", ""],
  ["http://a:b@one", "http://c:d@two", "http://a:b@one", "", ""],
  // Written in another way than ours, it stays as it is.
  ["http://a:b$@proxy", "", "http://a:b$@proxy", "", ""],
  ["http://a:%zz@proxy", "", "http://a:%zz@proxy", "", ""],
  ["http://@proxy", "", "http://@proxy", "", ""],
])("%s and %s are read as %s of %s", (http, https, rest, user, password) => {
  const preset = presetOf({ network: { proxy: { http, https } } });
  const { text } = compose(preset);
  const found = opened(text).network.proxy;
  expect(found).toMatchObject({ http: rest, user, password });
  expect(
    compose({ ...preset, network: { ...preset.network, proxy: found } }).text,
  ).toBe(text);
});

test("sshd on another port gives port 22 up, by its socket or by itself", () => {
  const socket = written({
    sshd: { listen: ["222", "10.0.0.1:22"], typedLogin: "no" },
  });
  expect(socket).toContain(
    `            [Socket]
            ListenStream=
            ListenStream=222
            ListenStream=10.0.0.1:22
            FreeBind=true
`,
  );
  expect(socket).toContain("KbdInteractiveAuthentication no\n");
  expect(socket).toContain("mode: 0600");
  const daemon = written({
    sshd: { always: true, listen: ["222", "10.0.0.1:22"] },
  });
  expect(daemon).toContain("Port 222\n          ListenAddress 10.0.0.1:22\n");
  expect(daemon).toContain("mask: true");
  expect(daemon).not.toContain("ListenStream");
});

test("certificates are put into the bundle before anything asks for one", () => {
  const pem = "-----BEGIN CERTIFICATE-----\nA\n-----END CERTIFICATE-----";
  const text = written({
    authorities: [
      { name: "one", pem },
      { name: "two", pem },
    ],
  });
  expect(text.match(/trust-certificates\.service/g)).toHaveLength(1);
  expect(text).toContain("ExecStart=/usr/sbin/update-ca-certificates\n");
  expect(text).toContain("WantedBy=sysinit.target");
});

test("ntpd takes the place of timesyncd", () => {
  const text = written({ time: { client: "ntpd", servers: ["a", "b"] } });
  expect(text).toContain("systemd-timesyncd.service\n      mask: true");
  expect(text).toContain("server a\n          server b\n");
  expect(text).not.toContain("timesyncd.conf");
});

describe("files that somebody wrote by hand", () => {
  const hand = `# by hand
${header}storage:
  files:
    - path: /etc/systemd/network/00-eth0.network
      contents:
        inline: |
          [Match]
          Name=eth0

          [Network]
          Address=10.0.0.101/24
          Gateway=10.0.0.1
          DNS=1.2.3.4
          Domains=example.local
    - path: /etc/systemd/network/30-odd.network
      contents:
        inline: |
          # a comment that no form can keep
          [Match]
          Name=eth1
`;

  test("are an interface where they say what the form can, and stay files where they say more", () => {
    const { network, files } = opened(hand);
    expect(network.links).toEqual([
      {
        ...blankLink,
        name: "eth0",
        order: "00",
        match: "eth0",
        addresses: ["10.0.0.101/24"],
        gateways: ["10.0.0.1"],
        dns: ["1.2.3.4"],
        domains: ["example.local"],
      },
    ]);
    expect(files.files.map(({ path }) => path)).toEqual([
      "/etc/systemd/network/30-odd.network",
    ]);
  });

  test("change in the lines that a change is about", () => {
    const before = opened(hand);
    const change = (links: readonly NetworkLink[]): Preset =>
      settlePreset(before, {
        ...before,
        network: { ...before.network, links },
      });
    const [link] = before.network.links;
    const after = change([{ ...link!, dns: ["9.9.9.9"] }]);
    expect(compose(after).text).toBe(hand.replace("1.2.3.4", "9.9.9.9"));
    expect(compose(change([])).text).not.toContain("00-eth0");
  });

  test("stand beside an interface that is only being filled in", () => {
    const before = opened(hand);
    const links = [...before.network.links, { ...blankLink, mtu: "9000" }];
    const after = settlePreset(before, {
      ...before,
      network: { ...before.network, links },
    });
    expect(after.network.links).toEqual(links);
    expect(compose(after).text).toBe(hand);
  });
});

test("somebody who opens a node is told what its network does", () => {
  const value: NetworkValue = {
    ...initial,
    links: [{ ...blankLink, name: "lan" }],
    proxy: { ...initial.proxy, http: "http://user:word@proxy:3128" },
    sshd: { ...initial.sshd, listen: ["222"] },
  };
  expect(network.describe!(value)).toEqual([
    "sets up 1 network interface: lan",
    "fetches through the proxy proxy:3128",
    "changes who may log in over SSH, or where",
  ]);
  expect(network.count!(value)).toBe(3);
});

test.each(networkRecipes.map(({ id, links }) => [id, links] as const))(
  "the recipe %s is a whole network, and a second one takes other names",
  (_, links) => {
    const first = links([]);
    const both = [...first, ...links(first)];
    expect(new Set(both.map(({ name }) => name)).size).toBe(both.length);
    const preset = presetOf({ network: { links: both } });
    const { text } = compose(preset);
    expect(transpile(text).report).toEqual([]);
    expect(opened(text).network.links).toEqual(both);
  },
);
