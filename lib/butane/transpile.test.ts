import { expect, test } from "vitest";
import { transpile } from "./transpile";

function codes(text: string): string[] {
  return transpile(text).report.map(({ code }) => code);
}

test("an empty document becomes an empty config", () => {
  const { output, report } = transpile("variant: flatcar\nversion: 1.1.0\n");
  expect(output).toBe('{"ignition":{"version":"3.4.0"}}');
  expect(report).toEqual([]);
});

test.each([
  ["", "variant-missing", "nothing says what it is for"],
  ["variant: flatcar\n", "version-malformed", "no version"],
  ["variant: flatcar\nversion: 1.1\n", "version-malformed", "no patch number"],
  ["variant: flatcar\nversion: v1.1.0\n", "version-malformed", "leading v"],
  ["variant: flatcar\nversion: 9.0.0\n", "spec-version-unknown", "the future"],
  ["variant: beos\nversion: 1.1.0\n", "variant-unknown", "the past"],
  ["variant: rhcos\nversion: 0.1.0\n", "variant-removed", "gone upstream"],
])("%j is refused as %s: %s", (text, code) => {
  expect(codes(text)).toEqual([code]);
  expect(transpile(text).stopped).toBe("variant");
});

test.each([
  ["01.1.0", "leading zeros"],
  ["1.1.0-", "an empty pre-release"],
])("version %j is 1.1.0 written otherwise: %s", (version) => {
  expect(codes(`variant: flatcar\nversion: ${version}\n`)).toEqual([]);
});

test("an entry about the generated config points at what caused it", () => {
  const { report, stopped } = transpile(`variant: flatcar
version: 1.1.0
storage:
  filesystems:
    - device: /dev/vdb
      format: ext4
      path: /var/lib/data
      with_mount_unit: true
    - device: /dev/vdc
      format: ext4
      path: /var/lib/data
      with_mount_unit: true
`);
  expect(stopped).toBe("generated");
  expect(report).toMatchObject([
    {
      code: "duplicate",
      path: ["storage", "filesystems", 1, "with_mount_unit"],
      range: { start: { line: 12, column: 24 } },
    },
  ]);
});
