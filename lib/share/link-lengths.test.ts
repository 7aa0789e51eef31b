import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compressToEncodedURIComponent } from "lz-string";
import { expect, test } from "vitest";
import { parsePreset, type Preset } from "@/lib/preset";
import { measureLinks } from "./link-lengths";

const key =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl ops@example.com";
const hash = `sha256-${"5bfd6a1b4f2c3e8d907f6a5b4c3d2e1f".repeat(2)}`;
const users = { users: [{ name: "core", keys: [key] }] };
const patch = { updates: "patch", activation: "reboot" };

const typical: readonly [name: string, stored: object, most: number][] = [
  [
    "Kubernetes for arm64 with kured",
    {
      target: { architecture: "arm64" },
      extensions: {
        chosen: [{ id: "kubernetes", version: "v1.32.2", ...patch }],
      },
      updates: { coordinator: "kured" },
      identity: { hostname: "node-1" },
      users,
    },
    80,
  ],
  [
    "three extensions with hashes",
    {
      target: { platform: "hetzner" },
      extensions: {
        chosen: [
          {
            id: "kubernetes",
            version: "v1.36.2",
            hash,
            ...patch,
            params: {
              initArgs: "--pod-network-cidr=10.244.0.0/16",
              role: "control-plane",
            },
          },
          { id: "crio", version: "v1.36.2", hash, ...patch },
          {
            id: "ig",
            version: "v0.54.1",
            hash,
            updates: "any",
            activation: "refresh",
          },
        ],
        builtinOff: ["docker", "containerd"],
      },
      updates: { coordinator: "kured" },
      identity: { hostname: "cp-1.example.com", timezone: "Europe/Berlin" },
      users,
    },
    300,
  ],
  [
    "Docker host with a reboot window",
    {
      target: { platform: "digitalocean" },
      extensions: {
        chosen: [
          {
            id: "docker-compose",
            version: "5.3.1",
            updates: "any",
            activation: "refresh",
          },
        ],
      },
      identity: { hostname: "docker-1" },
      users: { users: [{ name: "core", keys: [key], groups: ["docker"] }] },
      osUpdates: { windowStart: "Sun 04:00", windowLength: "2h" },
      rest: {
        text: "storage:\n  files:\n    - path: /etc/sysctl.d/10-maps.conf\n      contents:\n        inline: |\n          vm.max_map_count=262144\n",
      },
    },
    200,
  ],
];

const folder = fileURLToPath(new URL("../../examples/", import.meta.url));
const examples = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map(
    (file) =>
      [file, JSON.parse(readFileSync(folder + file, "utf8")), 320] as const,
  );

test.each([...typical, ...examples])(
  "%s: half of lz-string or less, and short enough",
  (name, stored, most) => {
    const preset = parsePreset({ kindling: 1, ...stored });
    const [measured] = measureLinks(
      [[name, (preset as { value: Preset }).value]],
      compressToEncodedURIComponent,
    );
    expect(measured!.link).toBeLessThanOrEqual(measured!.other / 2);
    expect(measured!.link).toBeLessThanOrEqual(most);
  },
);
