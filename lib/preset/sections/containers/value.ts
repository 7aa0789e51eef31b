/** Settings of the Docker daemon, and who may reach it over the network. */
export interface DaemonValue {
  readonly logDriver: string;
  readonly logMaxSize: string;
  readonly logMaxFile: string;
  readonly registryMirrors: readonly string[];
  readonly insecureRegistries: readonly string[];
  readonly dataRoot: string;
  readonly storageDriver: string;
  readonly dns: readonly string[];
  readonly mtu: string;
  /** Address and network of the bridge docker0: `172.26.0.1/16`. */
  readonly bridge: string;
  /** Containers go on while the daemon is away. */
  readonly liveRestore: boolean;
  /** More of daemon.json, as JSON. */
  readonly more: string;
  /** `plain`: whoever reaches the socket is root. `tls`: whoever has a certificate of the authority. */
  readonly api: "" | "plain" | "tls";
  /** Port, or address with a port; empty is 127.0.0.1:2375, with TLS 2376 everywhere. */
  readonly listen: string;
  readonly tlsCa: string;
  readonly tlsCert: string;
  /** A secret. */
  readonly tlsKey: string;
}

export interface LimitsValue {
  /** Bytes, or `infinity`. */
  readonly memlock: string;
  readonly files: string;
}

export interface RegistryLogin {
  /** `registry.example.com`; Docker's own is `https://index.docker.io/v1/`. */
  readonly server: string;
  readonly user: string;
  /** A secret. */
  readonly password: string;
}

/** Who has the logins: each reads a file of its own. */
export type LoginHolder = "root" | "core" | "kubelet";

export interface RegistriesValue {
  readonly logins: readonly RegistryLogin[];
  readonly holders: readonly LoginHolder[];
}

export interface Quadlet {
  /** `caddy.container` */
  readonly name: string;
  readonly text: string;
}

export interface ContainersValue {
  /** Docker runs from boot on, not from the first command on. */
  readonly start: boolean;
  readonly daemon: DaemonValue;
  /** A disk that has to be mounted before Docker starts: `/var/lib/docker`. */
  readonly disk: string;
  readonly limits: LimitsValue;
  readonly registries: RegistriesValue;
  /** The whole of containerd's config.toml. */
  readonly containerd: string;
  readonly quadlets: readonly Quadlet[];
}
