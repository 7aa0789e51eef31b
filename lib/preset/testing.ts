import fc from "fast-check";
import { extensions, type Catalogue, type ParamSpec } from "@/lib/butane";
import { chooseExtension } from "./choose";
import { emptyPreset } from "./defaults";
import type { Preset } from "./preset";
import type { Schema } from "./section";
import { sections } from "./sections";
import { soundAdvanced } from "./sections/advanced/testing";
import { soundContainers } from "./sections/containers/testing";
import { soundFiles } from "./sections/files/testing";
import { soundIgnition } from "./sections/ignition/testing";
import { soundKernel } from "./sections/kernel/testing";
import { soundLayers } from "./sections/layers/testing";
import { soundNetwork } from "./sections/network/testing";
import { soundStorage } from "./sections/storage/testing";
import { soundUnits } from "./sections/units/testing";
import { soundUsers } from "./sections/users/testing";

/** Text as people type it, and as nobody should. */
const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    ...[
      "",
      " ",
      "\n",
      "a\nb\n",
      "- a",
      "yes",
      "0644",
      "null",
      "*a",
      "&a",
      "{",
      "'",
      '"',
      "#",
      "%a",
      "$x",
      "\\",
    ],
    ...[
      "\u0000",
      "\u2028",
      "\ud800",
      "../..",
      "/",
      ".",
      "a:b",
      "a: b",
      "constructor",
      "toString",
      "🦆",
      "x".repeat(300),
    ],
  ),
);

const mostly = (...usual: string[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: hostile },
  );

const key =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA me@host";

const params = fc.dictionary(
  fc.oneof(
    fc.constantFrom(
      ...new Set(extensions.flatMap((one) => Object.keys(one.params))),
    ),
    fc
      .stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,8}$/)
      .filter((name) => name !== "constructor" && name !== "prototype"),
  ),
  fc.oneof(
    hostile,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.array(hostile, { maxLength: 3 }),
  ),
  { maxKeys: 4, noNullPrototype: true },
);

const chosen = fc.record(
  {
    id: mostly(...extensions.map(({ id }) => id)),
    version: mostly("v1.32.2", "28.0.4", "v1.36.2+k3s1", "1.0", ""),
    hash: mostly("", `sha256-${"0".repeat(64)}`),
    updates: fc.constantFrom("none", "patch", "major", "any"),
    activation: fc.constantFrom(
      "next-boot",
      "reboot",
      "reboot-now",
      "refresh",
      "restart",
    ),
    keep: fc.integer(),
    params,
    own: fc.record(
      {
        url: mostly("https://example.com/tool-1.0-x86-64.raw"),
        updatesFrom: mostly("", "https://example.com/"),
      },
      { requiredKeys: ["url"], noNullPrototype: true },
    ),
    bakery: mostly(
      "https://mirror.example.com/x",
      "https://other.example.com/",
    ),
    firstBoot: fc.constant("newest"),
    hold: fc.boolean(),
    minVersion: mostly("v1.32.2", "28.0.4"),
    protectVersion: mostly("v1.32.2", "28.0.4"),
    verify: fc.boolean(),
    rules: fc.constant("published"),
    restartUnits: fc.array(mostly("tool.service"), { maxLength: 2 }),
  },
  { requiredKeys: ["id"], noNullPrototype: true },
);

const rest = fc.oneof(
  mostly(
    "",
    "storage:\n  files:\n    - path: /a\n",
    "variant: fcos\n",
    "a: &a [*a]\n",
  ),
  fc
    .array(
      mostly(
        "storage:",
        "  files:",
        "    - path: /a",
        "systemd: {units: [{name: a.service}]}",
        "# b",
        "passwd:",
      ),
      { maxLength: 6 },
    )
    .map((lines) => lines.join("\n")),
);

