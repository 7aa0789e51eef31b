import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { transpile } from "@/lib/butane";
import { hash, key, presetOf } from "@/lib/checks/testing";
import { compose, read, type Preset } from "@/lib/preset";
import { soundPresets } from "@/lib/preset/testing";
import {
  fetchesOf,
  isPublic,
  crowdedFiles,
  mirrorFiles,
  mirrorSums,
  placeInMirror,
  toMirror,
} from ".";

const mirror = "https://mirror.internal/flatcar/";

function fetches(preset: Preset) {
  const composed = compose(preset);
  return fetchesOf({ preset, composed, transpiled: transpile(composed.text) });
}

const urls = (stored: object) =>
  fetches(presetOf(stored)).map(({ kind, url }) => `${kind} ${url}`);

const still = { osUpdates: { server: "disabled" } };

describe("what a node fetches", () => {
  test("an extension: its image, and the list of newer ones", () => {
    expect(
      urls({
        ...still,
        extensions: {
          chosen: [{ id: "wasmtime", version: "v47.0.2", updates: "any" }],
        },
      }),
    ).toEqual([
      "image https://extensions.flatcar.org/extensions/wasmtime-v47.0.2-x86-64.raw",
      "updates https://extensions.flatcar.org/extensions/wasmtime/SHA256SUMS",
    ]);
  });

  test("Flatcar's own come for the release and board, from a server of one's own where an argument says so", () => {
    const zfs = {
      ...still,
      target: { release: "4593.2.5", architecture: "arm64" },
      extensions: { chosen: [{ id: "zfs" }] },
    };
    const payload = "arm64-usr/4593.2.5/flatcar-zfs.gz";
    expect(urls(zfs)).toEqual([
      `official https://update.release.flatcar-linux.net/${payload}`,
    ]);
    const kernel = {
      arguments: ["flatcar.release_file_server_url=https://files.lan/"],
    };
    expect(urls({ ...zfs, kernel })).toEqual([
      `official https://files.lan/${payload}`,
    ]);
  });

  test.each([
    [{}, "https://public.update.flatcar-linux.net/v1/update/"],
    [
      { osUpdates: { server: "https://nebraska.lan/v1/update/" } },
      "https://nebraska.lan/v1/update/",
    ],
    [still, null],
    [
      {
        units: { units: [{ name: "update-engine.service", mask: true }] },
      },
      null,
    ],
  ])("OS updates of %j come from %j", (stored, server) => {
    const found = fetches(
      presetOf({ target: { platform: "vultr" }, ...stored }),
    );
    expect(found.map(({ url }) => url)).toEqual(server ? [server] : []);
  });

  test("the vendor's tools come along with OS updates, where the release has them as an extension", () => {
    const azure = (release: string) =>
      urls({ target: { platform: "azure", release } }).filter((one) =>
        one.startsWith("vendor"),
      );
    expect(azure("4593.2.5")).toEqual([
      "vendor https://update.release.flatcar-linux.net/amd64-usr/4593.2.5/oem-azure.gz",
    ]);
    expect(azure("3510.3.8")).toEqual([]);
  });

  test("a network boot loads the kernel and the image", () => {
    expect(
      urls({
        ...still,
        target: { platform: "pxe", channel: "beta", release: "4757.1.0" },
      }),
    ).toEqual([
      "boot https://beta.release.flatcar-linux.net/amd64-usr/4757.1.0/flatcar_production_pxe.vmlinuz",
      "boot https://beta.release.flatcar-linux.net/amd64-usr/4757.1.0/flatcar_production_pxe_image.cpio.gz",
    ]);
  });

  test.each(["aws", "pxe"])(
    "of another system on %s only what its config names is known, and nothing of Flatcar's is written into it",
    (platform) => {
      const preset = presetOf({
        target: { variant: "fcos", spec: "1.5.0", platform },
        users: { users: [{ name: "core", keys: [key] }] },
      });
      const found = fetches(preset);
      expect(found).toEqual([]);
      expect(compose(toMirror(preset, found, mirror)).text).toBe(
        compose(preset).text,
      );
    },
  );

  test("files, signed lists and rules that are fetched, each with the hash that is checked", () => {
    const text = `storage:
  files:
    - path: /opt/bin/tool
      contents:
        source: https://example.com/tool.gz
        compression: gzip
        http_headers: [{ name: Authorization, value: Bearer token }]
        verification:
          hash: ${hash}
    - path: /etc/sysupdate.tool.d/tool.conf
      contents:
        source: https://example.com/tool.conf
    - path: /etc/sysupdate.own.d/own.transfer
      contents:
        inline: |
          [Source]
          Type=url-file
          Path=https://example.com/a%%20b
          [Target]
          Path=/opt/extensions/own
`;
    const found = fetches(presetOf({ ...still, rest: { text } }));
    expect(found).toMatchObject([
      {
        kind: "file",
        url: "https://example.com/tool.gz",
        hash,
        gzip: true,
        headers: true,
      },
      { kind: "transfer", url: "https://example.com/tool.conf" },
      {
        kind: "updates",
        url: "https://example.com/a%20b/SHA256SUMS",
        signed: true,
      },
    ]);
    expect(mirrorFiles(found).map(({ path }) => path)).toEqual([
      "example.com/tool.gz",
      "example.com/tool.conf",
      "example.com/a_b-719b5ec7/SHA256SUMS",
      "example.com/a_b-719b5ec7/SHA256SUMS.gpg",
    ]);
    // The hash is of what is inside, so no list of files can hold it.
    expect(mirrorSums(found)).toBe("");
  });

  test("addresses in texts are named, those in remarks and documentation are not", () => {
    const found = fetches(
      presetOf({
        ...still,
        units: {
          units: [
            {
              name: "app.service",
              contents: `# https://remark.example.com/
[Unit]
Documentation=https://docs.example.com/
[Service]
ExecStart=/usr/bin/curl -o /tmp/a "https://files.example.com/a.tar?x=1", http://10.0.0.1/b.
[Install]
WantedBy=multi-user.target
`,
            },
          ],
        },
      }),
    );
    expect(found.map(({ kind, url, in: where }) => [kind, url, where])).toEqual(
      [
        ["named", "https://files.example.com/a.tar?x=1", "app.service"],
        ["named", "http://10.0.0.1/b", "app.service"],
      ],
    );
  });
});

