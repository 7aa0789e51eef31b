import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Catalogue } from "./catalogue";
import { extensionById, extensions } from "./extensions";
import { compareVersions, matchPattern } from "./version";

const catalogue = JSON.parse(
  readFileSync(
    new URL("../../../public/catalogue.json", import.meta.url),
    "utf8",
  ),
) as Catalogue;

const bakery = extensions.filter(({ kind }) => kind === "bakery");

test("the snapshot names its day and an address that ends in a slash", () => {
  expect(catalogue.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(new URL(catalogue.bakery).protocol).toBe("https:");
  expect(catalogue.bakery).toMatch(/\/$/);
});

test("it has releases for every bakery extension and for nothing else", () => {
  expect(Object.keys(catalogue.releases).sort()).toEqual(
    bakery.map(({ id }) => id).sort(),
  );
});

test.each(bakery)(
  "$id: releases are well formed, newest first",
  (extension) => {
    const releases = catalogue.releases[extension.id] ?? [];
    const versions = releases.map(({ version }) => version);
    expect(versions.length).toBeGreaterThan(0);
    expect(versions).toEqual(
      [...versions].sort((one, other) => compareVersions(other, one)),
    );
    expect(new Set(versions).size).toBe(versions.length);
    const pattern = new RegExp(extension.versionPattern!);
    for (const version of versions) expect(version).toMatch(pattern);
    for (const { hashes } of releases) {
      for (const hash of Object.values(hashes ?? {})) {
        expect(hash).toMatch(/^sha256-[0-9a-f]{64}$/);
      }
    }
  },
);

test("no version that was never released is offered", () => {
  const named = bakery.filter((one) => one.neverReleased !== undefined);
  expect(named.map(({ id }) => id)).toContain("kubernetes");
  for (const { id, neverReleased, versionPattern } of named) {
    const offered = catalogue.releases[id]!.map(({ version }) => version);
    for (const version of neverReleased!) {
      expect(offered).not.toContain(version);
      expect(version).toMatch(new RegExp(versionPattern!));
    }
  }
});

test("of a series that does not work, the version to take instead is offered and is none of it", () => {
  const broken = bakery.flatMap((one) =>
    one.brokenVersions ? [{ id: one.id, ...one.brokenVersions }] : [],
  );
  expect(broken.map(({ id }) => id)).toEqual(["wasmcloud"]);
  for (const { id, pattern, instead } of broken) {
    const all = catalogue.releases[id]!.map(({ version }) => version);
    const matched = all.filter((one) =>
      new RegExp(`^(?:${pattern})$`).test(one),
    );
    expect(all).toContain(instead);
    expect(matched.length).toBeGreaterThan(0);
    expect(matched).not.toContain(instead);
  }
});

test("every release is found again by the rule that would update it", () => {
  for (const [id, releases] of Object.entries(catalogue.releases)) {
    const depth = extensionById(id)?.trackDepth ?? 2;
    for (const { version } of releases) {
      for (const policy of ["patch", "any"] as const) {
        const [before, after] = matchPattern(id, version, policy, depth)!
          .replace("%a", "arm64")
          .split("@v") as [string, string];
        const file = `${id}-${version}-arm64.raw`;
        expect(file.startsWith(before) && file.endsWith(after), file).toBe(
          true,
        );
        expect(file.length).toBeGreaterThan(before.length + after.length);
      }
    }
  }
});
