import { describe, expect, test } from "vitest";
import { run } from "@/lib/pipeline";
import {
  catalogue,
  chosen,
  fixed,
  kubernetes,
  presetOf,
  user,
} from "./testing";

/** Codes and fields of what is said about a node that somebody can log in to, without what every such node is told. */
function told(stored: object): string[] {
  return run(presetOf({ ...user({}), ...stored }), catalogue)
    .problems.filter(({ code }) => code !== "download-unchecked")
    .map(({ code, field, path }) => `${code} ${(field ?? path)?.join(".")}`);
}

const file = { path: "usr/bin/a", text: "#!/bin/sh\n" };
const layer = (one: object) => ({
  layers: { directories: [{ name: "mine", files: [file], ...one }] },
});
const at = "layers.directories.0";

describe("directory layers", () => {
  test.each<[string, object, string[]]>([
    ["a sound one", layer({}), []],
    [
      "a name that is a path",
      layer({ name: "a/b" }),
      [`layer-name ${at}.name`],
    ],
    [
      "the name of an extension",
      {
        ...layer({ name: "docker-compose" }),
        ...chosen({ id: "docker-compose", version: "5.3.1" }),
      },
      [`layer-name-twice ${at}.name`],
    ],
    [
      "the name of a built-in one",
      layer({ name: "docker-flatcar" }),
      [`layer-name-twice ${at}.name`],
    ],
    [
      "no release",
      layer({ match: "version", osVersion: "4593" }),
      [`layer-release ${at}.osVersion`],
    ],
    [
      "another release than the node's",
      {
        ...layer({ match: "version", osVersion: "4593.2.4" }),
        target: { release: "4593.2.5" },
      },
      [`layer-other-release ${at}.osVersion`],
    ],
    [
      "one release, and the OS is updated",
      layer({ match: "version", osVersion: "4593.2.5" }),
      [`layer-bound-to-release ${at}.osVersion`],
    ],
    [
      "one release, and the OS stays",
      {
        ...layer({ match: "version", osVersion: "4593.2.5" }),
        osUpdates: { server: "disabled" },
      },
      [],
    ],
    [
      "a file that leaves the layer",
      layer({ files: [file, { path: "usr/../etc/passwd", text: "" }] }),
      [`layer-path ${at}.files.1.path`],
    ],
    [
      "a file that is merged nowhere",
      layer({ files: [{ path: "etc/motd", text: "" }] }),
      [`layer-path-outside ${at}.files.0.path`],
    ],
    [
      "a file in the place of a tree",
      layer({ files: [{ path: "usr", text: "" }] }),
      [`layer-path-outside ${at}.files.0.path`],
    ],
    [
      "os-release",
      layer({ files: [{ path: "usr/lib/os-release", text: "" }] }),
      [`layer-os-release ${at}.files.0.path`],
    ],
    [
      "a folder in the place of a link",
      layer({ files: [{ path: "/usr/sbin/a", text: "" }] }),
      [`layer-sbin ${at}.files.0.path`],
    ],
    [
      "no address",
      layer({ files: [file, { path: "usr/b", from: "url" }] }),
      [`layer-address-missing ${at}.files.1.url`],
    ],
  ])("%s", (_, stored, expected) => {
    expect(told(stored)).toEqual(expected);
  });

  test("one release is changed to the node's", () => {
    const stored = {
      ...layer({ match: "version", osVersion: "4593.2.4" }),
      target: { release: "4593.2.5" },
    };
    const after = fixed(stored, "layer-other-release");
    expect(after.layers.directories[0]!.osVersion).toBe("4593.2.5");
  });

  test("a layer over /opt keeps updates from being stored, unless /opt stays writable", () => {
    const stored = {
      ...layer({ files: [{ path: "opt/a", text: "x" }] }),
      extensions: {
        chosen: [{ ...kubernetes, updates: "patch", activation: "reboot" }],
      },
    };
    expect(told(stored)).toContain(`opt-read-only-layer ${at}.files.0.path`);
    const after = fixed(stored, "opt-read-only-layer");
    expect(after.advanced).toMatchObject({
      sysext: { mutable: "auto" },
      writes: { opt: "original" },
    });
    expect(
      run(after, catalogue).problems.map(({ code }) => code),
    ).not.toContain("opt-read-only-layer");
  });
});