test.each([
  ["https://me:p@ss@host.example/a", "host.example/a", "an @ in a password"],
  ["https://me@host.example/a", "host.example/a", "a user alone"],
])("the place of %j is %j: %s", (url, place) => {
  expect(placeInMirror(url)).toBe(place);
});

test("a password in a text is part of its address, with whatever signs it has", () => {
  const contents = {
    kind: "text",
    text: [
      "one=https://me:pa$s,w;rd@a.example/x",
      "two=https://me:p@ss@10.0.0.1:3128",
      "three=https://b.example,https://c.example",
      "four=https://b.example/a:b@c",
    ].join("\n"),
  };
  expect(
    urls({ ...still, files: { files: [{ path: "/etc/a", contents }] } }),
  ).toEqual([
    "named https://me:pa$s,w;rd@a.example/x",
    "named https://me:p@ss@10.0.0.1:3128",
    "named https://b.example",
    "named https://c.example",
    "named https://b.example/a:b@c",
  ]);
});

describe("public addresses", () => {
  test.each([
    ["https://extensions.flatcar.org/extensions/a.raw", true],
    ["https://mirror.internal/flatcar/a", false],
    ["https://mirror.internal/other", false],
    ["http://10.1.2.3/a", false],
    ["http://172.32.0.1/a", true],
    ["http://172.31.0.1:8080/a", false],
    ["http://192.168.1.1", false],
    ["http://[fd00::1]/a", false],
    ["http://[2001:db8::1]/a", true],
    ["http://files/a", false],
    ["https://user:pass@files.lan:8443/a", false],
    ["https://files.lan.example.com/a", true],
    ["s3://bucket/a", true],
    ["tftp://10.0.0.1/a", false],
    ["data:,a", false],
    ["disabled", false],
    ["https://mirror.internal.example.com/flatcar/a", true],
  ])("%s: %j", (url, expected) => {
    expect(isPublic(url, mirror)).toBe(expected);
  });

  test.each([
    [
      "https://extensions.flatcar.org/extensions/k3s/k3s-v1.32.2+k3s1-x86-64.raw",
      "extensions/k3s/k3s-v1.32.2+k3s1-x86-64.raw",
    ],
    [
      "https://update.release.flatcar-linux.net/amd64-usr/1.2.3/flatcar-zfs.gz",
      "flatcar/amd64-usr/1.2.3/flatcar-zfs.gz",
    ],
    [
      "https://user:pass@example.com:8443/a/b?x=1&y#z",
      "example.com_8443/a/b-72350974",
    ],
    [
      "https://example.com/../../etc/passwd",
      "example.com/_-5ec1f7e7/_-5ec1f7e7/etc/passwd",
    ],
    ["https://Example.com/a/", "example.com/a/"],
    [
      "https://example.com/k3s-v1.2%2Bk3s1.raw",
      "example.com/k3s-v1.2+k3s1.raw",
    ],
    ["https://example.com/a%20b.raw?token=1", "example.com/a_b-c9a835c4.raw"],
    ["s3://example.com/a", "s3_example.com/a"],
    ["https://example.com", null],
    ["disabled", null],
  ])("%s lies at %j", (url, path) => {
    expect(placeInMirror(url)).toBe(path);
  });
});

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
