import { expect, test } from "vitest";
import { type IgnitionStruct, ignitionSpec } from "..";
import { at, testRules } from "./testing";

const config = (value: IgnitionStruct<"IgnitionConfig">) => ({
  ignition: { config: value },
});
const proxy = (value: IgnitionStruct<"Proxy">) => ({
  ignition: { proxy: value },
});

testRules([
  [
    config({ merge: [{}] }),
    at("ignition.config.merge.0", "source-missing"),
    "nothing to merge",
  ],
  [
    config({ merge: [{ source: "x" }] }),
    [
      ...at("ignition.config.merge.0", "url-scheme"),
      ...at("ignition.config.merge.0.source", "url-scheme"),
    ],
    "a wrong source to merge is told of twice",
  ],
  [config({ replace: {} }), [], "replace may be empty"],
  [
    { ignition: { security: { tls: { certificateAuthorities: [{}] } } } },
    at("ignition.security.tls.certificateAuthorities.0", "source-missing"),
    "no certificate",
  ],
  [proxy({ httpProxy: "http://p", httpsProxy: "https://p" }), [], "proxies"],
  [
    proxy({ httpProxy: "p:3128" }),
    at("ignition.proxy.httpProxy", "proxy-scheme"),
    "p is taken for the scheme",
  ],
  [
    proxy({ httpProxy: "%zz" }),
    at("ignition.proxy.httpProxy", "url-invalid"),
    "no URL",
  ],
  [
    proxy({ httpsProxy: "http://p" }),
    at("ignition.proxy.httpsProxy", "proxy-insecure", "warning"),
    "an open way to closed servers",
  ],
]);

test.each([
  ["3.4.0", [], "the version itself"],
  ["03.4.0", [], "with a zero in front"],
  ["3.3.0", ["version-unknown"], "another version"],
  ["3.4.0-experimental", ["version-unknown"], "not yet the version"],
  ["3.4.0+x", ["version-unknown"], "a build of it"],
  ["3.4", ["version-invalid"], "two numbers"],
  ["", ["version-invalid"], "none"],
  ["3.4.0-a..b", ["version-invalid"], "a pre-release with an empty part"],
  ["3.4.9223372036854775808", ["version-invalid"], "more than 64 bits"],
])("version %j gives %j to 3.4.0: %s", (version, codes) => {
  const entries = ignitionSpec("3.4.0").validate({ ignition: { version } });
  expect(entries.map(({ code }) => code)).toEqual(codes);
});

test("a config without a header has no version", () => {
  expect(ignitionSpec("3.3.0").validate({})).toEqual([
    { kind: "error", code: "version-invalid", path: ["ignition", "version"] },
  ]);
});
