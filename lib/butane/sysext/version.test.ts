import fc from "fast-check";
import { expect, test } from "vitest";
import {
  compareVersions,
  groupByMinor,
  matchPattern,
  trackOf,
} from "./version";

test.each([
  ["v1.9.0", "v1.10.0", "numbers compare as numbers"],
  ["1.9", "1.9.1", "longer is newer"],
  ["v1.32.2+k3s1", "v1.32.2+k3s2", "build numbers count"],
  ["v1.32.2+k3s9", "v1.32.10+k3s1", "the patch number comes before the build"],
  ["v1.36.1+rke2r1", "v1.36.1+rke2r2", "so do RKE2's"],
  ["1.0~rc1", "1.0", "a tilde marks a pre-release"],
  ["1.0~rc1", "1.0~rc2", "pre-releases are ordered"],
  ["v52.0", "v53.0", "two-part versions"],
  ["1.2-3", "1.2.1", "a dash sorts before a dot"],
  ["1.0", "1.0a", "letters after the end are newer"],
  ["-^", "--A", "each mark is looked at once per round"],
  ["a", "b", "letters compare as letters"],
  ["a.1", "1.1", "letters sort before digits"],
  [
    "1.99999999999999999998",
    "1.99999999999999999999",
    "beyond what a number holds",
  ],
])("%s is older than %s: %s", (older, newer) => {
  expect(compareVersions(older, newer)).toBeLessThan(0);
  expect(compareVersions(newer, older)).toBeGreaterThan(0);
});

test.each([
  ["1.2.3", "1.2.3"],
  ["1.02.3", "1.2.3"],
  ["1+2", "1 2"],
])("%s and %s are the same version", (one, other) => {
  expect(compareVersions(one, other)).toBe(0);
});

test("any versions have one order", () => {
  const version = fc.stringMatching(/^[v~^.+\-0-9a-c]{0,8}$/);
  fc.assert(
    fc.property(version, version, version, (a, b, c) => {
      expect(Math.sign(compareVersions(a, b))).toBe(
        -Math.sign(compareVersions(b, a)) + 0,
      );
      if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) {
        expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      }
    }),
  );
});

test.each([
  ["v1.32.2", 2, "v1.32"],
  ["v1.32.2+k3s1", 2, "v1.32"],
  ["28.0.4", 2, "28.0"],
  ["v1.9.2", 1, "v1"],
  ["4.8", 2, "4"],
  ["v53.0", 2, "v53"],
  ["v53", 2, null],
  ["latest", 2, null],
] as const)("the track of %s at depth %d is %s", (version, depth, track) => {
  expect(trackOf(version, depth)).toBe(track);
});

test.each([
  ["kubernetes", "v1.32.2", "patch", 2, "kubernetes-v1.32.@v-%a.raw"],
  ["k3s", "v1.32.2+k3s1", "patch", 2, "k3s-v1.32.@v-%a.raw"],
  ["wasmcloud", "v1.9.2", "patch", 1, "wasmcloud-v1.@v-%a.raw"],
  ["docker", "28.0.4", "any", 2, "docker-@v-%a.raw"],
  ["docker", "28.0.4", "none", 2, null],
  ["own", "7", "patch", 2, null],
] as const)("%s %s with policy %s", (id, version, policy, depth, pattern) => {
  expect(matchPattern(id, version, policy, depth)).toBe(pattern);
});

test("versions are grouped by minor, newest first", () => {
  const versions = ["v1.9.3", "v1.32.2", "v1.10.0", "v1.32.10", "v2.0"];
  const groups = groupByMinor(versions.map((version) => ({ version })));
  expect(
    groups.map(({ track, releases }) => [
      track,
      ...releases.map((release) => release.version),
    ]),
  ).toEqual([
    ["v2", "v2.0"],
    ["v1.32", "v1.32.10", "v1.32.2"],
    ["v1.10", "v1.10.0"],
    ["v1.9", "v1.9.3"],
  ]);
});
