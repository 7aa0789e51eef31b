import fc from "fast-check";

const some = <Value>(...values: readonly Value[]) => fc.constantFrom(...values);

/** Each field is there or is not; what is there differs from its default. */
function part<Fields extends Record<string, fc.Arbitrary<unknown>>>(
  fields: Fields,
  requiredKeys: Extract<keyof Fields, string>[] = [],
) {
  return fc.record(fields, { requiredKeys, noNullPrototype: true });
}

const pem = (what: string) =>
  `-----BEGIN ${what}-----\nMIIB\n-----END ${what}-----\n`;

const settings = {
  logDriver: some("local", "journald"),
  logMaxSize: some("10m"),
  logMaxFile: some("3"),
  registryMirrors: some(["https://mirror.example.com"]),
  insecureRegistries: some(["registry.local:5000", "10.0.0.0/8"]),
  dataRoot: some("/var/lib/docker-data"),
  storageDriver: some("overlay2", "btrfs"),
  dns: some(["10.0.0.1"]),
  mtu: some("1400"),
  bridge: some("172.26.0.1/16"),
  liveRestore: some(true),
  more: some('{\n  "ipv6": true,\n  "labels": [\n    "a=b"\n  ]\n}\n'),
};

const daemon = fc.oneof(
  part(settings, ["logDriver"]),
  part({ ...settings, api: some("plain"), listen: some("10.0.0.5:2375") }, [
    "api",
  ]),
  part(
    {
      ...settings,
      api: some("tls"),
      listen: some("10.0.0.5:2376"),
      tlsCa: some(pem("CERTIFICATE")),
      tlsCert: some(pem("CERTIFICATE")),
      tlsKey: some(pem("PRIVATE KEY")),
    },
    ["api"],
  ),
);

const logins = some([
  { server: "registry.example.com", user: "node", password: "pä:ss" },
  { server: "https://index.docker.io/v1/", user: "me", password: "dckr_pat" },
]);

const besideExtensions = {
  start: some(true),
  disk: some("/var/lib/docker"),
  limits: fc.oneof(
    part({ memlock: some("infinity"), files: some("1048576") }, ["memlock"]),
    some({ files: "65536" }),
  ),
  registries: part({ logins, holders: some(["root"], ["core", "kubelet"]) }, [
    "logins",
  ]),
  quadlets: some([
    {
      name: "caddy.container",
      text: "[Container]\nImage=docker.io/library/caddy:2\n\n[Install]\nWantedBy=multi-user.target\n",
    },
    { name: "data.volume", text: "[Volume]\n" },
  ]),
};

/**
 * A section as a careful person might fill it in, in stored form: the spec has nothing against it, and reading finds it again. It
 * stands beside any extension: the files that extensions for Docker and containerd write too are in `fullContainers`.
 */
export const soundContainers = part(besideExtensions);

/** The same with the daemons' own files, for a node whose extensions leave these alone. */
export const fullContainers = part({
  ...besideExtensions,
  daemon,
  containerd: some("version = 2\n"),
});
