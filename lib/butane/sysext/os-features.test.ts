import { expect, test } from "vitest";
import { hasFeature, osFeatures, systemdOf } from "./os-features";
import {
  channelReleases,
  compareOsReleases,
  mergesInInitrd,
} from "./os-release";

test.each([
  ["stable", 257],
  ["beta", 260],
  ["alpha", 260],
  ["lts-2024", 255],
  ["lts-2023", 252],
] as const)("the systemd of %s is %i", (channel, version) => {
  expect(systemdOf(channelReleases[channel]!)).toBe(version);
});

test("nothing is known of the systemd of releases before extensions", () => {
  expect(systemdOf([3139, 2, 3])).toBeNull();
});

test("the first release has what it brought, and the one before has not", () => {
  expect(hasFeature([3975, 0, 0], "mutable")).toBe(true);
  expect(hasFeature([3974, 9, 9], "mutable")).toBe(false);
  expect(hasFeature(channelReleases.stable!, "merge-in-initrd")).toBe(false);
  expect(osFeatures["merge-in-initrd"].since).toEqual(mergesInInitrd);
});

test("features stand in the order of their releases", () => {
  const all = Object.values(osFeatures).map(({ since }) => since);
  expect([...all].sort(compareOsReleases)).toEqual(all);
});