/** Anything that `parsePreset` accepts, from the sensible to the absurd, in stored form. */
export const storedPresets = fc.record(
  {
    kindling: fc.constant(1),
    name: hostile,
    target: part({
      spec: fc.constantFrom("1.0.0", "1.1.0"),
      channel: fc.constantFrom(
        "stable",
        "beta",
        "alpha",
        "lts-2024",
        "lts-2023",
      ),
      release: mostly("", "4593.2.5"),
      architecture: fc.constantFrom("x86-64", "arm64"),
      platform: mostly("aws", "vmware", "pxe", "akamai"),
      handOver: fc.constantFrom("wrapped", "pointer"),
      handOverFrom: mostly("https://example.com/node.ign"),
      mirror: mostly("https://mirror.example.com/", "http://10.0.0.1"),
    }),
    extensions: part({
      chosen: fc.array(chosen, { maxLength: 4 }),
      builtinOff: fc.array(fc.constantFrom("docker", "containerd"), {
        maxLength: 3,
      }),
      bakery: mostly("", "https://mirror.example.com/x"),
      keyring: fc.record(
        {
          url: mostly("", "https://example.com/keys.gpg"),
          hash: mostly("", `sha256-${"0".repeat(64)}`),
        },
        { requiredKeys: ["url"], noNullPrototype: true },
      ),
    }),
    updates: part({
      schedule: fc.constantFrom("timer", "calendar", "manual"),
      calendar: mostly("*-*-* 03:00:00"),
      randomDelay: mostly("30min"),
      coordinator: fc.constantFrom("none", "locksmith", "kured", "fluo"),
    }),
    identity: part({
      hostname: mostly("node-1"),
      timezone: mostly("Europe/Berlin"),
      hostnameVariable: mostly("COREOS_EC2_HOSTNAME"),
      metadataFor: fc.array(mostly("app.service"), { maxLength: 2 }),
    }),
    users: part({
      users: fc.array(
        fc.record(
          {
            name: mostly("core", "alice"),
            keys: fc.array(mostly(key), { maxLength: 3 }),
            passwordHash: mostly("", "*"),
            groups: fc.array(mostly("docker", "sudo", "dev"), { maxLength: 3 }),
            uid: mostly("1000"),
            gecos: hostile,
            primaryGroup: mostly("users"),
            homeDir: mostly("/srv"),
            shell: mostly("/bin/bash"),
            system: fc.boolean(),
            noCreateHome: fc.boolean(),
            noUserGroup: fc.boolean(),
            noLogInit: fc.boolean(),
            sudo: fc.boolean(),
          },
          { requiredKeys: ["name"], noNullPrototype: true },
        ),
        { maxLength: 3 },
      ),
      groups: fc.array(
        fc.record(
          {
            name: mostly("dev", "docker"),
            gid: mostly("1000"),
            system: fc.boolean(),
          },
          { requiredKeys: ["name"], noNullPrototype: true },
        ),
        { maxLength: 2 },
      ),
    }),
    osUpdates: part({
      group: mostly("", "stable"),
      server: mostly("", "disabled"),
      strategy: fc.constantFrom("", "reboot", "etcd-lock", "off"),
      windowStart: mostly("", "Thu 04:00"),
      windowLength: mostly("", "1h"),
      lockGroup: mostly("workers"),
      lockEndpoints: mostly("https://10.0.0.1:2379"),
      lockPassword: mostly("secret"),
      machineAlias: mostly("node one"),
      downloadUser: mostly("me"),
      downloadPassword: mostly("secret"),
      pcrPolicyServer: mostly("https://example.com"),
    }),
    ...fromSchemas(),
    rest: part({ text: rest }),
  },
  { requiredKeys: ["kindling"], noNullPrototype: true },
);

/** Values of the sections that no generator above knows, from their schemas alone. */
function fromSchemas() {
  const known = new Set([
    "target",
    "extensions",
    "updates",
    "identity",
    "users",
    "osUpdates",
    "rest",
  ]);
  return Object.fromEntries(
    sections
      .filter(({ id }) => !known.has(id))
      .map(({ id, schema }) => [id, ofSchema(schema)]),
  );
}

/** Whatever a schema accepts. */
export function ofSchema(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case "object":
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([key, inner]) => [
            key,
            ofSchema(inner),
          ]),
        ),
        { requiredKeys: [...(schema.required ?? [])], noNullPrototype: true },
      );
    case "array":
      return fc.array(ofSchema(schema.items ?? {}), { maxLength: 2 });
    case "integer":
    case "number":
      return fc.integer();
    case "boolean":
      return fc.boolean();
    default:
      return hostile;
  }
}

