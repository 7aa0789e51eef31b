import { describe, expect, test } from "vitest";
import { run } from "@/lib/pipeline";
import { withEdits } from "@/lib/set-at";
import {
  catalogue,
  chosen,
  fixed,
  kubernetes,
  presetOf,
  told,
} from "./testing";
import { holds, isInterfaceNetwork, parseAddress, parseNetwork } from "./ip";

const containers = (part: object) => ({ containers: part });
const daemon = (part: object) => containers({ daemon: part });
const quadlet = (name: string, text: string) => ({
  ...containers({ quadlets: [{ name, text }] }),
  ...chosen({ id: "podman" }),
});
const certificate = "-----BEGIN CERTIFICATE-----\nMIIB\n";
const key = "-----BEGIN PRIVATE KEY-----\nMIIB\n";
const tls = { api: "tls", tlsCa: certificate, tlsCert: certificate };
const login = { server: "registry.example.com", user: "node", password: "x" };

const at = "containers.daemon";

test.each<[string, object, string]>([
  [
    "JSON with a comma too many",
    daemon({ more: '{"ipv6": true,}' }),
    `daemon-json ${at}.more`,
  ],
  [
    "a list instead of an object",
    daemon({ more: "[]" }),
    `daemon-json ${at}.more`,
  ],
  [
    "an address in daemon.json beside the socket's",
    daemon({ more: '{"hosts": ["tcp://0.0.0.0:2375"]}' }),
    `daemon-hosts ${at}.more`,
  ],
  [
    "an MTU with its unit",
    daemon({ mtu: "1400 bytes" }),
    `daemon-mtu ${at}.mtu`,
  ],
  [
    "a bridge without its network",
    daemon({ bridge: "172.26.0.1" }),
    `daemon-bridge ${at}.bridge`,
  ],
  [
    "a network in place of the bridge",
    daemon({ bridge: "172.26.0.0/16" }),
    `daemon-bridge ${at}.bridge`,
  ],
  [
    "a mirror by name",
    daemon({ registryMirrors: ["mirror.example.com"] }),
    `daemon-mirror ${at}.registryMirrors.0`,
  ],
  [
    "a DNS server by name",
    daemon({ dns: ["dns.example.com"] }),
    `daemon-dns ${at}.dns.0`,
  ],
  [
    "a data folder without its root",
    daemon({ dataRoot: "srv/docker" }),
    `daemon-data-root ${at}.dataRoot`,
  ],
  [
    "an API at a name",
    daemon({ api: "plain", listen: "node:2375" }),
    `docker-api-address ${at}.listen`,
  ],
  [
    "an API at no port",
    daemon({ api: "plain", listen: "10.0.0.5:70000" }),
    `docker-api-address ${at}.listen`,
  ],
  [
    "an API for everyone",
    daemon({ api: "plain", listen: "4243" }),
    `socket-open-to-all ${at}.listen`,
  ],
  [
    "the usual port for everyone",
    daemon({ api: "plain", listen: "0.0.0.0:2375" }),
    `socket-open-to-all ${at}.api`,
  ],
  ["TLS without a key", daemon(tls), `docker-tls-missing ${at}.tlsKey`],
  [
    "a key where all can read it",
    daemon({ ...tls, tlsCert: key, tlsKey: key }),
    `docker-tls-key-shown ${at}.tlsCert`,
  ],
  [
    "a certificate in place of the key",
    daemon({ ...tls, tlsKey: certificate }),
    `docker-tls-pem ${at}.tlsKey`,
  ],
  [
    "a certificate in DER",
    daemon({ ...tls, tlsCa: "MIIB", tlsKey: key }),
    `docker-tls-pem ${at}.tlsCa`,
  ],
  [
    "a disk that nothing mounts",
    containers({ disk: "/var/lib/docker" }),
    "docker-disk-unmounted containers.disk",
  ],
  [
    "a disk without its root",
    containers({ disk: "docker" }),
    "docker-disk containers.disk",
  ],
  [
    "Docker at boot, and no Docker",
    { ...containers({ start: true }), extensions: { builtinOff: ["docker"] } },
    "docker-missing containers",
  ],
  [
    "logins for nobody",
    containers({ registries: { logins: [login], holders: [] } }),
    "login-for-nobody containers.registries",
  ],
  [
    "a login without a password",
    containers({ registries: { logins: [{ ...login, password: "" }] } }),
    "login-incomplete containers.registries.logins.0.password",
  ],
  [
    "a user with a colon",
    containers({ registries: { logins: [{ ...login, user: "a:b" }] } }),
    "login-user-colon containers.registries.logins.0.user",
  ],
  [
    "Docker Hub by the name of its images",
    containers({
      registries: { logins: [{ ...login, server: "docker.io" }] },
    }),
    "login-docker-hub containers.registries.logins.0.server",
  ],
  [
    "Docker Hub without the slash at the end",
    containers({
      registries: {
        logins: [{ ...login, server: "https://index.docker.io/v1" }],
      },
    }),
    "login-docker-hub containers.registries.logins.0.server",
  ],
  [
    "a limit by the name that shells have for it",
    containers({ limits: { memlock: "unlimited" } }),
    "docker-limit containers.limits.memlock",
  ],
  [
    "a soft limit above the hard one",
    containers({ limits: { files: "1048576:1024" } }),
    "docker-limit containers.limits.files",
  ],
  [
    "two logins for a registry",
    containers({ registries: { logins: [login, login] } }),
    "login-twice containers.registries.logins.1.server",
  ],
  [
    "a containerd configuration of any version",
    containers({ containerd: 'root = "/x"' }),
    "containerd-no-version containers.containerd",
  ],
  [
    "containerd without systemd's control groups below a kubelet",
    { ...containers({ containerd: "version = 2" }), ...chosen(kubernetes) },
    "containerd-cgroups containers.containerd",
  ],
  [
    "a Podman unit without Podman",
    containers({ quadlets: [{ name: "a.volume", text: "[Volume]" }] }),
    "podman-missing containers.quadlets",
  ],
  [
    "a service in place of a container",
    quadlet("app.service", "[Service]"),
    "quadlet-name containers.quadlets.0.name",
  ],
  [
    "a container without its section",
    quadlet("app.container", "[Service]\n"),
    "quadlet-section containers.quadlets.0.text",
  ],
  [
    "a container without an image",
    quadlet("app.container", "[Container]\n"),
    "quadlet-image containers.quadlets.0.text",
  ],
  [
    "a container that nothing starts",
    quadlet("app.container", "[Container]\nImage=a"),
    "quadlet-on-demand containers.quadlets.0.text",
  ],
  [
    "a Podman unit without text",
    quadlet("app.container", ""),
    "quadlet-incomplete containers.quadlets.0.text",
  ],
])("%s is told", (_, stored, expected) => {
  expect(told(stored)).toContain(expected);
});

