import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { transpile } from "@/lib/butane";
import { hash, key, presetOf } from "@/lib/checks/testing";
import { compose, read, type Preset } from "@/lib/preset";
import { soundPresets } from "@/lib/preset/testing";
import { isPublic, crowdedFiles, mirrorFiles, toMirror } from ".";
import { fetches, mirror, still } from "./testing";

describe("a node on a mirror", () => {
  // What no mirror of files can take the place of, and what only a person knows.
  const left = new Set(["boot", "transfer", "config", "named"]);
  const publicOnes = (preset: Preset) =>
    fetches(preset)
      .filter(({ url, kind }) => !left.has(kind) && isPublic(url, mirror))
      .map(({ kind, url }) => `${kind} ${url}`);

  test(
    "law: no public address is left, the hashes stay, and once more changes nothing",
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(soundPresets, (stored) => {
          const preset = presetOf(stored);
          const before = fetches(preset);
          const after = toMirror(preset, before, mirror);
          const found = fetches(after);
          const open = publicOnes(after);
          expect(
            open.filter(
              (one) =>
                preset.target.platform !== "pxe" || !one.startsWith("official"),
            ),
          ).toEqual([]);
          expect(found.flatMap((one) => one.hash ?? [])).toEqual(
            before.flatMap((one) => one.hash ?? []),
          );
          expect(transpile(compose(after).text).report).toEqual([]);
          expect(toMirror(after, found, mirror)).toEqual(after);
        }),
        { numRuns: 15 },
      );
    },
  );

  test(
    "law: the same holds for a text that is kept whole, which keeps its remarks",
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(soundPresets, (stored) => {
          const { text } = compose(presetOf(stored));
          const typed = `# Ours.\n${text.replace("variant: flatcar", "variant:   flatcar")}`;
          const reading = read(typed, presetOf({}));
          if (!reading.ok) throw new Error("unreadable");
          const { preset } = reading.value;
          expect(preset.rest.whole).toBe(true);
          const after = toMirror(preset, fetches(preset), mirror);
          expect(publicOnes(after)).toEqual([]);
          expect(after.rest.text).toMatch(/^# Ours.\nvariant: {3}flatcar\n/);
        }),
        { numRuns: 10 },
      );
    },
  );

  test("images, updates, own images, an image's own bakery, files and texts move; what is private stays", () => {
    const preset = presetOf({
      target: { release: "4593.2.5", platform: "vultr" },
      users: { users: [{ name: "core", keys: [key] }] },
      extensions: {
        chosen: [
          { id: "wasmtime", version: "v47.0.2", updates: "any", hash },
          {
            id: "docker",
            version: "28.0.4",
            bakery: "https://other.example.com/b",
            updates: "any",
          },
          {
            id: "tool",
            own: {
              url: "https://example.com/x/tool-1.0-x86-64.raw",
              updatesFrom: "https://example.com/x/",
            },
            updates: "any",
          },
          {
            id: "inner",
            own: { url: "http://10.0.0.5/inner-1.0-x86-64.raw" },
          },
          { id: "podman" },
        ],
      },
    });
    const after = toMirror(preset, fetches(preset), mirror);
    expect(fetches(after).map(({ kind, url }) => `${kind} ${url}`)).toEqual([
      `image ${mirror}extensions/wasmtime-v47.0.2-x86-64.raw`,
      `image ${mirror}other.example.com/b/docker-28.0.4-x86-64.raw`,
      `image ${mirror}example.com/x/tool-1.0-x86-64.raw`,
      "image http://10.0.0.5/inner-1.0-x86-64.raw",
      `updates ${mirror}extensions/wasmtime/SHA256SUMS`,
      `updates ${mirror}other.example.com/b/docker/SHA256SUMS`,
      `updates ${mirror}example.com/x/SHA256SUMS`,
      `official ${mirror}flatcar/amd64-usr/4593.2.5/flatcar-podman.gz`,
    ]);
    expect(after.target.mirror).toBe(mirror);
    expect(after.osUpdates.server).toBe("disabled");
    // What the script lays out is where the node then looks.
    const laidOut = mirrorFiles(
      fetches(preset).filter(({ url }) => isPublic(url, "")),
    ).map(({ path }) => mirror + path);
    for (const { kind, url } of fetches(after))
      if (kind !== "updates" && url.startsWith(mirror))
        expect(laidOut).toContain(url);
  });

  const two = (one: object, other: object) =>
    presetOf({
      ...still,
      files: {
        files: [one, other].map((contents, index) => ({
          path: `/opt/${index}`,
          contents: { kind: "fetch", ...contents },
        })),
      },
    });

  test.each([
    ["a question", "https://example.com/a?x=1", "https://example.com/a_x_1"],
    ["a bucket", "https://example.com/a", "s3://example.com/a"],
    ["a folder", "https://example.com/a//b", "https://example.com/a/b"],
  ])("%s makes another place", (_, source, other) => {
    const preset = two({ source }, { source: other });
    expect(crowdedFiles(fetches(preset))).toEqual([]);
    expect(mirrorFiles(fetches(preset))).toHaveLength(2);
  });

  test("with and without the s of https it is one file, which is known by its hash", () => {
    const preset = two(
      { source: "http://example.com/a" },
      { source: "https://user:pass@example.com/a", hash },
    );
    expect(crowdedFiles(fetches(preset))).toEqual([]);
    expect(mirrorFiles(fetches(preset))).toMatchObject([
      { path: "example.com/a", hash },
    ]);
  });

  test.each([
    [
      "another hash",
      { source: "http://example.com/a", hash },
      { source: "https://example.com/a", hash: `sha256-${"0".repeat(64)}` },
    ],
    [
      "a file where another needs a folder",
      { source: "https://example.com/a" },
      { source: "https://example.com/a/b" },
    ],
  ])("%s: the second one is told and stays", (_, one, other) => {
    const preset = two(one, other);
    expect(crowdedFiles(fetches(preset))).toEqual([
      { url: other.source, other: one.source },
    ]);
    expect(mirrorFiles(fetches(preset))).toHaveLength(1);
    const after = toMirror(preset, fetches(preset), mirror);
    expect(fetches(after).map(({ url }) => url)).toEqual([
      `${mirror}example.com/a`,
      other.source,
    ]);
  });

  test("an address that only begins like another one is another one", () => {
    const text = `storage:
  files:
    - path: /a
      contents:
        source: https://example.com/a
    - path: /b
      contents:
        inline: |
          https://example.com/a, https://example.com/ab "https://example.com/a"
`;
    const preset = presetOf({ ...still, rest: { text } });
    const after = toMirror(preset, fetches(preset), mirror);
    expect(after.rest.text).toContain(
      `${mirror}example.com/a, https://example.com/ab "${mirror}example.com/a"`,
    );
  });
});