/** A node that a careful person might have chosen: nothing in it is refused by any rule of the spec. */
export const soundPresets = fc
  .uniqueArray(
    fc.constantFrom(...extensions.filter(({ kind }) => kind !== "builtin")),
    {
      selector: ({ id }) => id,
      maxLength: 5,
    },
  )
  .chain((picked) =>
    fc.record(
      {
        kindling: fc.constant(1),
        extensions: fc
          .tuple(
            ...picked.map(({ id, params: specs, versionPattern }) =>
              fc
                .record(
                  {
                    id: fc.constant(id),
                    version: fc.constantFrom(
                      "v1.32.2",
                      "2.1.0",
                      "v1.36.2+k3s1",
                    ),
                    updates: fc.constantFrom("none", "patch", "major", "any"),
                    activation: fc.constantFrom(
                      "next-boot",
                      "reboot",
                      "reboot-now",
                      "refresh",
                      "restart",
                    ),
                    keep: fc.integer({ min: 2, max: 9 }),
                    bakery: fc.constantFrom(
                      "https://mirror.example.com/x/",
                      "https://other.example.com/",
                    ),
                    rules: fc.constant("published"),
                    firstBoot: fc.constant("newest"),
                    hold: fc.boolean(),
                    minVersion: fc.constantFrom("v1.32.1", "2.1.0"),
                    protectVersion: fc.constant("v1.32.2"),
                    verify: fc.boolean(),
                    restartUnits: fc.constant(["tool.service"]),
                    params: fc.record(
                      Object.fromEntries(
                        Object.entries(specs).map(([name, spec]) => [
                          name,
                          // Docker on ZFS and a daemon.json of one's own are one file: two such wishes are a clash, not a sound node.
                          id === "zfs" && name === "docker"
                            ? fc.constant(false)
                            : sensible(spec),
                        ]),
                      ),
                      { requiredKeys: [], noNullPrototype: true },
                    ),
                  },
                  { requiredKeys: ["id", "version"], noNullPrototype: true },
                )
                .map(({ bakery, ...rest }) =>
                  // Elsewhere than in Flatcar's bakery an image is known for one by its version.
                  bakery && new RegExp(versionPattern ?? "").test(rest.version)
                    ? { ...rest, bakery }
                    : rest,
                ),
            ),
          )
          .chain((chosen) =>
            part({
              keyring: fc.constant({ url: "https://example.com/keys.gpg" }),
            }).map((others) => ({ chosen, ...others })),
          ),
        updates: part({
          schedule: fc.constantFrom("timer", "calendar", "manual"),
          coordinator: fc.constantFrom("none", "locksmith", "kured", "fluo"),
        }),
        identity: part({
          hostname: fc.constant("node-1"),
          timezone: fc.constant("Europe/Berlin"),
          hostnameVariable: fc.constant("COREOS_EC2_HOSTNAME"),
          metadataFor: fc.constant(["app.service"]),
        }),
        users: soundUsers,
        osUpdates: part({
          windowStart: fc.constant("04:00"),
          strategy: fc.constantFrom("", "reboot", "off"),
          lockGroup: fc.constant("workers"),
          machineAlias: fc.constant("node 'one' $x"),
          downloadPassword: fc.constant('a "b" \\c'),
        }),
        layers: soundLayers,
        containers: soundContainers,
        network: soundNetwork,
        storage: soundStorage,
        files: soundFiles,
        units: soundUnits,
        kernel: soundKernel,
        ignition: soundIgnition,
        advanced: soundAdvanced,
      },
      { requiredKeys: ["kindling", "extensions"], noNullPrototype: true },
    ),
  );

function part<Fields extends Record<string, fc.Arbitrary<unknown>>>(
  fields: Fields,
) {
  return fc.record(fields, { requiredKeys: [], noNullPrototype: true });
}

function sensible(spec: ParamSpec): fc.Arbitrary<unknown> {
  switch (spec.type) {
    case "boolean":
      return fc.boolean();
    case "number":
      return fc.integer({ min: spec.min ?? 1, max: spec.max ?? 9999 });
    case "select":
      return fc.constantFrom(...spec.options.map(({ value }) => value));
    case "list":
      return fc.array(fc.constantFrom("10.0.0.1", "10.0.0.2", "core"), {
        maxLength: 2,
      });
    default:
      return fc.constantFrom(spec.default, "/srv/value");
  }
}

/** A node with one extension, and whatever that needs beside it and instead of which it comes. */
export function minimalNode(id: string, catalogue: Catalogue): Preset {
  const empty = emptyPreset();
  const extension = extensions.find((one) => one.id === id)!;
  const needed = extension.requires.flatMap((item) => {
    const ways = item.split("|");
    return ways.some((way) => way.startsWith("builtin:"))
      ? []
      : [ways[0]!.split("@")];
  });
  const chosen = [
    ...needed.map(([other = "", version]) => ({
      ...chooseExtension(other.replace("flatcar:", ""), catalogue, empty),
      ...(version === undefined ? {} : { version, updates: "none" as const }),
    })),
    chooseExtension(id, catalogue, empty),
  ];
  const replaces = extension.conflicts.some((item) =>
    item.startsWith("builtin:"),
  );
  const builtinOff = replaces ? (["docker", "containerd"] as const) : [];
  return { ...empty, extensions: { ...empty.extensions, chosen, builtinOff } };
}
