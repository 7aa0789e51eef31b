import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeDataUrl, transpile } from "@/lib/butane";
import { compose } from "./compose";
import { emptyPreset } from "./defaults";
import { parsePreset } from "./parse-preset";
import type { Preset } from "./preset";
import { read } from "./read/read";
import { fillText, templateOf, variableFields, variablesIn } from "./variables";

const values = (given: Record<string, string>) =>
  new Map(Object.entries(given));

test.each([
  ["{{a}}", ["a"]],
  ["{{ a }}-{{\tb.c-1 }}-{{a}}", ["a", "b.c-1"]],
  ["{{.Name}} {{ range }} {a} {{}} {{a b}} {{1}}", ["range"]],
  ["\\{{a}}", []],
  ["{{a\n}}", []],
])("variables of %j are %j", (text, names) => {
  expect(variablesIn(text)).toEqual(names);
});

test("a value is exchanged once, and an escaped variable loses its backslash", () => {
  const given = values({ a: "{{b}}$&\\", b: "never" });
  expect(fillText("{{a}} {{ c }} \\{{b}} {{.b}}", given)).toBe(
    "{{b}}$&\\ {{ c }} {{b}} {{.b}}",
  );
});

const node = (change: Partial<Preset>): Preset => ({
  ...emptyPreset(),
  ...change,
});
const hostnameOf = (preset: Preset): string | undefined => {
  const { ignition } = transpile(compose(preset).text);
  const files = (
    ignition as unknown as {
      storage: { files: { path: string; contents: { source: string } }[] };
    }
  ).storage.files;
  const file = files.find(({ path }) => path === "/etc/hostname");
  const bytes = decodeDataUrl(file?.contents.source ?? "");
  return bytes && new TextDecoder().decode(bytes);
};

test("fields say which variables they have", () => {
  const preset = node({
    name: "{{name}}",
    identity: { hostname: "{{name}}.{{zone}}", timezone: "UTC" },
    rest: { text: "# {{no}}\nboot: {}\n", whole: false },
  });
  expect(variableFields(preset)).toEqual([
    { field: ["name"], names: ["name"] },
    { field: ["identity", "hostname"], names: ["name", "zone"] },
    { field: ["rest", "text"], names: ["no"] },
  ]);
  // A comment is nobody's value.
  expect([...templateOf(preset).variables.keys()]).toEqual(["name", "zone"]);
});

const whole =
  "variant: flatcar\nversion: 1.1.0\nstorage:\n  files:\n    - path: /etc/hostname # {{n}}\n      mode: 0644\n      overwrite: true\n      contents:\n        inline: |\n          {{n}}\n";
const templates: readonly (readonly [string, Preset])[] = [
  ["a field", node({ identity: { hostname: "{{n}}", timezone: "" } })],
  [
    "typed Butane",
    node({
      rest: {
        text: 'storage: {files: [{path: /etc/hostname, contents: {inline: "{{n}}\\n"}}]}',
        whole: false,
      },
    }),
  ],
  [
    "a document that is kept whole",
    (() => {
      const reading = read(whole, emptyPreset());
      if (!reading.ok) throw new Error("not read");
      return reading.value.preset;
    })(),
  ],
];

test.each(templates)("any value in %s stays a value", (_, preset) => {
  const template = templateOf(preset);
  expect([...template.variables.keys()]).toEqual(["n"]);
  const value = fc.oneof(
    fc.string({ unit: "grapheme", minLength: 1 }),
    fc.constantFrom(
      'a"\n- b: c\n',
      "x\n      mode: 0777",
      "{{n}}",
      "*a",
      "'",
      "\t",
      "a: b # c",
    ),
  );
  fc.assert(
    fc.property(value, (name) => {
      const filled = template.fill(values({ n: name }));
      expect(hostnameOf(filled)).toBe(`${name}\n`);
    }),
    { numRuns: 60 },
  );
});

test("of a whole document the sections follow the values, and comments stay", () => {
  const [, preset] = templates[2]!;
  expect(preset.rest.whole).toBe(true);
  const filled = templateOf(preset).fill(values({ n: "web-1" }));
  expect(filled.identity.hostname).toBe("web-1");
  expect(filled.rest.text).toContain("# {{n}}\n");
});

test("what has no variable is shared with the template", () => {
  const [, preset] = templates[0]!;
  const filled = templateOf(preset).fill(values({ n: "a" }));
  expect(filled.users).toBe(preset.users);
  expect(filled.identity).toEqual({ hostname: "a", timezone: "" });
});

test("a variable goes where a text goes: a choice refuses it", () => {
  const stored = { kindling: 1, target: { channel: "{{channel}}" } };
  expect(parsePreset(stored)).toMatchObject({ ok: false });
});
