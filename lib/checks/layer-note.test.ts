import { expect, test } from "vitest";
import { told } from "./testing";

const files = (...paths: string[]) => ({
  files: { files: paths.map((path) => ({ path, contents: { text: "x" } })) },
});
const note = "usr/lib/extension-release.d/extension-release.tool";

test.each<[object, string[], string]>([
  [
    files("/etc/extensions/tool/usr/bin/a", "/etc/extensions/tool/usr/bin/b"),
    ["layer-note-missing files.files.0.path"],
    "told once for a layer",
  ],
  [
    files("/var/lib/extensions/tool/usr/bin/a"),
    ["layer-note-missing files.files.0.path"],
    "the other folder that systemd-sysext looks into",
  ],
  [
    files("/etc/extensions/tool/usr/bin/a", `/etc/extensions/tool/${note}`),
    [],
    "with its note",
  ],
  [
    files("/etc/extensions/other/usr/bin/a", `/etc/extensions/tool/${note}`),
    ["layer-note-missing files.files.0.path"],
    "another one's note",
  ],
  [files("/etc/extensions/tool.raw"), [], "an image has its note inside"],
])("the note of a layer in %j gives %j: %s", (stored, expected) => {
  expect(
    told(stored).filter((one) => one.startsWith("layer-note-missing")),
  ).toEqual(expected);
});

test("a layer of the layers section has its note", () => {
  const layers = {
    directories: [
      { name: "tool", files: [{ path: "/usr/bin/a", text: "echo" }] },
    ],
  };
  expect(told({ layers }).join()).not.toContain("layer-note-missing");
});
