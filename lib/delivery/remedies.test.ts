import { expect, test } from "vitest";
import { transpile } from "@/lib/butane";
import { utf8 } from "@/lib/bytes";
import { catalogue, key, presetOf } from "@/lib/checks/testing";
import { run, userDataOf } from "@/lib/pipeline";
import { compose, type Preset } from "@/lib/preset";
import { setAt } from "@/lib/set-at";
import { remediesFor, type Remedy } from "./remedies";

const unit = (index: number) => ({
  name: `a${index}.service`,
  contents: `[Unit]\nDescription=${"word ".repeat(20)}\n[Service]\nExecStart=/bin/true\n[Install]\nWantedBy=multi-user.target\n`,
});

const node = (target: object, more: object = {}) =>
  presetOf({
    users: { users: [{ name: "core", keys: [key] }] },
    units: { units: [0, 1, 2, 3].map(unit) },
    target,
    ...more,
  });

const remedies = (preset: Preset) =>
  remediesFor(preset, userDataOf(preset)!, userDataOf);

const applied = (preset: Preset, remedy: Remedy) =>
  remedy.edits.reduce(
    (before, { path, value }) => setAt(before, path, value),
    preset,
  );

test("what is promised is what comes out", () => {
  const preset = node({ handOverFrom: "https://example.com/a.ign" });
  const found = remedies(preset);
  expect(found.map(({ id }) => id)).toEqual(["wrapped", "pointer"]);
  for (const remedy of found) {
    const { userData } = run(applied(preset, remedy), catalogue);
    expect(userData!.bytes).toBe(remedy.after);
    expect(userData!.bytes).toBeLessThan(userDataOf(preset)!.bytes);
  }
});

test("userDataOf is what the whole run delivers", () => {
  const preset = node({ handOver: "wrapped" });
  expect(userDataOf(preset)).toEqual(run(preset, catalogue).userData);
});

test("from what was chosen there is a way back, bigger as it is", () => {
  const found = remedies(node({ handOver: "wrapped" }));
  const back = found.find(({ id }) => id === "whole")!;
  expect(back.after).toBe(userDataOf(node({}))!.bytes);
  expect(applied(node({ handOver: "wrapped" }), back).target).toEqual(
    node({}).target,
  );
});

test("what saves nothing is not offered: a small node is smaller unpacked", () => {
  expect(remedies(presetOf({ identity: { hostname: "a" } }))).toEqual([]);
});

test("contents given as a data URL are compressed, and are the same contents", () => {
  const text = "configuration ".repeat(100);
  const preset = node(
    {},
    {
      files: {
        files: [
          {
            path: "/etc/big",
            contents: {
              kind: "fetch",
              source: `data:,${encodeURIComponent(text)}`,
            },
          },
        ],
      },
    },
  );
  const remedy = remedies(preset).find(({ id }) => id === "compress")!;
  expect(remedy.title).toBe("Compress one data URL");
  const after = applied(preset, remedy);
  expect(userDataOf(after)!.bytes).toBe(remedy.after);
  const { ignition, report } = transpile(compose(after).text);
  expect(report).toEqual([]);
  const [file] = (
    ignition as { storage: { files: { contents: { source: string } }[] } }
  ).storage.files;
  expect(file!.contents).toMatchObject({ compression: "gzip" });
  expect(utf8(file!.contents.source).length).toBeLessThan(200);
  expect(remedies(after).map(({ id }) => id)).not.toContain("compress");
});

test("VirtualBox takes no whole node: only a pointer fits", () => {
  const fits = (id: string) =>
    remedies(node({ platform: "virtualbox" })).find((one) => one.id === id)
      ?.fits;
  expect(fits("pointer")).toBe(true);
  expect(userDataOf(node({ platform: "virtualbox" }))!.room).toBe("over");
});

test("update rules are fetched where the bakery has them as they would be written out", () => {
  const preset = node(
    {},
    {
      extensions: {
        chosen: [
          { id: "wasmtime", version: "v47.0.2", updates: "any" },
          { id: "kubernetes", version: "v1.32.2", updates: "patch" },
          { id: "docker-compose", version: "5.3.1", updates: "any" },
        ],
      },
    },
  );
  const remedy = remedies(preset).find(({ id }) => id === "rules")!;
  expect(remedy.title).toBe("Fetch 2 update rules");
  const after = applied(preset, remedy);
  expect(run(after, catalogue).userData!.bytes).toBe(remedy.after);
  expect(run(after, catalogue).downloads.map(({ url }) => url)).toEqual(
    expect.arrayContaining([
      "https://extensions.flatcar.org/extensions/wasmtime.conf",
      "https://extensions.flatcar.org/extensions/kubernetes/kubernetes-v1.32.conf",
    ]),
  );
  expect(remedies(after).map(({ id }) => id)).not.toContain("rules");
});
