import { describe, expect, test } from "vitest";
import {
  extensions,
  lintUnit,
  openDocument,
  textAt,
  itemsAt,
} from "@/lib/butane";
import { run } from "@/lib/pipeline";
import { compose } from "@/lib/preset/compose";
import { setAt } from "@/lib/set-at";
import {
  startingUnits,
  unitsToAdd,
} from "@/lib/preset/sections/units/starting-units";
import { catalogue, presetOf, told } from "./testing";

const of = (stored: object) => run(presetOf(stored), catalogue).problems;

const unit = (one: object) => ({
  units: { units: [{ name: "a.service", ...one }] },
});
const service = "[Service]\nExecStart=/bin/a\n";

test("a slip in a unit is told at its line, in the field and in the text, with its fix", () => {
  const contents = `${service}Restrat=no\n`;
  const preset = presetOf(unit({ contents }));
  const { butane, problems } = run(preset, catalogue);
  const found = problems.find(({ code }) => code === "unit-key-unknown")!;
  expect(found).toMatchObject({
    kind: "warning",
    field: ["units", "units", 0, "contents"],
    sentence:
      "Line 3: systemd does not know Restrat= in [Service], and ignores the line.",
    within: { start: { line: 3, column: 1 }, end: { line: 3, column: 8 } },
  });
  const { start, end } = found.range!;
  expect(butane.slice(start.offset, end.offset)).toBe("Restrat");
  expect(butane.split("\n")[start.line - 1]).toContain("Restrat=no");
  expect(found.fix?.label).toBe("Use Restart");
  const [{ path, value }] = found.fix!.edits as [
    { path: string[]; value: string },
  ];
  expect(setAt(preset, path, value).units.units[0]!.contents).toBe(
    `${service}Restart=no\n`,
  );
});

test("a slip in typed Butane, in a drop-in and in a unit that is written as a file is told as well", () => {
  const text = `systemd:
  units:
    - name: b.service
      dropins:
        - {name: a.conf, contents: "[Servce]\\nUser=core\\n"}
storage:
  files:
    - path: /etc/systemd/system/c.timer
      contents: {inline: "[Timer]\\nOnCalender=daily\\n"}
`;
  expect(told({ rest: { text } })).toEqual(
    expect.arrayContaining([
      "unit-section-unknown rest.text",
      "unit-key-unknown rest.text",
      "unit-trigger-missing rest.text",
    ]),
  );
  const found = of({ rest: { text } }).find(
    ({ code }) => code === "unit-section-unknown",
  );
  expect(found?.fix).toBeUndefined();
});

test("what a unit misses may stand in its drop-in", () => {
  const contents = "[Service]\nUser=core\n";
  expect(told(unit({ contents }))).toContain(
    "unit-command-missing units.units.0.contents",
  );
  const dropins = [{ name: "a.conf", contents: service }];
  expect(told(unit({ contents, dropins })).join()).not.toContain("missing");
});

test("an order that waits for nothing gets what it misses", () => {
  const contents = `[Unit]\nAfter=network-online.target\n${service}`;
  const found = of(unit({ contents })).find(
    ({ code }) => code === "unit-order-alone",
  );
  expect(found?.fix?.edits[0]?.value).toBe(
    `[Unit]\nWants=network-online.target\nAfter=network-online.target\n${service}`,
  );
});

describe("what Kindling writes itself has no slip", () => {
  const node = (id: string, kind: string) => ({
    extensions: {
      chosen: [
        {
          id,
          version: kind === "bakery" ? "v1.32.2" : "",
          updates: kind === "bakery" ? "any" : "none",
          activation: "reboot",
        },
      ],
    },
  });
  test.each(
    extensions
      .filter(({ kind }) => kind !== "builtin")
      .map(({ id, kind }) => [id, kind] as const),
  )("the units of %s", (id, kind) => {
    const opened = openDocument(compose(presetOf(node(id, kind))).text);
    if (!opened.ok) throw new Error("not readable");
    const faults = opened.value
      .entriesOf("systemd.units")
      .flatMap(({ key, value }) => [
        ...lintUnit(key, textAt(value, "contents") ?? ""),
        ...itemsAt(value, "dropins").flatMap((dropin) =>
          lintUnit(key, textAt(dropin, "contents") ?? "", "dropin"),
        ),
      ]);
    expect(faults).toEqual([]);
  });
});

