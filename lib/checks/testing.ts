import type { Catalogue } from "@/lib/butane";
import { run } from "@/lib/pipeline";
import { parsePreset, type Preset } from "@/lib/preset";
import { withEdits } from "@/lib/set-at";

/** A hash that some release has. */
export const hash = `sha256-${"a".repeat(64)}`;
/** Few releases of few extensions. */
export const catalogue: Catalogue = {
  date: "2026-07-16",
  bakery: "https://extensions.flatcar.org/extensions/",
  releases: {
    kubernetes: [
      { version: "v1.36.2" },
      { version: "v1.32.13", hashes: { "x86-64": hash } },
      { version: "v1.32.2" },
    ],
    k3s: [{ version: "v1.36.2+k3s1" }],
    docker: [{ version: "29.6.2" }, { version: "28.0.4" }],
    wasmtime: [{ version: "v47.0.2" }],
    haproxy: [{ version: "3.4.2" }],
    dataplaneapi: [{ version: "v3.4.0" }],
    "docker-compose": [{ version: "5.3.1" }],
    "kata-containers": [{ version: "4.0.0" }],
    ollama: [{ version: "v0.32.3" }],
    containerd: [{ version: "2.3.3" }],
  },
};

/** A key that somebody can log in with. */
export const key =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA me@host";

/** A stored preset, its defaults filled in. */
export function presetOf(stored: object): Preset {
  const read = parsePreset({ kindling: 1, ...stored });
  if (!read.ok) throw new Error(read.error.sentence);
  return read.value;
}

/** Code and field of everything that is said about a node. */
export function told(stored: object): string[] {
  return run(presetOf(stored), catalogue).problems.map(
    ({ code, field }) => `${code} ${field?.join(".") ?? "-"}`,
  );
}

/** Those of it that are about a field of the network. */
export const toldOfNetwork = (stored: object) =>
  told(stored).filter((line) => line.includes(" network."));

/** The node after the fix of a finding. */
export function fixed(stored: object, code: string): Preset {
  const preset = presetOf(stored);
  const { fix } = run(preset, catalogue).problems.find(
    (one) => one.code === code,
  )!;
  return withEdits(preset, fix!.edits);
}

/** A node with something of the network. */
export const network = (part: object) => ({ network: part });
export const links = (...all: object[]) => network({ links: all });

/** A node with extensions. */
export const chosen = (...all: object[]) => ({ extensions: { chosen: all } });
/** A node with a user whose key is fine. */
export const user = (one: object) => ({
  users: { users: [{ name: "core", keys: [key], ...one }] },
});
/** A release that the catalogue knows. */
export const kubernetes = { id: "kubernetes", version: "v1.32.2" };

/** Key data of an RSA key with so many bits, all of them set. */
export function rsa(bits: number): string {
  const part = (bytes: readonly number[]) => [
    0,
    0,
    bytes.length >> 8,
    bytes.length & 255,
    ...bytes,
  ];
  const name = [..."ssh-rsa"].map((character) => character.charCodeAt(0));
  const modulus = [0, ...Array.from({ length: bits / 8 }, () => 255)];
  return btoa(
    String.fromCharCode(...part(name), ...part([1, 0, 1]), ...part(modulus)),
  );
}

/** A stored preset of container engines alone. */
export const containers = (part: object) => ({ containers: part });

/** What a Docker API with TLS has beside its key. */
export const certificate = "-----BEGIN CERTIFICATE-----\nMIIB\n";
export const dockerKey = "-----BEGIN PRIVATE KEY-----\nMIIB\n";
export const dockerTls = {
  api: "tls",
  tlsCa: certificate,
  tlsCert: certificate,
};

/** A login that is well put. */
export const registryLogin = {
  server: "registry.example.com",
  user: "node",
  password: "x",
};
