import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { transpile } from "@/lib/butane";
import { compose } from "../../compose";
import { read } from "../../read/read";
import { secretsIn, withoutSecrets } from "../../secrets";
import { settlePreset } from "../../settle";
import { ofSchema } from "../../testing";
import { opened, presetOf } from "../testing";
import { containers } from ".";
import { initial } from "./schema";
import { fullContainers } from "./testing";

const header = "variant: flatcar\nversion: 1.0.0\n";

function written(value: object): string {
  return compose(presetOf({ containers: value })).text.slice(header.length);
}

const full = fullContainers.map((value) => presetOf({ containers: value }));

describe("law 2", () => {
  test("engines are read back as they were written, without knowing them", () => {
    fc.assert(
      fc.property(full, (preset) => {
        const { text } = compose(preset);
        expect(transpile(text).report).toEqual([]);
        const found = opened(text);
        expect(found.containers).toEqual(preset.containers);
        expect(compose(found).text).toBe(text);
        expect(found.rest.whole).toBe(false);
        expect(found.extensions.chosen).toEqual([]);
        const whole = opened(`# mine\n${text}`);
        expect(whole.containers).toEqual(preset.containers);
        expect(opened(whole.rest.text, whole)).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  test("whatever is typed, the text is one and reads back", () => {
    fc.assert(
      fc.property(ofSchema(containers.schema), (value) => {
        const preset = presetOf({ containers: value });
        const { text } = compose(preset);
        const reading = read(text, preset);
        if (reading.ok) expect(reading.value.preset).toEqual(preset);
        else expect(transpile(text).output).toBeNull();
        const whole = read(`# mine\n${text}`, preset);
        if (!whole.ok) return;
        const found = whole.value.preset;
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
      daemon: { more: " ", tlsKey: "a" },
      registries: { logins: [{ server: "a", user: "b" }] },
      quadlets: [{ name: "a.container" }],
      disk: " ",
    }),
  ).toBe("");
});

test("daemon.json holds the fields, and what else is typed", () => {
  const text = written({
    daemon: {
      logDriver: "local",
      logMaxSize: "10m",
      mtu: "1400",
      more: '{"ipv6": true}',
    },
  });
  expect(text).toContain(`          {
            "log-driver": "local",
            "log-opts": {
              "max-size": "10m"
            },
            "mtu": 1400,
            "ipv6": true
          }
`);
});

test("JSON that is none is not written, and the fields are", () => {
  const text = written({ daemon: { mtu: "1400", more: '{"ipv6": ' } });
  expect(text).toContain('"mtu": 1400');
  expect(text).not.toContain("ipv6");
});

test("Docker's API listens on the node alone, unless it is told otherwise or asks for certificates", () => {
  const plain = written({ daemon: { api: "plain" } });
  expect(plain).toContain("name: docker-tcp.socket\n      enabled: true");
  expect(plain).toContain("ListenStream=127.0.0.1:2375\n");
  const pem = "-----BEGIN PRIVATE KEY-----\nMIIBsecret\n";
  const preset = presetOf({
    containers: { daemon: { api: "tls", tlsCa: "a", tlsKey: pem } },
  });
  const { text } = compose(preset);
  expect(text).toContain("ListenStream=2376\n");
  expect(text).toContain('"tlsverify": true');
  expect(text).toContain("/etc/docker/server-key.pem\n      mode: 0600");
  expect(secretsIn(preset)).toEqual([["containers", "daemon", "tlsKey"]]);
  expect(JSON.stringify(withoutSecrets(opened(`# mine\n${text}`)))).not.toMatch(
    /MIIBsecret/,
  );
});

const login = {
  server: "registry.example.com",
  user: "node",
  password: "pä:ss1234",
};

test("a login is for each who pulls images, readable by nobody else, and in nothing that is shared", () => {
  const preset = presetOf({
    containers: {
      registries: { logins: [login], holders: ["core", "kubelet"] },
    },
  });
  const { text } = compose(preset);
  expect(text).toContain(`    - path: /home/core/.docker
      mode: 0700
      user:
        name: core
      group:
        name: core
`);
  expect(text.match(/mode: 0600/g)).toHaveLength(2);
  const auth = btoa("node:pÃ¤:ss1234");
  expect(text).toContain(`"auth": "${auth}"`);
  for (const one of [preset, opened(`# mine\n${text}`)]) {
    expect(one.containers.registries.logins).toEqual([login]);
    const bare = JSON.stringify(withoutSecrets(one));
    expect(bare).not.toContain(login.password);
    expect(bare).not.toContain(auth);
  }
});

test("a daemon.json that the Docker extension writes is the extension's", () => {
  const preset = presetOf({
    extensions: {
      chosen: [
        {
          id: "docker",
          version: "28.0.4",
          params: { daemonJson: '{\n  "mtu": 1400\n}\n', startAtBoot: true },
        },
      ],
    },
    containers: { limits: { memlock: "infinity" } },
  });
  const { text } = compose(preset);
  const found = opened(text);
  expect(found.extensions.chosen[0]!.params).toEqual({
    daemonJson: '{\n  "mtu": 1400\n}',
    startAtBoot: true,
  });
  expect(found.containers).toEqual(preset.containers);
});

test("a change is made in the lines that it is about", () => {
  const text = `# by hand
${header}storage:
  files:
    - path: /etc/docker/daemon.json # mine
      contents:
        inline: |
          {
            "log-driver": "local",
            "ipv6": true
          }
`;
  const before = opened(text);
  expect(before.containers.daemon).toMatchObject({
    logDriver: "local",
    more: '{\n  "ipv6": true\n}\n',
  });
  const after = settlePreset(before, {
    ...before,
    containers: {
      ...before.containers,
      daemon: { ...before.containers.daemon, logDriver: "journald" },
    },
  });
  expect(compose(after).text).toBe(text.replace('"local"', '"journald"'));
});

test("somebody who opens a node is told what its engines do", () => {
  expect(
    containers.describe!({
      ...initial,
      daemon: { ...initial.daemon, api: "plain", mtu: "1400" },
      registries: { ...initial.registries, logins: [login] },
      quadlets: [{ name: "caddy.container", text: "[Container]\n" }],
    }),
  ).toEqual([
    "changes how Docker runs",
    "opens Docker's API on a port, for everyone who reaches it",
    "has 1 login for images: registry.example.com",
    "runs 1 Podman unit: caddy.container",
  ]);
});
