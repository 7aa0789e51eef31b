import { expect, test } from "vitest";
import { run } from "@/lib/pipeline";
import { emptyPreset, parsePreset, type Preset } from "@/lib/preset";

const catalogue = { date: "", bakery: "", releases: {} };
const found = (change: Partial<Preset>) =>
  run({ ...emptyPreset(), ...change }, catalogue)
    .problems.filter(({ code }) => code !== "no-login")
    .map(({ kind, code, field, range }) => ({
      kind,
      code,
      field,
      line: range?.start.line,
    }));
const identity = (hostname: string) => ({
  identity: { hostname, timezone: "" },
});

test("a variable is no hostname, and that is not the node's fault", () => {
  expect(found(identity("{{host}}"))).toEqual([
    {
      kind: "warning",
      code: "fleet-variable",
      field: ["identity", "hostname"],
      line: expect.any(Number) as number,
    },
  ]);
  const [problem] = run(
    { ...emptyPreset(), ...identity("{{host}}.{{zone}}") },
    catalogue,
  ).problems;
  expect(problem!.sentence).toContain("{{host}}, {{zone}}");
  expect(problem!.fix).toBeUndefined();
});

test("where nothing trips over it, a note says what it is", () => {
  expect(found({ name: "{{host}}" })).toMatchObject([
    { kind: "info", code: "fleet-variables", field: ["name"] },
  ]);
});

test("what depends on an address with a variable is not told", () => {
  const stored = parsePreset({
    kindling: 1,
    network: {
      links: [
        {
          kind: "physical",
          name: "eth0",
          match: "eth0",
          addresses: ["{{ip}}/24"],
          gateways: ["10.0.0.1"],
        },
      ],
    },
  });
  if (!stored.ok) throw new Error(stored.error.sentence);
  expect(found(stored.value).map(({ code }) => code)).toEqual([
    "fleet-variable",
  ]);
});

test("an escaped variable is a text, and what stays of it outside of a fleet is told", () => {
  expect(found(identity("\\{{host}}"))).toMatchObject([
    { code: "hostname-characters" },
    { kind: "info", code: "fleet-escape", field: ["identity", "hostname"] },
  ]);
  expect(found({ name: "{{a}} \\{{b}}" }).map(({ code }) => code)).toEqual([
    "fleet-variables",
    "fleet-escape",
  ]);
});

test.each(["host name", "{{.host}}"])(
  "%j is no variable and is told as before",
  (hostname) => {
    const codes = found(identity(hostname)).map(({ code }) => code);
    expect(codes).toHaveLength(1);
    expect(codes[0]).toMatch(/^hostname-/);
  },
);

test("without a config, what stands in its way is told as it is", () => {
  const rest = {
    whole: false,
    text: "storage: {files: [{path: etc}]}",
  };
  const problems = found({ ...identity("{{host}}"), rest });
  expect(problems.map(({ code }) => code)).toContain("hostname-characters");
});

test.each([
  ["docker-compose", "{{version}}"],
  ["kubernetes", "v{{minor}}.{{patch-level}}"],
  ["kubernetes", "v1.33.{{patch}}"],
])("%s of the version %s is no image under a wrong name", (id, version) => {
  const preset = parsePreset({
    kindling: 1,
    extensions: { chosen: [{ id, version, updates: "patch" }] },
  });
  if (!preset.ok) throw new Error(preset.error.sentence);
  const { extensions } = preset.value;
  expect(found({ extensions }).filter(({ kind }) => kind !== "info")).toEqual(
    [],
  );
});

test("an image under the wrong name stays one", () => {
  const text = `storage:
  files:
    - path: /opt/extensions/a/a-{{version}}-x86-64.raw
      contents:
        source: https://example.com/a.raw
  links:
    - path: /etc/extensions/b.raw
      target: /opt/extensions/a/a-{{version}}-x86-64.raw
`;
  expect(found({ rest: { text, whole: false } })).toContainEqual(
    expect.objectContaining({ code: "image-link-name" }),
  );
});
