import { expect, test } from "vitest";
import { run } from "@/lib/pipeline";
import {
  catalogue,
  certificate,
  chosen,
  containers,
  dockerKey,
  dockerTls,
  fixed,
  presetOf,
  told,
} from "./testing";

const daemon = (part: object) => containers({ daemon: part });

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
  ["TLS without a key", daemon(dockerTls), `docker-tls-missing ${at}.tlsKey`],
  [
    "a key where all can read it",
    daemon({ ...dockerTls, tlsCert: dockerKey, tlsKey: dockerKey }),
    `docker-tls-key-shown ${at}.tlsCert`,
  ],
  [
    "a certificate in place of the key",
    daemon({ ...dockerTls, tlsKey: certificate }),
    `docker-tls-pem ${at}.tlsKey`,
  ],
  [
    "a certificate in DER",
    daemon({ ...dockerTls, tlsCa: "MIIB", tlsKey: dockerKey }),
    `docker-tls-pem ${at}.tlsCa`,
  ],
])("%s is told", (_, stored, expected) => {
  expect(told(stored)).toContain(expected);
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
