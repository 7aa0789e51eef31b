import fc from "fast-check";
import { expect, test } from "vitest";
import { transpile } from "@/lib/butane";
import { compose } from "../../compose";
import type { Preset } from "../../preset";
import { read } from "../../read/read";
import { secretsIn, withoutSecrets } from "../../secrets";
import { settlePreset } from "../../settle";
import { presetOf as storedPreset } from "../testing";
import { soundIgnition } from "./testing";

const presetOf = (ignition: object) => storedPreset({ ignition });

function readOk(text: string): Preset {
  const reading = read(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  return reading.value.preset;
}

const hash = `sha256-${"0".repeat(64)}`;
const header = "variant: flatcar\nversion: 1.0.0\n";

test("timeouts, proxy, authorities and other configs are written for Ignition alone", () => {
  const { text, origins } = compose(
    presetOf({
      timeouts: { headers: "20", total: "" },
      proxy: { http: "http://p:3128", except: ["localhost", ""] },
      authorities: [{ text: "PEM\n" }],
      merge: [
        { source: "" },
        {
          source: "https://c.example.com/base.ign",
          hash,
          headers: [{ name: "Authorization", value: "Bearer abc" }],
        },
      ],
      replace: { kind: "fetch", source: "https://c.example.com/all.ign" },
    }),
  );
  expect(transpile(text).report).toEqual([]);
  expect(text).toBe(`${header}
ignition:
  config:
    replace:
      source: https://c.example.com/all.ign
    merge:
      - source: https://c.example.com/base.ign
        http_headers:
          - name: Authorization
            value: Bearer abc
        verification:
          hash: ${hash}
  timeouts:
    http_response_headers: 20
  security:
    tls:
      certificate_authorities:
        - inline: |
            PEM
  proxy:
    http_proxy: http://p:3128
    no_proxy:
      - localhost
`);
  expect(origins).toContainEqual({
    path: ["ignition", "config", "merge", 0, "verification"],
    field: ["ignition", "merge", 1, "hash"],
  });
});

test("whatever is filled in with care is read from its text again, and no rule has anything against it", () => {
  fc.assert(
    fc.property(soundIgnition, (stored) => {
      const preset = presetOf(stored);
      const { text } = compose(preset);
      expect(transpile(text).report).toEqual([]);
      expect(readOk(text)).toEqual(preset);
    }),
  );
});

test.each(["ten", "-1", "1.5", ""])(
  "%j is no number of seconds, and nothing is written",
  (total) => {
    expect(compose(presetOf({ timeouts: { total } })).text).toBe(header);
  },
);

test("tokens in headers and secret configs are known for secrets", () => {
  const preset = presetOf({
    merge: [
      {
        source: "https://c.example.com/a.ign",
        headers: [{ name: "Authorization", value: "Bearer abcdefgh" }],
      },
      { kind: "secret", secret: '{"password": "abcdefgh"}' },
    ],
  });
  expect(secretsIn(preset)).toEqual([
    ["ignition", "merge", 0, "headers", 0, "value"],
    ["ignition", "merge", 1, "secret"],
  ]);
  const text = compose(withoutSecrets(preset)).text;
  expect(text).not.toContain("abcdefgh");
  expect(text).toContain("https://c.example.com/a.ign");
});

test("a change in the form is made in the lines of the text that it touches", () => {
  const text = `# mine
${header}ignition:
  config:
    merge:
      - source: https://c.example.com/a.ign # base
      - {source: "https://c.example.com/b.ign"}
  timeouts: {http_total: 60}
`;
  const before = readOk(text);
  expect(before.ignition.merge.map(({ source }) => source)).toEqual([
    "https://c.example.com/a.ign",
    "https://c.example.com/b.ign",
  ]);
  const merge = before.ignition.merge.with(1, {
    ...before.ignition.merge[1]!,
    hash,
  });
  const timeouts = { headers: "5", total: "90" };
  const after = settlePreset(before, {
    ...before,
    ignition: { ...before.ignition, merge, timeouts },
  });
  expect(after.rest.text).toBe(
    text
      .replace('b.ign"}', `b.ign", verification: {hash: ${hash}}}`)
      .replace(
        "{http_total: 60}",
        "{http_total: 90, http_response_headers: 5}",
      ),
  );
  expect(after.ignition).toMatchObject({ merge, timeouts });
  const none = settlePreset(after, {
    ...after,
    ignition: { ...after.ignition, merge: [] },
  });
  expect(none.rest.text).not.toContain("config:");
  expect(none.rest.text).toContain("timeouts:");
});

test("the login of Ignition's proxy is a secret, in its address as it has to be written", () => {
  const proxy = {
    https: "https://p:3129",
    user: "me",
    password: "p@ss word 1",
  };
  const preset = presetOf({ proxy });
  const { text } = compose(preset);
  expect(text).toContain("https_proxy: https://me:p%40ss%20word%201@p:3129\n");
  expect(secretsIn(preset)).toEqual([["ignition", "proxy", "password"]]);
  const whole = readOk(`# mine\n${text}`);
  expect(whole.ignition.proxy).toMatchObject(proxy);
  expect(JSON.stringify(withoutSecrets(whole))).not.toContain("p%40ss");
});