describe("layers over /etc", () => {
  const image = { name: "site", url: "https://example.com/site.raw" };

  test("each node with one is warned, and an old one is told it has none", () => {
    expect(told({ layers: { confexts: [image] } })).toEqual([
      "confext-experimental layers.confexts",
      "layer-etc-read-only layers.confexts",
    ]);
    expect(
      told({
        layers: { confexts: [image] },
        target: { channel: "lts-2023" },
      }),
    ).toEqual(["confext-too-old layers.confexts"]);
  });

  test("what is missing, and what is merged nowhere", () => {
    const confexts = [
      { name: "" },
      { name: "b", from: "files", files: [file] },
    ];
    expect(told({ layers: { confexts } })).toEqual([
      "layer-name layers.confexts.0.name",
      "layer-address-missing layers.confexts.0.url",
      "layer-path-outside layers.confexts.1.files.0.path",
      "confext-experimental layers.confexts",
      "layer-etc-read-only layers.confexts",
    ]);
  });

  test("a program in a layer over /etc cannot run", () => {
    const confext = (executable: boolean) => ({
      name: "corp",
      from: "files",
      files: [{ path: "/etc/hook.sh", executable, text: "#!/bin/sh\n" }],
    });
    const expected = "confext-program layers.confexts.0.files.0.executable";
    const of = (executable: boolean) =>
      told({ layers: { confexts: [confext(executable)] } });
    expect(of(true)).toContain(expected);
    expect(of(false)).not.toContain(expected);
  });

  test.each<[string, object, boolean]>([
    ["no mode", {}, true],
    ["a mode that follows a link, and no link", { mutable: "auto" }, true],
    ["a tree that is only shown", { mutable: "import" }, true],
    ["a mode that makes a place", { mutable: "yes" }, false],
  ])("/etc takes no writes below a layer: %s", (_, confext, isTold) => {
    const stored = { layers: { confexts: [image] }, advanced: { confext } };
    const codes = told(stored).join(" ");
    expect(codes.includes("layer-etc-read-only")).toBe(isTold);
  });

  test("/etc takes writes below a layer again, and where Flatcar has such a layer itself", () => {
    const stored = { layers: { confexts: [image] } };
    const after = fixed(stored, "layer-etc-read-only");
    expect(after.advanced.confext.mutable).toBe("auto");
    expect(after.advanced.writes.etc).toBe("original");
    const { layers, advanced } = after;
    expect(told({ layers, advanced })).toEqual([
      "confext-experimental layers.confexts",
    ]);
    expect(told({ ...stored, target: { release: "4628.0.0" } })).toEqual([
      "confext-experimental layers.confexts",
    ]);
  });
});

describe("what is off", () => {
  const oem = (id: string, target: object = {}) => ({
    layers: { oemOff: [id] },
    target,
  });

  test.each<[string, object, string[]]>([
    ["the platform's", oem("ami", { platform: "aws" }), []],
    ["a platform without a known one", oem("mine", { platform: "vultr" }), []],
    [
      "another platform's",
      oem("azure", { platform: "aws" }),
      ["oem-of-another layers.oemOff.0"],
    ],
    [
      "the whole name",
      oem("oem-ami", { platform: "aws" }),
      ["oem-name layers.oemOff.0"],
    ],
    ["no name", oem("a b"), ["oem-name layers.oemOff.0"]],
    [
      "before it was an extension",
      oem("ami", { platform: "aws", release: "3510.2.0" }),
      ["oem-too-old layers.oemOff.0"],
    ],
  ])("a vendor extension: %s", (_, stored, expected) => {
    expect(told(stored)).toEqual(expected);
  });

  test("the whole name is shortened", () => {
    const after = fixed(oem("oem-azure.raw"), "oem-name");
    expect(after.layers.oemOff).toEqual(["azure"]);
  });

  test.each<[string, string, string[]]>([
    ["a name", "sssd", []],
    ["a dash", "-sssd", ["official-off-name layers.officialOff"]],
    ["a built-in one", "docker", ["official-off-built-in layers.officialOff"]],
    [
      "one that is chosen",
      "podman",
      ["official-on-and-off layers.officialOff"],
    ],
  ])("one of Flatcar's own: %s", (_, name, expected) => {
    expect(
      told({ layers: { officialOff: [name] }, ...chosen({ id: "podman" }) }),
    ).toEqual(expected);
  });

  test("a built-in one is switched off where it can be", () => {
    const after = fixed(
      { layers: { officialOff: ["containerd-flatcar", "sssd"] } },
      "official-off-built-in",
    );
    expect(after.layers.officialOff).toEqual(["sssd"]);
    expect(after.extensions.builtinOff).toEqual(["docker", "containerd"]);
  });
});

test("names that are none write nothing, and that is told", () => {
  expect(
    told({
      layers: {
        late: { modules: ["zram", "a b"] },
        starts: [
          { unit: "mine" },
          { unit: "a.service", target: "boot" },
          { unit: "a.service", path: "usr/a.service" },
        ],
      },
    }),
  ).toEqual([
    // What stands nowhere in the text comes first.
    "start-unit-name layers.starts.0.unit",
    "start-target-name layers.starts.1.target",
    "start-path layers.starts.2.path",
    "late-module-name layers.late.modules",
  ]);
});
