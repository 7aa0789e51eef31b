import { expect, test } from "vitest";
import { compose } from "../../compose";
import { skeletonFor } from "./skeletons";
import { startingUnits, unitsToAdd } from "./starting-units";
import { settlePreset } from "../../settle";
import { opened, presetOf } from "../testing";

const service = "[Service]\nExecStart=/usr/bin/true\n";

const chosen = {
  extensions: { chosen: [{ id: "wasmtime", version: "v31.0.0" }] },
};

test("a unit is read without what an extension writes of it", () => {
  const own = {
    name: "systemd-sysupdate.service",
    dropins: [{ name: "90-mine.conf", contents: "[Unit]\nAfter=a.service\n" }],
  };
  const preset = presetOf({ ...chosen, units: { units: [own] } });
  const { text } = compose(preset);
  expect(text.match(/name: systemd-sysupdate\.service/g)).toHaveLength(1);
  const found = opened(text);
  expect(found.units.units).toEqual(preset.units.units);
  expect(found.extensions.chosen.map(({ id }) => id)).toEqual(["wasmtime"]);
});

test("a unit that only others write is none of its own", () => {
  expect(opened(compose(presetOf(chosen)).text).units.units).toEqual([]);
});

test("a unit that is being filled in stays, though others write all that it says so far", () => {
  const before = opened(`# mine\n${compose(presetOf(chosen)).text}`);
  expect(before.rest.whole).toBe(true);
  const unit = {
    name: "systemd-sysupdate.service",
    enabled: "" as const,
    mask: false,
    contents: "",
    dropins: [],
  };
  const named = settlePreset(before, {
    ...before,
    units: { ...before.units, units: [unit] },
  });
  expect(named.units.units).toEqual([unit]);
  const dropins = [{ name: "a.conf", contents: "[Unit]\n" }];
  const filled = settlePreset(named, {
    ...named,
    units: { ...named.units, units: [{ ...unit, dropins }] },
  });
  expect(filled.units.units).toEqual([{ ...unit, dropins }]);
  expect(compose(filled).text).toContain("- name: a.conf");
});

test("what the form says of an opened unit is written into its lines", () => {
  const text = `variant: flatcar
version: 1.0.0
systemd:
  units:
    - name: a.service # the first
      enabled: true
      contents: |
        [Service]
        ExecStart=/bin/a
`;
  const before = opened(text);
  const [unit] = before.units.units;
  const after = settlePreset(before, {
    ...before,
    units: {
      ...before.units,
      units: [
        { ...unit!, enabled: "no", contents: service.replace("true", "b") },
      ],
    },
  });
  expect(compose(after).text).toBe(
    text
      .replace("enabled: true", "enabled: false")
      .replace("/bin/a", "/usr/bin/b"),
  );
});

test("a unit of the users' sessions is a file, and a link where it starts by itself", () => {
  const preset = presetOf({
    units: {
      userUnits: [
        { name: "a.service", contents: service, enabled: true },
        { name: "b.timer", contents: "[Timer]\nOnCalendar=daily\n" },
      ],
    },
  });
  const { text } = compose(preset);
  expect(text).toContain(
    "- path: /etc/systemd/user/default.target.wants/a.service",
  );
  const found = opened(text);
  expect(found.units).toEqual(preset.units);
  expect(found.files.files).toEqual([]);
  expect(found.files.links).toEqual([]);
  const private_ = opened(text.replaceAll("mode: 0644", "mode: 0600"));
  expect(private_.units.userUnits).toEqual([]);
  expect(private_.files.files.map(({ path }) => path)).toEqual([
    "/etc/systemd/user/a.service",
    "/etc/systemd/user/b.timer",
  ]);
});

test.each([
  ["a.service", /^\[Unit\]\n.*\n\n\[Service\]\n/s],
  ["var-lib-data.mount", /Where=\/var\/lib\/data\n/],
  ["a.timer", /\[Timer\]\nOnCalendar=/],
  ["a.device", /^$/],
  ["service", /^$/],
  ["a.constructor", /^$/],
])("a unit called %s begins with its usual lines", (name, expected) => {
  expect(skeletonFor(name)).toMatch(expected);
});

test.each(startingUnits.map((one) => [one.label, one] as const))(
  "to begin with: %s",
  (_, one) => {
    const units = unitsToAdd(one, []);
    const preset = presetOf({ units: { units: [...units] } });
    const found = opened(compose(preset).text);
    // Without a name nothing is written yet.
    expect(found.units.units).toEqual(one.stem === "" ? [] : units);
    const more = unitsToAdd(one, units);
    const names = [...units, ...more].map(({ name }) => name);
    if (one.stem !== "") expect(new Set(names).size).toBe(names.length);
    expect(unitsToAdd(one, [...units, ...more])[0]!.name).toBe(
      one.stem === "" ? "" : units[0]!.name.replace(".", "-3."),
    );
  },
);

test("a second container has a name of its own", () => {
  const container = startingUnits[1]!;
  const [second] = unitsToAdd(container, unitsToAdd(container, []));
  expect(second!.contents).toContain("--name app-2 ");
  expect(second!.contents).toContain("docker stop app-2\n");
});
