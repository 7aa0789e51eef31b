import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { formatPath, type Path } from "./path";
import { nodeAt, parse } from "./source";
import { goldenOptions, readGolden } from "./testing/golden";
import { transpile } from "./transpile";

const goldens = fileURLToPath(
  new URL("testdata/parity/flatcar-1.1.0/", import.meta.url),
);

test.each([
  "every-field",
  "encodings",
  "mount-units",
  "mount-unit-joins-own",
  "trees",
  "local-files",
  "contents-local",
  "ssh-keys-local",
])("every value of the config has a source in the document: %s", (name) => {
  const golden = readGolden(`${goldens}${name}`);
  const { ignition, sources } = transpile(golden.text, goldenOptions(golden));
  const document = parse(golden.text);
  const unknown = leavesOf(ignition, []).filter(
    (path) => !nodeAt(document, sources.find(path)),
  );
  expect(unknown.map(formatPath)).toEqual([]);
});

test("sources say more than the spelling where a value moved or was made", () => {
  const { sources } = transpile(`variant: flatcar
version: 1.1.0
storage:
  filesystems:
    - {device: /dev/a, format: ext4, path: /var/a, with_mount_unit: true}
    - {device: /dev/b, format: ext4, path: /var/b, with_mount_unit: true}
systemd:
  units:
    - {name: own.service, contents: "[Service]\\n"}
    - {name: var-b.mount, enabled: false}
`);
  const found = (...path: Path) => formatPath(sources.find(path));
  const units = ["systemd", "units"];
  expect(found(...units, 0, "contents")).toBe(
    "$.storage.filesystems.0.with_mount_unit",
  );
  expect(found(...units, 1, "contents")).toBe(
    "$.storage.filesystems.1.with_mount_unit",
  );
  expect(found(...units, 1, "enabled")).toBe("$.systemd.units.1.enabled");
  expect(found(...units, 2, "contents")).toBe("$.systemd.units.0.contents");
  expect(found("ignition", "version")).toBe("$.version");
  expect(found("storage", "filesystems", 0, "wipeFilesystem")).toBe(
    "$.storage.filesystems.0.wipe_filesystem",
  );
});

function leavesOf(value: unknown, at: Path): Path[] {
  if (typeof value !== "object" || value === null) return [at];
  return Array.isArray(value)
    ? value.flatMap((item, index) => leavesOf(item, [...at, index]))
    : Object.entries(value).flatMap(([key, item]) =>
        leavesOf(item, [...at, key]),
      );
}
