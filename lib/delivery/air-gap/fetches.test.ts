import { describe, expect, test } from "vitest";
import { hash, key, presetOf } from "@/lib/checks/testing";
import { compose } from "@/lib/preset";
import { mirrorFiles, mirrorSums, toMirror } from ".";
import { fetches, mirror, still } from "./testing";

const urls = (stored: object) =>
  fetches(presetOf(stored)).map(({ kind, url }) => `${kind} ${url}`);

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
