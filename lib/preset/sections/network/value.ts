import type { ProxyLogin } from "../proxy-login";

/** What a network interface is to networkd. */
export type LinkKind =
  | "physical"
  | "vlan"
  | "bond"
  | "bridge"
  | "wireguard"
  | "dummy";

/** What a node may take from DHCP that a file of one's own does not take by itself, and what it may leave. */
export type DhcpUse = "domains" | "mtu";
export type DhcpIgnore = "dns" | "ntp" | "routes" | "hostname";

export interface Route {
  /** `10.1.0.0/16`; empty is the default route. */
  readonly destination: string;
  readonly gateway: string;
  readonly metric: string;
}

export interface WireguardPeer {
  readonly publicKey: string;
  /** A secret. */
  readonly presharedKey: string;
  /** `vpn.example.com:51820` */
  readonly endpoint: string;
  readonly allowedIps: readonly string[];
  /** Seconds. */
  readonly keepalive: string;
}

/** An interface and what networkd does with it. Text fields are written as typed; an empty one writes nothing. */
export interface NetworkLink {
  readonly kind: LinkKind;
  /** Name of the device; of a physical one, what its file is called. */
  readonly name: string;
  /** Digits that the `.network` file begins with: the first file that matches an interface wins. Empty means 20. */
  readonly order: string;
  /** Names or patterns of physical interfaces, apart by blanks: `en* eth0`. */
  readonly match: string;
  readonly macs: readonly string[];
  readonly mtu: string;
  /** `no`: nobody waits for it at boot. `unmanaged`: networkd keeps its hands off. */
  readonly online: "" | "no" | "unmanaged";
  readonly dhcp: "" | "yes" | "ipv4" | "ipv6" | "no";
  readonly addresses: readonly string[];
  readonly gateways: readonly string[];
  readonly dns: readonly string[];
  readonly domains: readonly string[];
  readonly ntp: readonly string[];
  /** Whether the interface has IPv6 at all; `no` switches link-local addresses and router advertisements off. */
  readonly ipv6: "" | "no";
  readonly vlans: readonly string[];
  readonly bond: string;
  readonly bridge: string;
  readonly routes: readonly Route[];
  readonly dhcpUse: readonly DhcpUse[];
  readonly dhcpIgnore: readonly DhcpIgnore[];
  readonly vlanId: string;
  readonly bondMode: string;
  /** Time span between two looks at whether a port is up: `100ms`. */
  readonly bondMonitor: string;
  readonly stp: "" | "yes" | "no";
  /** A secret. */
  readonly privateKey: string;
  readonly listenPort: string;
  readonly peers: readonly WireguardPeer[];
}

/** A tunnel of wg-quick, as its own file says it. */
export interface WireguardTunnel {
  readonly name: string;
  /** A secret, because the private key stands in it. */
  readonly config: string;
}

export interface DnsValue {
  readonly servers: readonly string[];
  readonly fallback: readonly string[];
  readonly domains: readonly string[];
  readonly dnssec: "" | "yes" | "allow-downgrade" | "no";
  readonly overTls: "" | "yes" | "opportunistic" | "no";
  /** All programs ask systemd-resolved on 127.0.0.53. */
  readonly stub: boolean;
}

export interface HostLine {
  readonly address: string;
  readonly names: readonly string[];
}

export interface TimeValue {
  readonly client: "" | "ntpd";
  readonly servers: readonly string[];
  /** Servers for when no others are known; timesyncd only. */
  readonly fallback: readonly string[];
}

/** Who uses a proxy. */
export type ProxyUser =
  | "system"
  | "shell"
  | "update-engine"
  | "sysupdate"
  | "docker"
  | "containerd";

/** The login is for each address that does not name somebody itself. */
export interface ProxyValue extends ProxyLogin {
  readonly http: string;
  readonly https: string;
  readonly except: readonly string[];
  readonly users: readonly ProxyUser[];
}

export interface Authority {
  /** The file is `/etc/ssl/certs/NAME.pem`. */
  readonly name: string;
  readonly pem: string;
}

/** Rules as the tools print and load them. */
export interface FirewallValue {
  readonly ipv4: string;
  readonly ipv6: string;
  readonly nftables: string;
}

export interface SshdValue {
  readonly rootLogin: "" | "no" | "prohibit-password" | "yes";
  /** Whether a password, typed, lets anyone in. */
  readonly typedLogin: "" | "no" | "yes";
  readonly allowUsers: readonly string[];
  readonly allowGroups: readonly string[];
  /** Ports, or addresses with a port: `222`, `10.0.0.1:22`; empty means port 22 everywhere. */
  readonly listen: readonly string[];
  /** A daemon that always runs, instead of one process for each connection. */
  readonly always: boolean;
  /** More lines of sshd_config. */
  readonly more: string;
}

export interface WaitValue {
  /** Boot goes on as soon as any interface is up, not all of them. */
  readonly any: boolean;
  /** Seconds. */
  readonly timeout: string;
}

export interface NetworkValue {
  readonly links: readonly NetworkLink[];
  readonly tunnels: readonly WireguardTunnel[];
  readonly wait: WaitValue;
  readonly dns: DnsValue;
  readonly hosts: readonly HostLine[];
  readonly time: TimeValue;
  readonly proxy: ProxyValue;
  readonly authorities: readonly Authority[];
  readonly firewall: FirewallValue;
  readonly sshd: SshdValue;
}