test.each<[string, object, string]>([
  [
    "masked and enabled",
    { enabled: "yes", mask: true },
    "unit-masked-and-enabled units.units.0.enabled",
  ],
  [
    "not enabled",
    { contents: `${service}[Install]\nWantedBy=multi-user.target\n` },
    "unit-not-started units.units.0.enabled",
  ],
  [
    "a token in the environment",
    { contents: `${service}Environment=API_TOKEN=abc\n` },
    "secret-in-unit units.units.0.contents",
  ],
])("a unit that is %s", (_, one, expected) => {
  expect(told(unit(one))).toContain(expected);
});

test.each<[string, object]>([
  [
    "started by its timer",
    {
      units: {
        units: [
          {
            name: "a.service",
            contents: `${service}[Install]\nWantedBy=multi-user.target\n`,
          },
          {
            name: "a.timer",
            enabled: "yes",
            contents:
              "[Timer]\nOnCalendar=daily\n[Install]\nWantedBy=timers.target\n",
          },
        ],
      },
    },
  ],
  ["enabled", unit({ enabled: "yes", contents: service })],
  [
    "a template with an instance that is enabled",
    {
      units: {
        units: [
          {
            name: "a@.service",
            contents: `${service}[Install]\nWantedBy=multi-user.target\n`,
          },
          { name: "a@b.1.service", enabled: "yes" },
        ],
      },
    },
  ],
  [
    "given a token by a file",
    unit({ contents: `${service}Environment=TOKEN=\${CREDENTIALS}\n` }),
  ],
])("nothing is said of a unit that is %s", (_, stored) => {
  expect(
    told(stored).filter((one) => /not-started|secret-in/.test(one)),
  ).toEqual([]);
});

test("a template without an instance is started by nothing", () => {
  const contents = `${service}[Install]\nWantedBy=multi-user.target\n`;
  expect(told(unit({ name: "a@.service", contents }))).toContain(
    "unit-not-started units.units.0.enabled",
  );
});

test.each<[string, object, number]>([
  ["on a release that merges it late", { channel: "stable" }, 1],
  ["on one that merges it early", { release: "4757.1.0" }, 0],
  ["on one that has it in /usr", { channel: "lts-2023" }, 0],
])("the built-in Docker that is only enabled, %s", (_, target, times) => {
  const stored = {
    ...unit({ name: "docker.service", enabled: "yes" }),
    target,
  };
  expect(
    told(stored).filter((one) => one.startsWith("enabled-in-image")),
  ).toHaveLength(times);
});

test("masking update-engine is turned into switching updates off", () => {
  const stored = {
    units: { units: [{ name: "update-engine.service", mask: true }] },
  };
  const found = of(stored).find(({ code }) => code === "update-engine-masked");
  expect(found?.fix?.edits).toEqual([
    { path: ["units", "units", 0, "mask"], value: false },
    { path: ["osUpdates", "server"], value: "disabled" },
  ]);
});

test.each(startingUnits.map((one) => [one.label, one] as const))(
  "nothing is said of what there is to begin with: %s",
  (_, one) => {
    const units = unitsToAdd(one, []).map((unit) => ({
      ...unit,
      name: unit.name || "containerd.service",
    }));
    const found = of({ units: { units } });
    expect(
      found
        .filter(({ field }) => field?.[0] === "units")
        .map(({ code }) => code),
    ).toEqual([]);
  },
);

test("a unit with a drop-in has its command once", () => {
  const dropins = [{ name: "a.conf", contents: "[Service]\nUser=core\n" }];
  const contents = "[Service]\nExecStart=/bin/true\n";
  const codes = (one: object) =>
    told(unit(one)).filter((line) => line.startsWith("unit-command"));
  expect(codes({ contents, dropins })).toEqual([]);
  expect(codes({ contents, dropins: [{ name: "a.conf", contents }] })).toEqual([
    "unit-command-added units.units.0.dropins.0.contents",
  ]);
});
