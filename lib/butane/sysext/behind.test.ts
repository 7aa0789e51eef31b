import { expect, test } from "vitest";
import { behindOf } from "./behind";

const releases = ["v1.36.2", "v1.36.1", "v1.32.13", "v1.32.9", "v1.32.2"].map(
  (version) => ({ version }),
);

test.each<[string, number, string | null, number, string | null, string]>([
  ["v1.32.2", 2, "v1.32.13", 4, "v1.36.2", "by numbers, not letters"],
  ["v1.32.13", 0, null, 2, "v1.36.2", "newest of its series"],
  ["v1.36.2", 0, null, 0, null, "newest of all"],
  ["v1.37.0", 0, null, 0, null, "newer than what is known"],
  ["", 0, null, 0, null, "no version"],
  ["nightly", 0, null, 5, "v1.36.2", "no series: a word sorts before numbers"],
])(
  "%j: %i behind in its series (%j), %i in all (%j): %s",
  (version, inSeries, newestOfSeries, total, newest) => {
    expect(behindOf(version, releases)).toEqual({
      inSeries,
      newestOfSeries,
      total,
      newest,
    });
  },
);

test("an extension whose series is its first number counts with it", () => {
  expect(behindOf("v1.32.13", releases, 1)).toMatchObject({
    inSeries: 2,
    newestOfSeries: "v1.36.2",
  });
});