const full = {
  ...chosen({ id: "podman" }, kubernetes),
  containers: {
    start: true,
    daemon: {
      ...tls,
      tlsKey: key,
      listen: "[fd00::5]:2376",
      mtu: "1400",
      bridge: "172.26.0.1/16",
      registryMirrors: ["https://mirror.example.com"],
      dns: ["10.0.0.1", "fd00::1"],
      more: '{"ipv6": true}',
    },
    disk: "/var/lib/docker",
    limits: { memlock: "64M:infinity", files: "1048576" },
    registries: {
      logins: [login, { ...login, server: "https://index.docker.io/v1/" }],
    },
    containerd: "version = 3\n[a]\n  SystemdCgroup = true\n",
    quadlets: [
      {
        name: "app.container",
        text: "[Container]\nImage=a\n[Install]\nWantedBy=multi-user.target\n",
      },
    ],
  },
  storage: { mounts: [{ what: "/dev/vdb", where: "/var/lib/docker" }] },
};

test("nothing is said of engines that are set up well", () => {
  expect(told(full).filter((line) => line.includes("containers."))).toEqual([
    "secret-in-user-data containers.daemon.tlsKey",
  ]);
});

const zfs = (params: object) => ({
  ...chosen({
    id: "zfs",
    params: { devices: ["/dev/disk/by-id/one"], ...params },
  }),
  ...containers({ disk: "/var/lib/docker/" }),
});
const unit = (name: string, contents: string) => ({
  ...containers({ disk: "/var/lib/docker" }),
  units: { units: [{ name, contents }] },
});
const mountpoint = "-o mountpoint=/var/lib/docker tank/docker";

