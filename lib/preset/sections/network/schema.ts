import { closed, oneOf, text, texts } from "../../section";
import { choice, listOf, off, secret, several, word } from "../fields";
import { defaultsOf } from "../parts";
import type { NetworkLink, NetworkValue, WireguardPeer, Route } from "./value";

const route = closed({ destination: word, gateway: word, metric: word });

const peer = closed({
  publicKey: word,
  presharedKey: secret,
  endpoint: word,
  allowedIps: texts,
  keepalive: { ...word, description: "Seconds." },
});

const link = closed(
  {
    kind: oneOf("physical", "vlan", "bond", "bridge", "wireguard", "dummy"),
    name: text,
    order: {
      ...word,
      description: "Digits the file begins with; empty is 20.",
    },
    match: { ...word, description: "Names or patterns of interfaces." },
    macs: texts,
    mtu: word,
    online: choice("no", "unmanaged"),
    dhcp: choice("yes", "ipv4", "ipv6", "no"),
    addresses: texts,
    gateways: texts,
    dns: texts,
    domains: texts,
    ntp: texts,
    ipv6: choice("no"),
    vlans: texts,
    bond: word,
    bridge: word,
    routes: listOf(route),
    dhcpUse: several("domains", "mtu"),
    dhcpIgnore: several("dns", "ntp", "routes", "hostname"),
    vlanId: word,
    bondMode: word,
    bondMonitor: word,
    stp: choice("yes", "no"),
    privateKey: secret,
    listenPort: word,
    peers: listOf(peer),
  },
  ["kind", "name"],
);

const dns = closed({
  servers: texts,
  fallback: texts,
  domains: texts,
  dnssec: choice("yes", "allow-downgrade", "no"),
  overTls: choice("yes", "opportunistic", "no"),
  stub: off,
});

const time = closed({
  client: choice("ntpd"),
  servers: texts,
  fallback: texts,
});

const proxy = closed({
  http: word,
  https: word,
  user: word,
  password: secret,
  except: texts,
  users: {
    ...several(
      ...["system", "shell", "update-engine"],
      ...["sysupdate", "docker", "containerd"],
    ),
    default: ["system", "shell", "update-engine"],
  },
});

const firewall = closed({ ipv4: word, ipv6: word, nftables: word });

const sshd = closed({
  rootLogin: choice("no", "prohibit-password", "yes"),
  typedLogin: choice("no", "yes"),
  allowUsers: texts,
  allowGroups: texts,
  listen: texts,
  always: off,
  more: word,
});

const wait = closed({ any: off, timeout: word });

export const schema = closed({
  links: listOf(link),
  tunnels: listOf(closed({ name: text, config: secret }, ["name"])),
  wait,
  dns,
  hosts: listOf(closed({ address: text, names: texts }, ["address"])),
  time,
  proxy,
  authorities: listOf(closed({ name: text, pem: word }, ["name"])),
  firewall,
  sshd,
});

export const initial: NetworkValue = {
  links: [],
  tunnels: [],
  wait: defaultsOf(wait),
  dns: defaultsOf(dns),
  hosts: [],
  time: defaultsOf(time),
  proxy: defaultsOf(proxy),
  authorities: [],
  firewall: defaultsOf(firewall),
  sshd: defaultsOf(sshd),
};

/** An interface of which only the name is known. */
export const blankLink: NetworkLink = {
  ...defaultsOf<NetworkLink>(link),
  kind: "physical",
  name: "",
};

export const blankPeer = defaultsOf<WireguardPeer>(peer);
export const blankRoute = defaultsOf<Route>(route);
