import { expect, test } from "vitest";
import { presetOf } from "@/lib/checks/testing";
import { compose } from "@/lib/preset";
import { bootOf, type NodeFolder } from ".";
import { contentBytes, contentText } from "./content-bytes";
import { foldersOf } from "./folders";
import { root } from "./node-file";

const boot = (stored: object) => {
  const preset = presetOf(stored);
  return bootOf(preset, compose(preset).text)!;
};

/** A folder and all below it as indented lines. */
function drawn({ name, folders, entries, count }: NodeFolder): string[] {
  return [
    `${name} (${count})`,
    ...folders.flatMap((one) => drawn(one).map((line) => `  ${line}`)),
    ...entries.map(
      (one) =>
        `  ${one.path.slice(one.path.lastIndexOf("/") + 1)}${one.kind === "overlaid" ? ` of ${one.image}` : ""}`,
    ),
  ];
}

test("files stand in their folders, and folders that only lead on are one line", () => {
  const file = (path: string) =>
    ({ kind: "file", path, mode: 0o644, content: [], ...root }) as const;
  const folder = (path: string, from?: (string | number)[]) =>
    ({
      kind: "directory",
      path,
      mode: 0o755,
      ...root,
      ...(from ? { from } : {}),
    }) as const;
  expect(
    drawn(
      foldersOf([
        folder("/etc"),
        folder("/etc/systemd"),
        folder("/etc/systemd/system"),
        file("/etc/systemd/system/a.service"),
        folder("/srv", ["storage", "directories", 0]),
        folder("/srv/only"),
        file("/srv/only/b"),
        file("/z"),
      ]),
    ),
  ).toEqual([
    "/ (3)",
    "  etc/systemd/system (1)",
    "    a.service",
    "  srv (1)",
    "    only (1)",
    "      b",
    "  z",
  ]);
});

test("what images show stands among what the config writes", () => {
  const lines = drawn(
    boot({
      extensions: {
        chosen: [{ id: "k3s", version: "v1.32.2+k3s1" }],
        builtinOff: ["docker", "containerd"],
      },
    }).root,
  ).map((line) => line.trim());
  expect(lines).toContain("k3s-v1.32.2+k3s1-x86-64.raw");
  expect(lines).toContain("k3s of K3s");
  expect(lines).toContain("k3s.service of K3s");
  // What is off shows nothing.
  expect(lines.join("\n")).not.toContain("of Docker");
});

test("a step leads back to the line of the Butane document", () => {
  const { phases, sourceOf } = boot({ users: { users: [{ name: "ops" }] } });
  const accounts = phases[0]!.steps.find(({ id }) => id === "accounts")!;
  expect(sourceOf(accounts.items[0]!.from!)).toEqual(["passwd", "users", 0]);
});

test("a document that makes no config makes no node", () => {
  expect(bootOf(presetOf({}), "variant: flatcar\nversion: 9\n")).toBeNull();
  expect(bootOf(presetOf({}), "a: [")).toBeNull();
});

test("another system than Flatcar boots in its own way", () => {
  const text = "variant: fcos\nversion: 1.5.0\n";
  expect(
    bootOf(presetOf({ target: { variant: "fcos", spec: "1.5.0" } }), text),
  ).toBeNull();
});

test("a path that no system takes is not on the node", () => {
  const file = (path: string) =>
    `  - path: ${path}\n    contents: {inline: a}\n`;
  const start = "variant: flatcar\nversion: 1.0.0\nstorage:\n files:\n";
  const { root: all } = bootOf(
    presetOf({ extensions: { builtinOff: ["docker", "containerd"] } }),
    `${start}${file("/z".repeat(20_000))}${file("/b")}`,
  )!;
  expect(all.entries.map(({ path }) => path)).toEqual(["/b"]);
});

test("the text of a file is told where all of it is there and is text", () => {
  const file = { kind: "file", path: "/a", mode: 0o644, ...root } as const;
  const bytes = (...all: number[]) => ({ bytes: Uint8Array.from(all) });
  const both = { ...file, content: [bytes(97), bytes(98, 10)] };
  expect(contentText(both)).toBe("ab\n");
  expect(contentBytes(both)).toBe(3);
  expect(contentText({ ...file, content: [bytes(255)] })).toBeUndefined();
  const fetched = { ...file, content: [bytes(97), { url: "https://a" }] };
  expect(contentText(fetched)).toBeUndefined();
  expect(contentBytes(fetched)).toBe(1);
});