test.each<[string, object]>([
  ["ZFS, which Docker waits for", zfs({ docker: true })],
  ["a pool that may be there already", zfs({ devices: [] })],
  ["a mount unit", unit("var-lib-docker.mount", "[Mount]\nWhat=/dev/vdb\n")],
  ["an automount", unit("var-lib-docker.automount", "[Automount]\n")],
  [
    "Butane's mount unit, of a folder above",
    {
      ...containers({ disk: "/var/lib/docker" }),
      rest: {
        text: "storage: {filesystems: [{path: /var/lib, device: /dev/vdb, format: ext4, with_mount_unit: true}]}",
      },
    },
  ],
  [
    "a mount unit that is written as a file",
    {
      ...containers({ disk: "/var/lib/docker" }),
      files: {
        files: [
          {
            path: "/etc/systemd/system/var-lib-docker.mount",
            contents: { text: "[Mount]\nWhat=/dev/vdb\n" },
          },
        ],
      },
    },
  ],
  [
    "/etc/fstab",
    {
      ...containers({ disk: "/var/lib/docker" }),
      files: {
        files: [
          {
            path: "/etc/fstab",
            contents: { text: "# disks\nLABEL=docker /var/lib/docker ext4\n" },
          },
        ],
      },
    },
  ],
  [
    "a config that is merged, and not known here",
    {
      ...containers({ disk: "/var/lib/docker" }),
      ignition: { merge: [{ source: "https://c.example.com/a.ign" }] },
    },
  ],
])("Docker's disk may be mounted by %s", (_, stored) => {
  expect(told(stored).filter((line) => line.includes("-disk"))).toEqual([]);
});

test("a dataset that Docker does not wait for is told", () => {
  expect(told(zfs({ datasets: [mountpoint] }))).toContain(
    "docker-disk-zfs containers.disk",
  );
});

test("a mask mounts nothing", () => {
  const stored = {
    ...containers({ disk: "/var/lib/docker" }),
    units: { units: [{ name: "var-lib-docker.mount", mask: true }] },
  };
  expect(told(stored)).toContain("docker-disk-unmounted containers.disk");
});

test("a limit is told once, at its field, though two engines have it", () => {
  const lines = told(containers({ limits: { memlock: "64mb" } }));
  expect(lines.filter((line) => /docker-limit|unit-value/.test(line))).toEqual([
    "docker-limit containers.limits.memlock",
  ]);
});

test("what is meant by a limit or a registry is one click away", () => {
  const before = presetOf(
    containers({
      limits: { memlock: "64mb" },
      registries: { logins: [{ ...login, server: "docker.io" }] },
    }),
  );
  const edits = run(before, catalogue).problems.flatMap(
    ({ fix }) => fix?.edits ?? [],
  );
  const after = withEdits(before, edits);
  expect(after.containers.limits.memlock).toBe("64M");
  expect(after.containers.registries.logins[0]!.server).toBe(
    "https://index.docker.io/v1/",
  );
});

test("a container of a pod starts with it", () => {
  const text = "[Container]\nImage=a\nPod=app.pod\n";
  expect(told(quadlet("app.container", text))).not.toContain(
    "quadlet-on-demand containers.quadlets.0.text",
  );
});

test("an image that has Podman needs no extension for it", () => {
  const stored = {
    ...containers({ quadlets: [{ name: "a.volume", text: "[Volume]" }] }),
    target: { variant: "fcos", spec: "1.5.0" },
  };
  expect(told(stored).join(" ")).not.toContain("podman-missing");
});

test("blanks around what is typed are not written, and not told", () => {
  const stored = daemon({
    api: "plain",
    listen: " 127.0.0.1:2375 ",
    mtu: "1400 ",
    bridge: " 172.26.0.1/16",
    dataRoot: " /srv/docker",
    dns: ["", " 10.0.0.1"],
    registryMirrors: ["", " https://mirror.example.com"],
  });
  expect(told(stored).join(" ")).not.toContain(at);
});

