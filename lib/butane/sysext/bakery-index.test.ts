import { expect, test } from "vitest";
import { parseImageName, readBakeryIndex } from "./bakery-index";
import { readChecksums } from "./checksums";
import catalogue from "../../../public/catalogue.json";

const hash = (letter: string) => letter.repeat(64);
const indexOf = (...lines: readonly string[]) =>
  readBakeryIndex(readChecksums(`${lines.join("\n")}\n`).sums);

test.each([
  ["docker-28.0.4-x86-64.raw", "docker", "28.0.4", "x86-64"],
  ["docker-compose-2.34.0-arm64.raw", "docker-compose", "2.34.0", "arm64"],
  ["k3s-v1.32.2+k3s1-x86-64.raw", "k3s", "v1.32.2+k3s1", "x86-64"],
])("%s is an image of %s", (name, id, version, architecture) => {
  expect(parseImageName(name)).toEqual({ id, version, architecture });
});

test.each([
  ["docker-28.0.4.raw", "no architecture"],
  ["docker-28.0.4-amd64.raw", "an architecture that systemd does not know"],
  ["docker.conf", "no image"],
  ["nothing-of-ours-1.0.0-arm64.raw", "an extension that nobody knows"],
  ["docker-latest-arm64.raw", "no version"],
  ["zfs-1.0.0-arm64.raw", "an extension that the bakery does not have"],
  ["constructor-1.0.0-arm64.raw", "a word every object has"],
  [`docker-${"1".repeat(999)}-arm64.raw`, "a version nobody would release"],
])("%s is none: %s", (name) => {
  expect(parseImageName(name)).toBeNull();
});

test("every release of the snapshot is found again by the name of its image", () => {
  for (const [id, releases] of Object.entries(catalogue.releases))
    for (const { version } of releases)
      expect(parseImageName(`${id}-${version}-arm64.raw`)).toEqual({
        id,
        version,
        architecture: "arm64",
      });
});

test("versions come newest first, with the hashes of both architectures", () => {
  const index = indexOf(
    `${hash("a")}  kubernetes-v1.9.0-x86-64.raw`,
    `${hash("b")}  kubernetes-v1.10.0-arm64.raw`,
    `${hash("c")}  kubernetes-v1.10.0-x86-64.raw`,
    `${hash("d")}  btop-1.4.6-x86-64.raw`,
  );
  expect(index.releases).toEqual({
    btop: [{ version: "1.4.6", hashes: { "x86-64": `sha256-${hash("d")}` } }],
    kubernetes: [
      {
        version: "v1.10.0",
        hashes: {
          "x86-64": `sha256-${hash("c")}`,
          arm64: `sha256-${hash("b")}`,
        },
      },
      { version: "v1.9.0", hashes: { "x86-64": `sha256-${hash("a")}` } },
    ],
  });
  expect(index.images).toBe(4);
  expect(Object.keys(index.releases)).toEqual(["btop", "kubernetes"]);
});

test("a line that stands there twice counts once", () => {
  const line = `${hash("a")}  btop-1.4.6-x86-64.raw`;
  const index = indexOf(line, line, line);
  expect(index.images).toBe(1);
  expect(index.contradictions).toEqual([]);
  expect(index.releases.btop).toHaveLength(1);
});

test("an image with two hashes is offered without one", () => {
  const index = indexOf(
    `${hash("a")}  btop-1.4.6-x86-64.raw`,
    `${hash("b")}  btop-1.4.6-x86-64.raw`,
    `${hash("a")}  btop-1.4.6-x86-64.raw`,
  );
  expect(index.contradictions).toEqual(["btop-1.4.6-x86-64.raw"]);
  expect(index.releases.btop).toEqual([{ version: "1.4.6" }]);
});

test("what is nothing of ours is told apart", () => {
  const index = indexOf(
    `${hash("a")}  noop.conf`,
    `${hash("a")}${hash("a")}  btop-1.4.6-x86-64.raw`,
  );
  expect(index.others).toEqual(["noop.conf", "btop-1.4.6-x86-64.raw"]);
  expect(index.releases).toEqual({});
});
