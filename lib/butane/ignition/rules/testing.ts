import { expect, test } from "vitest";
import { formatPath } from "../../path";
import { type IgnitionConfig, type IgnitionStruct, ignitionSpecs } from "..";

/** A config, the entries it gives as `kind $.path code`, and why. */
export type Row = [config: IgnitionConfig, entries: string[], reason: string];

/** Specs that the tables hold for; what others have otherwise is tested where the spec is. */
const specs = ignitionSpecs.filter(({ version }) =>
  ["3.3.0", "3.4.0", "3.5.0"].includes(version),
);

/** Runs a table through the specs. */
export function testRules(rows: readonly Row[]): void {
  const named = rows.map(([config, expected, reason]) => ({
    config,
    expected,
    reason,
  }));
  for (const spec of specs) {
    test.each(named)(`${spec.version}: $reason`, ({ config, expected }) => {
      const ignition = { ...config.ignition, version: spec.version };
      const whole = { ...config, ignition };
      const entries = [...spec.duplicates(whole), ...spec.validate(whole)];
      expect(
        entries.map(({ kind, path, code }) =>
          [kind, formatPath(path), code].join(" "),
        ),
      ).toEqual(expected);
    });
  }
}

/** The one entry that a row expects. */
export function at(path: string, code: string, kind = "error"): string[] {
  return [`${kind} $.${path} ${code}`];
}

export function storage(value: IgnitionStruct<"Storage">): IgnitionConfig {
  return { storage: value };
}

export function file(value: IgnitionStruct<"File">): IgnitionConfig {
  return storage({ files: [{ path: "/f", ...value }] });
}

export function units(...list: IgnitionStruct<"Unit">[]): IgnitionConfig {
  return { systemd: { units: list } };
}

export function disk(
  ...partitions: IgnitionStruct<"Partition">[]
): IgnitionConfig {
  return storage({ disks: [{ device: "/dev/sda", partitions }] });
}