test("a mirror by name is told with its whole name", () => {
  const stored = daemon({ registryMirrors: ["mirror.example.com"] });
  const { sentence } = run(presetOf(stored), catalogue).problems.find(
    ({ code }) => code === "daemon-mirror",
  )!;
  expect(sentence).toContain("https://mirror.example.com.");
});

test.each([
  ["--log-driver=local --debug", ["log-driver"]],
  ["--registry-mirror https://a.example.com", ["registry-mirrors"]],
  ["--insecure-registry=a", ["insecure-registries"]],
  ["--log-opt max-size=1m", ["log-opts"]],
  ["--debug --log-level=warn", []],
])("flags %s are compared with daemon.json", (dockerOpts, twice) => {
  const stored = {
    ...chosen({ id: "builtin:docker", params: { dockerOpts } }),
    ...daemon({
      logDriver: "local",
      logMaxSize: "10m",
      registryMirrors: ["https://mirror.example.com"],
      insecureRegistries: ["registry.local:5000"],
    }),
  };
  const found = run(presetOf(stored), catalogue).problems.filter(
    ({ code }) => code === "daemon-flag-twice",
  );
  expect(found.map(({ sentence }) => sentence)).toEqual(
    twice.map((key) => expect.stringContaining(key) as string),
  );
});

test("two texts of daemon.json become one", () => {
  const stored = {
    ...chosen({
      id: "docker",
      version: "28.0.4",
      params: { daemonJson: '{"mtu": 1400, "ipv6": true}', startAtBoot: true },
    }),
    ...daemon({ logDriver: "local", api: "plain" }),
  };
  const after = fixed(stored, "daemon-json-twice");
  expect(after.extensions.chosen[0]!.params).toEqual({ startAtBoot: true });
  expect(after.containers.daemon).toMatchObject({
    logDriver: "local",
    api: "plain",
    mtu: "1400",
    more: '{\n  "ipv6": true\n}\n',
  });
  const codes = run(after, catalogue).problems.map(({ code }) => code);
  expect(codes).not.toContain("daemon-json-twice");
  expect(codes).not.toContain("duplicate");
});

describe("addresses", () => {
  test.each([
    ["10.0.0.1", 4],
    ["fd00::1", 6],
    ["::", 6],
    ["::ffff:10.0.0.1", 6],
    ["1:2:3:4:5:6:7:8", 6],
    ["10.0.0.256", undefined],
    ["10.0.0.01", undefined],
    ["1:2:3:4:5:6:7", undefined],
    ["1:2:3:4:5:6:7::8", undefined],
    ["1::2::3", undefined],
    [":1:2:3:4:5:6:7", undefined],
    ["fd00::1%eth0", undefined],
    ["", undefined],
  ])("%j is one of family %j", (text, family) => {
    expect(parseAddress(text)?.family).toBe(family);
  });

  test.each([
    ["10.0.0.1/24", true, "an address of a host"],
    ["10.0.0.0/24", false, "the network itself"],
    ["10.0.0.0/31", true, "two hosts without a network address"],
    ["10.0.0.1/32", true, "a host alone"],
    ["10.0.0.1/33", false, "longer than an address"],
    ["fd00::1/64", true, "the same with IPv6"],
    ["fd00::/64", false, "the network itself, with IPv6"],
    ["10.0.0.1", false, "no length"],
  ])("%j for a host is %j: %s", (text, is) => {
    expect(isInterfaceNetwork(text)).toBe(is);
  });

  test("a network holds its addresses, of its family", () => {
    const network = parseNetwork("10.0.0.7/24")!;
    expect(holds(network, parseAddress("10.0.0.254")!)).toBe(true);
    expect(holds(network, parseAddress("10.0.1.1")!)).toBe(false);
    expect(holds(network, parseAddress("::a00:1")!)).toBe(false);
    expect(holds(parseNetwork("0.0.0.0/0")!, parseAddress("9.9.9.9")!)).toBe(
      true,
    );
  });
});
