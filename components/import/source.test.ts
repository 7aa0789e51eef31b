import { expect, test } from "vitest";
import { emptyPreset } from "@/lib/preset";
import { fitted, named, sourceOfFile, sourceOfText } from "./source";

test.each([
  ["worker.bu", "worker"],
  ["worker.ign.json", "worker"],
  ["worker.yaml.gz", "worker"],
  ["https://example.com/nodes/edge-1.yml", "edge-1"],
  ["worker", "worker"],
  [".ign", ""],
  [undefined, ""],
])("a node out of %s is called %j", (file, name) => {
  expect(named(emptyPreset(), file).name).toBe(name);
});

test("a name of its own is kept", () => {
  const preset = { ...emptyPreset(), name: "mine" };
  expect(named(preset, "worker.bu").name).toBe("mine");
});

test("a file that is too large or cannot be read is refused without being read", async () => {
  const large = new File([new Uint8Array(2 ** 20 + 10)], "large.bin");
  expect((await sourceOfFile(large)).answer).toMatchObject({ ok: false });
  const folder = new File([], "folder");
  folder.slice = () =>
    ({ arrayBuffer: () => Promise.reject(new Error()) }) as never;
  const { answer } = await sourceOfFile(folder);
  expect(answer.ok ? "" : answer.sentence).toContain("folder cannot be read");
});

test("a document takes platform and release of the draft, a preset brings its own", () => {
  const draft = {
    ...emptyPreset(),
    target: { ...emptyPreset().target, platform: "hetzner", release: "1.2.3" },
  };
  const butane = sourceOfText("variant: flatcar\nversion: 1.1.0\n");
  expect(fitted(butane, draft)).toMatchObject({
    preset: {
      target: { spec: "1.1.0", platform: "hetzner", release: "1.2.3" },
    },
  });
  const preset = sourceOfText('{"kindling":1}');
  expect(fitted(preset, draft)).toMatchObject({ preset: emptyPreset() });
  expect(fitted(sourceOfText("?"), draft).ok).toBe(false);
});
