import { expect, test } from "vitest";
import { emptyPreset } from "@/lib/preset";
import { named, sourceOfFile } from "./source";

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
