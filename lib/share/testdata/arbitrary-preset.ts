import fc from "fast-check";
import { fillDefaults } from "@/lib/preset/defaults";
import { sectionsById } from "@/lib/preset/sections";
import { ofSchema } from "@/lib/preset/testing";
import type { ChosenExtension, NodeUser, Preset } from "@/lib/preset";

const word = fc.oneof(
  fc.constantFrom("node-1", "kubernetes", "v1.32.2", "Europe/Berlin", "core"),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const text = fc.oneof({ weight: 2, arbitrary: fc.constant("") }, word);
const hex = (length: number) =>
  fc
    .uint8Array({ minLength: length, maxLength: length })
    .map((bytes) => Buffer.from(bytes).toString("hex"));
const hash = fc.oneof(
  fc.constant(""),
  hex(32).map((digits) => `sha256-${digits}`),
);
const key = fc.oneof(
  word,
  fc
    .uint8Array({ minLength: 32, maxLength: 32 })
    .map((bytes) =>
      Buffer.concat([
        Buffer.from("AAAAC3NzaC1lZDI1NTE5AAAAIAAA", "base64").subarray(0, 19),
        bytes,
      ]),
    )
    .map((bytes) => `ssh-ed25519 ${bytes.toString("base64")} me@host`),
);

const chosen = fc
  .record({
    id: fc.oneof(fc.constantFrom("kubernetes", "k3s", "tailscale"), word),
    version: text,
    hash,
    updates: fc.constantFrom("none", "patch", "major", "any"),
    activation: fc.constantFrom(
      "next-boot",
      "reboot",
      "reboot-now",
      "refresh",
      "restart",
    ),
    keep: fc.integer({ min: 2, max: 99 }),
    params: fc.dictionary(
      fc.constantFrom("role", "token", "authKey", "upArgs", "p-1_x"),
      fc.oneof(word, fc.integer(), fc.boolean(), fc.array(word)),
      { noNullPrototype: true },
    ),
    own: fc.option(fc.record({ url: word, updatesFrom: text })),
    choices: fc.record(
      {
        bakery: word,
        firstBoot: fc.constant("newest" as const),
        hold: fc.boolean(),
        minVersion: word,
        protectVersion: word,
        verify: fc.boolean(),
        restartUnits: fc.array(word, { maxLength: 2 }),
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
  })
  .map(
    ({ own, choices, ...rest }): ChosenExtension => ({
      ...rest,
      ...choices,
      ...(own ? { own } : {}),
    }),
  );

const user: fc.Arbitrary<NodeUser> = fc.record({
  name: word,
  keys: fc.array(key, { maxLength: 3 }),
  passwordHash: text,
  groups: fc.array(word, { maxLength: 3 }),
});

/** Any preset whose shape is right, sensible or not. */
export const arbitraryPreset: fc.Arbitrary<Preset> = fc.record({
  ...others(),
  kindling: fc.constant(1 as const),
  name: text,
  target: fc.record({
    variant: fc.constantFrom("flatcar", "fcos"),
    spec: fc.constantFrom("1.0.0", "1.1.0"),
    channel: fc.constantFrom("stable", "beta", "alpha", "lts-2024", "lts-2023"),
    release: text,
    architecture: fc.constantFrom("x86-64", "arm64"),
    platform: fc.oneof(fc.constantFrom("aws", "hetzner"), word),
  }),
  extensions: fc.record({
    chosen: fc.array(chosen, { maxLength: 4 }),
    builtinOff: fc.subarray(["docker", "containerd"] as const),
    bakery: text,
  }),
  updates: fc.record({
    schedule: fc.constantFrom("timer", "calendar", "manual"),
    calendar: text,
    randomDelay: text,
    coordinator: fc.constantFrom("none", "locksmith", "kured", "fluo"),
  }),
  identity: fc.record({ hostname: text, timezone: text }),
  users: fc.record({ users: fc.array(user, { maxLength: 3 }) }),
  osUpdates: fc.record({
    group: text,
    server: text,
    strategy: fc.constantFrom("", "reboot", "etcd-lock", "off"),
    windowStart: text,
    windowLength: text,
  }),
  rest: fc.record({ text, whole: fc.boolean() }),
});

/** The sections that are not spelled out above, with what their schemas accept. */
function others() {
  const ids = ["layers", "containers", "network", "storage", "files", "units", "kernel", "ignition", "advanced"] as const;
  return Object.fromEntries(
    ids.map((id) => [
      id,
      ofSchema(sectionsById[id].schema).map(
        (value) => fillDefaults({ kindling: 1, [id]: value })[id],
      ),
    ]),
  ) as unknown as { [Id in (typeof ids)[number]]: fc.Arbitrary<Preset[Id]> };
}
