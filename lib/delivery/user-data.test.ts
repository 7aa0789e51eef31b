import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { UserData } from "./platform";
import { platformById, platforms } from "./platforms";
import { userDataFor } from "./user-data";

const node = {
  name: "node-1",
  architecture: "arm64",
  channel: "stable",
} as const;

/** What a node reads out of the text that was pasted. */
function received({ text }: UserData): string {
  const line = /^guestinfo\.ignition\.config\.data = "(.*)"$/m.exec(text);
  if (!line) return text;
  const bytes = Buffer.from(line[1]!, "base64");
  const encoding = /\.encoding = "(.*)"$/m.exec(text)![1];
  return (encoding === "base64" ? bytes : gunzipSync(bytes)).toString("utf8");
}

/** A config of exactly so many bytes. */
function configOf(bytes: number): string {
  const frame = '{"ignition":{"version":"3.3.0"},"passwd":{"x":""}}';
  return frame.replace('""', `"${"k".repeat(bytes - frame.length)}"`);
}

const small = '{"ignition":{"version":"3.3.0"},"note":"Zürich ☃ \\u0000"}';

test.each(platforms.map(({ id }) => id))(
  "%s hands over the config byte for byte",
  (id) => {
    for (const config of [small, configOf(16_384), configOf(200_000)]) {
      const userData = userDataFor(platformById(id)!, config, node);
      expect(received(userData)).toBe(config);
    }
  },
);

test.each([
  ["aws", 16_384, 16_384, "tight", "the last byte that fits"],
  ["aws", 16_385, 16_385, "over", "one more"],
  ["aws", 13_107, 13_107, "plenty", "just below 80 %"],
  ["aws", 13_108, 13_108, "tight", "80 %"],
  ["openstack", 49_149, 65_532, "tight", "base64 of the largest that fits"],
  ["openstack", 49_150, 65_536, "over", "one byte that costs four"],
  ["akamai", 16_384, 16_384, "plenty", "what both of its numbers allow"],
  ["akamai", 16_385, 16_385, "tight", "what only one of them allows"],
  ["qemu", 900_000, 900_000, "unknown", "a file has no limit"],
])("%s: %i bytes count as %i, %s: %s", (id, size, bytes, room) => {
  const userData = userDataFor(platformById(id)!, configOf(size), node);
  expect(userData).toMatchObject({ bytes, room });
});

test("bytes are counted, not characters", () => {
  const { bytes } = userDataFor(platformById("aws")!, small, node);
  expect(bytes).toBe(Buffer.byteLength(small));
});

test("VMware gets base64 as long as it fits, then gzip, the same bytes every time", () => {
  const vmware = platformById("vmware")!;
  const fits = userDataFor(vmware, configOf(49_152), node);
  expect(fits).toMatchObject({ encoding: "base64", bytes: 65_536 });
  expect(fits.share).toBe(1);
  const big = userDataFor(vmware, configOf(49_153), node);
  expect(big).toMatchObject({ encoding: "gzip+base64", room: "plenty" });
  expect(userDataFor(vmware, configOf(49_153), node).text).toBe(big.text);
  // A command whose encoding does not fit is not offered: the node would start without its config.
  const titles = ({ snippets }: UserData) => snippets.map((one) => one.title);
  expect(titles(fits)).toEqual(vmware.snippets.map((one) => one.title));
  expect(titles(big)).toEqual(["govc, gzip", "By address", "Terraform"]);
  // Bytes 4 to 7 of gzip's header hold the time, the tenth the system that packed it.
  const value = /data = "(.*)"/.exec(big.text)![1]!;
  expect(Buffer.from(value, "base64").readUInt32LE(4)).toBe(0);
});

test("snippets know the architecture, the channel and the release", () => {
  const text = (id: string, facts: Parameters<typeof userDataFor>[2]) =>
    userDataFor(platformById(id)!, "{}", facts).snippets[0]!.text;
  expect(text("baremetal", node)).toBe(
    "flatcar-install -d /dev/sda -C stable -B arm64-usr -o '' -i config.ign",
  );
  const pinned = { ...node, channel: "lts-2024", release: "4081.3.6" };
  expect(text("pxe", pinned)).toContain(
    "http://lts.release.flatcar-linux.net/arm64-usr/4081.3.6\n",
  );
  expect(text("pxe", { ...node, release: "1; boot evil" })).toContain(
    "http://stable.release.flatcar-linux.net/arm64-usr/current\n",
  );
});

test("a node without a name gets one, because commands need a word there", () => {
  const { snippets } = userDataFor(platformById("gcp")!, "{}", {
    ...node,
    name: " ",
  });
  expect(snippets[0]!.text).toContain("instances create node-1 ");
});

test.each([
  ["_web.example._tcp", "web.example.tcp-ignition"],
  ["a-.b", "a.b-ignition"],
  ["__", "node-ignition"],
  ["k".repeat(400), `${"k".repeat(200)}-ignition`],
])(
  "KubeVirt's Secret for the node %s has a name that Kubernetes takes",
  (name, secret) => {
    const { snippets } = userDataFor(platformById("kubevirt")!, "{}", {
      ...node,
      name,
    });
    expect(snippets[0]!.text).toContain(` generic ${secret} `);
  },
);
