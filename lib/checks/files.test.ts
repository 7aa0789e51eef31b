import { expect, test } from "vitest";
import { run } from "@/lib/pipeline";
import { catalogue, presetOf, told } from "./testing";

test("a file that is on every image is to be replaced, in its own field", () => {
  const stored = {
    files: { files: [{ path: "/etc/hostname", contents: { text: "a" } }] },
  };
  expect(told(stored)).toContain("overwrite-missing files.files.0.path");
  const { problems } = run(presetOf(stored), catalogue);
  const fix = problems.find(({ code }) => code === "overwrite-missing")?.fix;
  expect(fix?.edits).toEqual([
    { path: ["files", "files", 0, "overwrite"], value: true },
  ]);
  expect(
    told({ files: { files: [{ ...stored.files.files[0], overwrite: true }] } }),
  ).not.toContain("overwrite-missing files.files.0.path");
});
