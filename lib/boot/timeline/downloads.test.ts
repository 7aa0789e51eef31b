import { describe, expect, test } from "vitest";
import type { IgnitionConfig } from "@/lib/butane";
import { failures, order, release, rows, stepOf } from "./testing";

describe("downloads", () => {
  const file = (source: string, hash?: string) => ({
    path: "/opt/bin/a",
    contents: { source, ...(hash ? { verification: { hash } } : {}) },
  });
  const given = (
    httpTotal: number | undefined,
    ...files: ReturnType<typeof file>[]
  ): IgnitionConfig => ({
    ignition: {
      version: "3.3.0",
      ...(httpTotal === undefined ? {} : { timeouts: { httpTotal } }),
    },
    storage: { files },
  });

  test("what stands in the config is not fetched", () => {
    const config = given(undefined, file("data:,abc"));
    expect(order({}, config)).toContain("initrd files");
    expect(order({}, config)).not.toContain("initrd ~downloads");
    expect(stepOf("files", {}, config).note).toContain("3 bytes");
  });

  test("the login in an address is not shown", () => {
    const config = given(undefined, file("https://me:hunter2@a/b"));
    expect(rows(stepOf("downloads", {}, config))).toEqual([
      "https://a/b: /opt/bin/a, without a hash",
    ]);
  });

  test("how one fails depends on the answer, the timeout and the hash", () => {
    const plain = stepOf(
      "downloads",
      {},
      given(undefined, file("https://a/b")),
    );
    expect(plain.title).toBe("Fetches 1 file");
    expect(rows(plain)).toEqual(["https://a/b: /opt/bin/a, without a hash"]);
    expect(failures(plain)).toContain("again without an end");
    expect(failures(plain)).not.toContain("another hash");
    const careful = stepOf(
      "downloads",
      {},
      given(300, file("https://a/b", `sha512-${"0".repeat(128)}`)),
    );
    expect(rows(careful)[0]).toContain("checked against its sha512");
    expect(failures(careful)).toContain("for 300 seconds");
    expect(failures(careful)).toContain("hash verification failed");
  });
});

test("Flatcar's own are fetched for the release, from the server the arguments name", () => {
  const given = {
    extensions: { chosen: [{ id: "zfs" }] },
    target: { release: "4593.2.5", architecture: "arm64" },
  };
  expect(rows(stepOf("official", given))).toEqual([
    "https://update.release.flatcar-linux.net/arm64-usr/4593.2.5/flatcar-zfs.gz: zfs",
  ]);
  const mirror = "flatcar.release_file_server_url=https://mirror.example.com/";
  expect(
    rows(stepOf("official", { ...given, kernel: { arguments: [mirror] } })),
  ).toEqual([
    "https://mirror.example.com/arm64-usr/4593.2.5/flatcar-zfs.gz: zfs",
  ]);
});

test("a release before Flatcar's own extensions fetches none", () => {
  const given = { extensions: { chosen: [{ id: "zfs" }] } };
  expect(order({ ...given, ...release("3510.3.8") })).not.toContain(
    "initrd ~official",
  );
  expect(order({ ...given, ...release("3913.0.0") })).toContain(
    "initrd ~official",
  );
});
