import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parsePreset } from "./parse-preset";
import { presetSchema } from "./schema";
import type { Schema } from "./section";
import { emptyPreset } from "./defaults";
import { toStored } from "./stored";

/** Where a preset is refused, and why. */
function refused(given: unknown): string {
  const read = parsePreset(given);
  return read.ok
    ? "accepted"
    : `${read.error.code} ${read.error.path.join(".")}`.trim();
}

test.each<[string, unknown, string]>([
  ["nothing", null, "not-a-preset"],
  ["a list", [], "not-a-preset"],
  ["another program's file", { version: 1 }, "not-a-preset"],
  [
    "a preset of a later Kindling",
    { kindling: 2, surprise: true },
    "newer-preset kindling",
  ],
  ["a version that is no number", { kindling: "1" }, "bad-shape kindling"],
  ["a section nobody knows", { kindling: 1, netwrk: {} }, "bad-shape netwrk"],
  [
    "a field nobody knows",
    { kindling: 1, identity: { hostnme: "a" } },
    "bad-shape identity.hostnme",
  ],
  [
    "a field nobody knows, inside a list",
    { kindling: 1, users: { users: [{ name: "a" }, { name: "b", key: "" }] } },
    "bad-shape users.users.1.key",
  ],
  [
    "a number for a text",
    { kindling: 1, identity: { hostname: 5 } },
    "bad-shape identity.hostname",
  ],
  [
    "a text for a list",
    { kindling: 1, users: { users: "core" } },
    "bad-shape users.users",
  ],
  [
    "half a version kept",
    { kindling: 1, extensions: { chosen: [{ id: "a", keep: 2.5 }] } },
    "bad-shape extensions.chosen.0.keep",
  ],
  [
    "a user without a name",
    { kindling: 1, users: { users: [{}] } },
    "bad-shape users.users.0",
  ],
  [
    "a channel that there is not",
    { kindling: 1, target: { channel: "nightly" } },
    "bad-shape target.channel",
  ],
  [
    "a parameter that is an object",
    { kindling: 1, extensions: { chosen: [{ id: "a", params: { b: {} } }] } },
    "bad-shape extensions.chosen.0.params.b",
  ],
  [
    "a prototype as a section",
    JSON.parse('{"kindling":1,"__proto__":{"a":1}}'),
    "bad-shape __proto__",
  ],
  [
    "a prototype as a field",
    JSON.parse('{"kindling":1,"identity":{"__proto__":{"a":1}}}'),
    "bad-shape identity.__proto__",
  ],
  [
    "a prototype as a parameter",
    JSON.parse(
      '{"kindling":1,"extensions":{"chosen":[{"id":"a","params":{"__proto__":"b"}}]}}',
    ),
    "bad-shape extensions.chosen.0.params",
  ],
  [
    "a constructor as a parameter",
    {
      kindling: 1,
      extensions: { chosen: [{ id: "a", params: { constructor: "b" } }] },
    },
    "bad-shape extensions.chosen.0.params",
  ],
])("%s is refused, with its place", (_, given, expected) => {
  expect(refused(given)).toBe(expected);
});

test("what makes no sense on a node is kept, to be shown and mended", () => {
  const given = {
    kindling: 1,
    extensions: {
      chosen: [{ id: "../x", version: "\n", keep: -3, own: { url: "" } }],
    },
    identity: { hostname: "a b\n" },
    users: { users: [{ name: "", keys: [""], passwordHash: "hunter2" }] },
  };
  const read = parsePreset(given);
  expect(read.ok && toStored(read.value, { secrets: "keep" })).toEqual(given);
});

test("what is left out has its default, and only what differs is stored", () => {
  const read = parsePreset({
    kindling: 1,
    extensions: { chosen: [{ id: "docker" }] },
  });
  expect(read.ok && read.value).toEqual({
    ...emptyPreset(),
    extensions: {
      chosen: [
        {
          id: "docker",
          version: "",
          hash: "",
          updates: "none",
          activation: "next-boot",
          keep: 3,
          params: {},
        },
      ],
      builtinOff: [],
      bakery: "",
    },
  });
  expect(toStored(emptyPreset(), { secrets: "keep" })).toEqual({ kindling: 1 });
});

test("equal presets are stored as equal text, whatever the order of their keys", () => {
  const one = {
    kindling: 1,
    identity: { timezone: "UTC", hostname: "a" },
    extensions: { chosen: [{ params: { z: 1, a: 2 }, id: "x" }] },
  };
  const other = {
    extensions: { chosen: [{ id: "x", params: { a: 2, z: 1 } }] },
    identity: { hostname: "a", timezone: "UTC" },
    kindling: 1,
  };
  const texts = [one, other].map((given) => {
    const read = parsePreset(given);
    return read.ok
      ? JSON.stringify(toStored(read.value, { secrets: "keep" }))
      : "";
  });
  expect(texts[0]).toBe(texts[1]);
  expect(texts[0]).toBe(
    '{"kindling":1,"extensions":{"chosen":[{"id":"x","params":{"a":2,"z":1}}]},"identity":{"hostname":"a","timezone":"UTC"}}',
  );
});

test("no two presets share a value that could be changed under the other", () => {
  const one = emptyPreset() as never as { users: { users: unknown[] } };
  one.users.users.push("changed");
  expect(emptyPreset().users.users).toEqual([]);
});

test("the published schema is what the sections say, and names every secret", () => {
  const published = readFileSync(
    join(__dirname, "../../schemas/preset-1.json"),
    "utf8",
  );
  expect(JSON.parse(published)).toEqual(
    JSON.parse(JSON.stringify(presetSchema())),
  );
  const secrets = textFields(presetSchema()).filter(
    ({ writeOnly }) => writeOnly,
  );
  expect(secrets.map(({ name }) => name)).toContain("passwordHash");
  expect(
    textFields(presetSchema()).filter(
      ({ name, writeOnly }) =>
        !writeOnly && /password|passphrase|secret/i.test(name),
    ),
  ).toEqual([]);
});

/** Every field of a schema that holds text, by its name. */
function textFields(
  schema: Schema,
  name = "",
): { name: string; writeOnly: boolean }[] {
  if (schema.type === "string")
    return [{ name, writeOnly: schema.writeOnly ?? false }];
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, inner]) =>
      textFields(inner, key),
    ),
    ...(schema.items ? textFields(schema.items, name) : []),
  ];
}
