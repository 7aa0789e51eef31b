import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ownVersion, transpile } from "@/lib/butane";
import { compose } from "../compose";
import { read } from "./read";

/** Beside the repository, where documents of other projects may be kept. */
const corpus = fileURLToPath(
  new URL("../../../../shared/corpus/butane-documents.jsonl", import.meta.url),
);
const isThere = existsSync(corpus);
if (!isThere) console.info(`skipped: no real documents at ${corpus}`);

/** What each document of the bakery's documentation has: extension, version, update policy, what happens with an update. */
const facts: readonly (readonly [string, readonly string[]])[] = [
  ["bird.md#0", ["bird 3.1.2 any reboot"]],
  ["chrony.md#0", ["chrony 4.8 any reboot"]],
  ["cilium.md#0", ["cilium v0.18.2 any reboot"]],
  ["cloud-hypervisor.md#0", ["cloud-hypervisor v44.0 any reboot"]],
  ["coder.md#0", ["coder v2.34.4 any reboot"]],
  ["consul.md#0", ["consul 1.21.4 any restart"]],
  ["containerd.md#0", ["containerd 2.0.4 any reboot", "-containerd"]],
  ["crio.md#0", ["crio v1.32.2 any reboot"]],
  [
    "dataplaneapi.md#0",
    ["dataplaneapi v3.3.5 any reboot", "haproxy 3.2.5 any reboot"],
  ],
  ["docker.md#0", ["docker 28.0.4 any reboot", "-docker", "-containerd"]],
  ["docker_buildx.md#0", ["docker-buildx 0.25.0 any reboot"]],
  ["docker_compose.md#0", ["docker-compose 2.34.0 any reboot"]],
  ["falco.md#0", ["falco 0.40.0 any reboot"]],
  ["haproxy.md#0", ["haproxy 3.2.5 any reboot"]],
  ["ig.md#0", ["ig v0.43.0 any reboot"]],
  // The placeholder of the front page is an image of one's own; this address has no version.
  ["index.md#0", ["EXTNAME - none next-boot"]],
  ["index.md#1", ["EXTNAME 3.13.5 none next-boot"]],
  ["index.md#2", ["EXTNAME 3.13.5 any next-boot"]],
  ["k3s.md#0", ["k3s v1.32.2+k3s1 patch reboot"]],
  ["kata-containers.md#0", ["kata-containers 3.21.0 any reboot"]],
  // Its image was left out by mistake: there is a link to nothing.
  ["keepalived.md#0", []],
  ["kubernetes.md#0", ["kubernetes v1.32.2 patch reboot"]],
  [
    "llamaedge.md#0",
    ["wasmedge 0.14.1 any reboot", "llamaedge 0.14.16 any reboot"],
  ],
  ["nebula.md#0", ["nebula v1.9.5 any reboot"]],
  ["nerdctl.md#0", ["nerdctl v2.0.4 any reboot"]],
  ["nomad.md#0", ["nomad 1.10.0 any reboot"]],
  ["nvidia_runtime.md#0", ["nvidia-runtime v1.17.5 any reboot"]],
  ["ollama.md#0", ["ollama v0.6.3 any reboot"]],
  ["opkssh.md#0", ["opkssh v0.5.1 patch refresh"]],
  ["rke2.md#0", ["rke2 v1.36.1+rke2r2 patch reboot"]],
  ["scx.md#0", ["scx v1.0.19 any reboot"]],
  // Only a file for the scheduler, for a node that has the extension already.
  ["scx.md#1", []],
  ["tailscale.md#0", ["tailscale v1.80.3 any reboot"]],
  ["vault.md#0", ["vault 1.20.0 any restart"]],
  ["wasmcloud.md#0", ["wasmcloud v1.7.0 any refresh"]],
  ["wasmedge.md#0", ["wasmedge 0.14.1 any refresh"]],
  ["wasmtime.md#0", ["wasmtime v31.0.0 any refresh"]],
];

/** Documents that Butane refuses, with the line of the mistake. */
const refused = new Map([
  ["keepalived.md#0", 15],
  ["wasmcloud.md#0", 22],
]);

const docs = "flatcar/sysext-bakery:docs/";
const documents = new Map(
  isThere
    ? readFileSync(corpus, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as { id: string; text: string })
        .filter(({ id }) => id.startsWith(docs))
        .map(({ id, text }) => [id.slice(docs.length), text] as const)
    : [],
);

describe.skipIf(!isThere)("the bakery's documentation", () => {
  test("every document is in the table", () => {
    expect(facts.map(([id]) => id)).toEqual([...documents.keys()].sort());
  });

  test.each(facts)("%s is recognised", (id, expected) => {
    const text = documents.get(id)!;
    const reading = read(text);
    if (!reading.ok) throw new Error(reading.error[0]?.code);
    const { preset } = reading.value;
    expect(compose(preset).text).toBe(text);
    const { chosen, builtinOff } = preset.extensions;
    expect([
      ...chosen.map(({ id, version, updates, activation, own }) => {
        const shown = own ? (ownVersion(id, own.url) ?? "-") : version;
        return `${id} ${shown} ${updates} ${activation}`;
      }),
      ...builtinOff.map((name) => `-${name}`),
    ]).toEqual(expected);
    const { output, report } = transpile(text);
    expect(output === null).toBe(refused.has(id));
    if (output === null)
      expect(report.map(({ range }) => range?.start.line)).toContain(
        refused.get(id),
      );
  });
});
