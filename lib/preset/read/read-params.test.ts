import { expect, test } from "vitest";
import { compose } from "../compose";
import { parsePreset } from "../parse-preset";
import { read } from "./read";

type Row = readonly [id: string, params: Readonly<Record<string, unknown>>];

const rows: readonly Row[] = [
  ["kubernetes", { role: "control-plane", initArgs: "--v=5" }],
  [
    "kubernetes",
    { role: "control-plane", kubeadmConfig: "a: b", initArgs: "--v=5" },
  ],
  [
    "k3s",
    { role: "agent", serverUrl: "https://10.0.0.1:6443", token: "secret" },
  ],
  ["wasmtime", { module: "/srv/app.wasm" }],
  [
    "consul",
    {
      role: "server",
      retryJoin: ["10.0.0.1", "10.0.0.2"],
      encrypt: "a key",
    },
  ],
  ["docker", { dockerOpts: '--label "a b"', dockerUsers: ["ci"] }],
  ["zfs", { devices: ["/dev/a", "/dev/b"] }],
  ["zfs", { devices: ["/dev/a"], datasets: ["-o mountpoint=/a tank/a"] }],
];

/** Words of one command line that nothing tells apart: the text comes back, and the fields hold other words of it. */
const gaps: readonly Row[] = [
  ["kubernetes", { role: "worker", joinCommand: "10.0.0.1:6443 --token a" }],
  ["wasmtime", { module: "/srv/app.wasm", moduleArgs: "--port 80" }],
  ["zfs", { devices: ["/dev/a", "/dev/b"], layout: "mirror" }],
];

for (const row of [...rows, ...gaps]) {
  const [id, params] = row;
  (gaps.includes(row) ? test.fails : test)(
    `the parameters of ${id} are read from what they wrote: ${JSON.stringify(params)}`,
    () => {
      const version = id === "zfs" ? "" : "1.32.2";
      const chosen = [{ id, version, params }];
      const parsed = parsePreset({ kindling: 1, extensions: { chosen } });
      if (!parsed.ok) throw new Error(parsed.error.sentence);
      const { text } = compose(parsed.value);
      const reading = read(text);
      if (!reading.ok) throw new Error("not readable");
      const { preset } = reading.value;
      expect(compose(preset).text).toBe(text);
      expect(preset.rest.whole).toBe(false);
      expect(preset.extensions.chosen[0]?.params).toMatchObject(params);
    },
  );
}
