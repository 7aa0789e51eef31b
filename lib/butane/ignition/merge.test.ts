import { expect, test } from "vitest";
import { ignitionSpec, type IgnitionConfig } from ".";
import { mergeConfigs } from "./merge";

const { config: struct } = ignitionSpec("3.4.0");

function merge(parent: IgnitionConfig, child: IgnitionConfig) {
  const { config, origins } = mergeConfigs(struct, parent, child);
  const from = (path: string) => {
    const origin = origins.get(path);
    return origin && `${origin.side} ${origin.from.join(".")}`;
  };
  return { config: config as IgnitionConfig, from };
}

test("what has the same key becomes one, at the parent's place, and the child wins", () => {
  const { config, from } = merge(
    { storage: { filesystems: [{ device: "/dev/b", format: "xfs" }] } },
    {
      storage: {
        filesystems: [
          { device: "/dev/a" },
          { device: "/dev/b", format: "", label: "x" },
        ],
      },
    },
  );
  expect(config.storage?.filesystems).toEqual([
    { device: "/dev/b", format: "", label: "x" },
    { device: "/dev/a" },
  ]);
  expect(from("storage.filesystems.0.format")).toBe(
    "child storage.filesystems.1.format",
  );
  expect(from("storage.filesystems.0")).toBe("child storage.filesystems.1");
  expect(from("storage.filesystems.1.device")).toBe(
    "child storage.filesystems.0.device",
  );
});

test("a path that is of another kind in the child is the child's", () => {
  const { config, from } = merge(
    { storage: { files: [{ path: "/a" }, { path: "/b" }] } },
    { storage: { directories: [{ path: "/a" }] } },
  );
  expect(config.storage?.files).toEqual([{ path: "/b" }]);
  expect(from("storage.files.0.path")).toBe("parent storage.files.1.path");
});

test("options are put behind each other, also those that repeat", () => {
  const { config } = merge(
    { storage: { raid: [{ name: "a", options: ["-x"] }] } },
    { storage: { raid: [{ name: "a", options: ["-x"] }] } },
  );
  expect(config.storage?.raid).toEqual([{ name: "a", options: ["-x", "-x"] }]);
});

test("what is empty comes from nowhere", () => {
  const { from } = merge({}, { systemd: { units: [{ name: "" }] } });
  expect(from("systemd.units.0")).toBeUndefined();
});
