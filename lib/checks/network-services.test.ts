import { expect, test } from "vitest";
import { run } from "@/lib/pipeline";
import {
  catalogue,
  chosen,
  fixed,
  kubernetes,
  network,
  presetOf,
  told,
  toldOfNetwork,
} from "./testing";

test.each<[string, object, string]>([
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
    "a proxy's password for programs of the node",
    network({
      proxy: { http: "http://p", user: "a", password: "b", users: ["system"] },
    }),
    "proxy-password-open network.proxy.password",
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
])("%s is told", (_, stored, expected) => {
  expect(told(stored)).toContain(expected);
});

test.each<[string, object]>([
  ...["30", "2 min", "1min 30s", "infinity"].map(
    (timeout): [string, object] => [
      `a wait of ${timeout}`,
      network({ wait: { timeout } }),
    ],
  ),
])("nothing is said of %s", (_, stored) => {
  expect(toldOfNetwork(stored)).toEqual([]);
});

test("a proxy's password becomes a secret", () => {
  const stored = network({ proxy: { http: "http://me:p%40ss@proxy:3128" } });
  expect(fixed(stored, "proxy-with-password").network.proxy).toMatchObject({
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
