import { expect, test } from "vitest";
import { readChecksums } from "@/lib/butane";
import { presetOf } from "@/lib/checks/testing";
import { imageHashes, withHashes } from "./image-hashes";

const hex = (digit: string) => digit.repeat(64);
const docker = { id: "docker", version: "28.0.4" };
const file = "docker-28.0.4-x86-64.raw";

function found(list: string, ...chosen: object[]) {
  const preset = presetOf({ extensions: { chosen } });
  return imageHashes(preset, readChecksums(list)).map(
    ({ index, file: name, state, hash }) => [index, name, state, hash],
  );
}

test.each<[string, string, object, string, string]>([
  ["a hash it has none of", `${hex("a")}  ${file}\n`, docker, "new", hex("a")],
  ["in a folder", `${hex("a")}  ./docker/${file}\n`, docker, "new", hex("a")],
  [
    "the one it has",
    `${hex("a")}  ${file}\n`,
    { ...docker, hash: `sha256-${hex("a")}` },
    "same",
    hex("a"),
  ],
  [
    "another one",
    `${hex("b")}  ${file}\n`,
    { ...docker, hash: `sha256-${hex("a")}` },
    "other",
    hex("b"),
  ],
  [
    "twice the same",
    `${hex("a")}  ${file}\n${hex("a")}  x/${file}\n`,
    docker,
    "new",
    hex("a"),
  ],
  [
    "two that differ",
    `${hex("a")}  ${file}\n${hex("b")}  x/${file}\n`,
    docker,
    "twice",
    "",
  ],
  [
    "other versions",
    `${hex("a")}  docker-28.0.3-x86-64.raw\n`,
    docker,
    "missing",
    "",
  ],
])("%s", (_, list, chosen, state, hash) => {
  expect(found(list, chosen)).toEqual([
    [0, file, state, hash && `sha256-${hash}`],
  ]);
});

test("own images are looked up by their own name, and what Ignition does not fetch is none", () => {
  const own = {
    url: "https://h/x/tool-1.0.raw?token=1",
    updatesFrom: "https://h/",
  };
  expect(
    found(
      `${hex("c")}  tool-1.0.raw\n`,
      { id: "zfs" },
      { id: "tool", own },
      { ...docker, updates: "any", firstBoot: "newest" },
    ),
  ).toEqual([[1, "tool-1.0.raw", "new", `sha256-${hex("c")}`]]);
});

test("only what was found is taken", () => {
  const preset = presetOf({
    extensions: {
      chosen: [
        docker,
        { id: "k3s", version: "v1.36.2+k3s1", hash: "sha256-0" },
      ],
    },
  });
  const list = readChecksums(`${hex("a")}  ${file}\n`);
  const { chosen } = withHashes(preset, imageHashes(preset, list));
  expect(chosen.map(({ hash }) => hash)).toEqual([
    `sha256-${hex("a")}`,
    "sha256-0",
  ]);
});
