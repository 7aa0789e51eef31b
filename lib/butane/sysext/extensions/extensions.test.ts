import { describe, expect, test } from "vitest";
import type { UnitEntry } from "../../emit/document";
import { type ChosenImage, paramsOf } from "../node";
import type {
  Activation,
  Extension,
  ParamSpec,
  ParamValue,
} from "../extension";
import { unmetRequirements } from "../rules";
import { chosen, emitted, node, type RecordingDocument } from "../testing";
import { extensionById, extensions } from "./index";

const versionOf: Readonly<Record<string, string>> = {
  k3s: "v1.36.2+k3s1",
  rke2: "v1.36.2+rke2r1",
  wasmcloud: "v1.9.2",
};

function choose(id: string, over: Partial<ChosenImage> = {}): ChosenImage {
  const extension = extensionById(id)!;
  return chosen({
    id,
    version: versionOf[id] ?? "v1.2.3",
    updates: extension.updates,
    activation: extension.activation,
    ...over,
  });
}

/** Something that somebody could have typed into every field of an extension. */
function filled(id: string): Record<string, ParamValue> {
  const value = (spec: ParamSpec): ParamValue => {
    switch (spec.type) {
      case "boolean":
        return true;
      case "number":
        return 7;
      case "list":
        return ["one", "two"];
      case "select":
        return spec.options.at(-1)!.value;
      case "text":
        return 'first "line" 100%\nsecond $line\n';
      case "string":
        return 'typed "value" 100% $HOME\nnext';
    }
  };
  return Object.fromEntries(
    Object.entries(extensionById(id)!.params).map(([key, spec]) => [
      key,
      value(spec),
    ]),
  );
}

const ways = extensions.flatMap(({ id }) => [
  { id, how: "as it comes", params: {} },
  { id, how: "with everything filled in", params: filled(id) },
]);

/** Known sections of the unit types that are written here. */
const sections: Readonly<Record<string, readonly string[]>> = {
  service: ["Unit", "Service", "Install"],
  timer: ["Unit", "Timer", "Install"],
};

function unitTexts(document: RecordingDocument): [string, string][] {
  return [
    ...document.units.flatMap(({ entry }): [string, string][] =>
      entry.contents === undefined ? [] : [[entry.name, entry.contents]],
    ),
    ...document.dropins.map(({ entry }): [string, string] => [
      entry.unit,
      entry.contents,
    ]),
  ];
}

test("ids are there once, and everything is found by its id", () => {
  const ids = extensions.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const extension of extensions) {
    expect(extensionById(extension.id)).toBe(extension);
  }
  expect(extensions.filter(({ kind }) => kind === "bakery")).toHaveLength(35);
  expect(extensions.filter(({ kind }) => kind === "flatcar")).toHaveLength(6);
  expect(extensions.filter(({ kind }) => kind === "builtin")).toHaveLength(2);
});

describe.each(extensions)("$id", (extension) => {
  test("names others that exist, and itself nowhere", () => {
    const named = [
      ...extension.requires.flatMap((item) => item.split("|")),
      ...extension.conflicts,
    ].map((item) => item.split("@")[0]!);
    for (const id of named) expect(extensionById(id), id).toBeDefined();
    expect(named).not.toContain(extension.id);
  });

  test("describes itself", () => {
    const { summary, homepage, versionPattern, kind, notes } = extension;
    for (const sentence of [summary, ...notes]) {
      expect(sentence).toMatch(/^\S.*\.$/s);
    }
    expect(homepage).toMatch(/^https:\/\//);
    expect(versionPattern !== undefined).toBe(kind === "bakery");
    expect(extension.since !== undefined).toBe(kind !== "bakery");
    if (kind !== "bakery") expect(extension.updates).toBe("none");
    expect(extension.ships.length).toBeGreaterThan(0);
    expect(extension.verify.length).toBeGreaterThan(0);
    // Sockets and settings of these are root's alone, and people log in as core.
    for (const command of extension.verify)
      expect(command).not.toMatch(
        /^(?:birdc|crictl|ctr|k3s|kata-runtime|nerdctl) /,
      );
  });

  test("parameters fit their type and hide behind existing ones", () => {
    for (const [key, spec] of Object.entries(extension.params)) {
      expect(key).toMatch(/^[a-z][a-zA-Z0-9]*$/);
      if (spec.type === "select") {
        expect(spec.options.map(({ value }) => value)).toContain(spec.default);
      }
      if (spec.secret) expect(spec.default).toBe("");
      if (spec.when) {
        const other = extension.params[spec.when.key];
        expect(other, spec.when.key).toBeDefined();
        if (other?.type === "select") {
          const values = other.options.map(({ value }) => value);
          for (const value of spec.when.is) expect(values).toContain(value);
        }
      }
    }
  });
});

/** Services wait for a reboot, and commands alone are merged at once. What is bound to the OS comes with its reboot. */
function usualActivation({ kind, units }: Extension): Activation {
  if (kind !== "bakery") return "next-boot";
  return units.length > 0 ? "reboot" : "refresh";
}

const unusual: readonly (readonly [string, Activation, string])[] = [
  ["consul", "restart", "the bakery's page restarts its one service"],
  ["vault", "restart", "the bakery's page restarts its one service"],
  ["wasmcloud", "refresh", "the bakery's page leaves its services running"],
  ["kata-containers", "reboot", "containerd runs pods with what it brings"],
  ["llamaedge", "reboot", "it brings a server's module and no command"],
];

describe("when an update takes effect, unless somebody chooses otherwise", () => {
  const usual = extensions.filter(
    ({ id }) => !unusual.some(([other]) => other === id),
  );
  const restarting = extensions.filter(
    ({ activation, restartUnits }) => activation === "restart" || restartUnits,
  );

  test.each(
    usual.map((extension) => [extension.id, usualActivation(extension)]),
  )("%s: %s", (id, activation) => {
    expect(extensionById(id)!.activation).toBe(activation);
  });

  test.each(unusual)("%s: %s, because %s", (id, activation) => {
    const extension = extensionById(id)!;
    expect(extension.activation).toBe(activation);
    expect(usualActivation(extension)).not.toBe(activation);
  });

  test.each(restarting)(
    "$id restarts units of its image",
    ({ restartUnits, units }) => {
      const names = units.map(({ name }) => name);
      expect(restartUnits).toBeDefined();
      for (const unit of restartUnits!) expect(names).toContain(unit);
    },
  );
});

describe.each(ways)("$id $how", ({ id, params }) => {
  const document = emitted({ chosen: [choose(id, { params })] });
  const extension = extensionById(id)!;

  test("writes unit files with known sections and settings", () => {
    for (const [unit, text] of unitTexts(document)) {
      const known = sections[unit.split(".").at(-1)!] ?? [];
      for (const line of text.split("\n")) {
        const section = /^\[(.*)\]$/.exec(line)?.[1];
        if (section) expect(known).toContain(section);
        else expect(line).toMatch(/^$|^# |^[A-Za-z]+=/);
      }
      expect(text.startsWith("[")).toBe(true);
      expect(text.endsWith("\n")).toBe(true);
    }
  });

  test("never refreshes from inside the update service", () => {
    for (const { entry } of document.dropins) {
      if (entry.unit !== "systemd-sysupdate.service") continue;
      expect(entry.contents).not.toContain("systemd-sysext refresh");
    }
  });

  test("enables units of ours only, and those can be enabled", () => {
    const inImage = extension.units.map(({ name }) => name);
    const enabled = document.units
      .map(({ entry }): UnitEntry => entry)
      .filter((entry) => entry.enabled);
    for (const entry of enabled) {
      expect(inImage).not.toContain(entry.name);
      expect(entry.contents).toContain("[Install]\n");
    }
  });

  test("links images and units under their own names", () => {
    for (const { entry } of document.links) {
      const image = /^\/etc\/extensions\/(.*)\.raw$/.exec(entry.path)?.[1];
      if (image !== undefined) {
        expect(image).toBe(id);
        expect(entry.target).toMatch(
          new RegExp(`^/opt/extensions/${id}/${id}-.*-x86-64\\.raw$`),
        );
      }
      if (entry.path.includes(".wants/")) {
        const name = entry.path.slice(entry.path.lastIndexOf("/") + 1);
        expect(entry.target).toMatch(new RegExp(`/systemd/system/${name}$`));
        expect(extension.units.map((unit) => unit.name)).toContain(name);
        expect(entry.overwrite).toBe(true);
      }
    }
    expect(
      document.links.some(
        ({ entry }) => entry.path === `/etc/extensions/${id}.raw`,
      ),
    ).toBe(extension.kind === "bakery");
  });

  test("writes each path once, absolute and outside of what is read-only", () => {
    const paths = [
      ...document.files.map(({ entry }) => entry.path),
      ...document.links.map(({ entry }) => entry.path),
      ...document.directories.map(({ entry }) => entry.path),
    ];
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths) {
      if (path.startsWith("typed ")) continue; // what was typed is for the checks
      expect(path).toMatch(/^\/(etc|opt|var)\//);
    }
  });

  test("keeps secrets out of everything that others can read", () => {
    const marked = Object.entries(extension.params)
      .filter(([, spec]) => spec.secret)
      .map(([key]) => key);
    const secrets = Object.fromEntries(
      marked.map((key) => [key, `s3cret-${key}`]),
    );
    const full = emitted({
      chosen: [choose(id, { params: { ...filled(id), ...secrets } })],
    });
    const open = [
      ...full.files
        .filter(({ entry }) => ((entry.mode ?? 0o644) & 0o007) !== 0)
        // HAProxy's own user has to read it, and it holds a hash, not a password.
        .filter(({ entry }) => entry.path !== "/etc/haproxy/haproxy.cfg")
        .map(({ entry }) => entry.contents?.inline ?? ""),
      ...unitTexts(full).map(([, text]) => text),
    ].join("\n");
    expect(open).not.toContain("s3cret-");
  });

  test("leads every entry back to a field that exists", () => {
    const all = [
      ...document.files,
      ...document.links,
      ...document.units,
      ...document.dropins,
      ...document.users,
      ...document.groups,
      ...document.directories,
    ];
    for (const { placing } of all) {
      expect(placing.origin?.slice(0, 2)).toEqual(["extensions", "chosen"]);
      if (placing.origin?.[3] === "params") {
        expect(extension.params).toHaveProperty(String(placing.origin[4]));
      }
    }
  });
});

test("a default that somebody typed changes nothing", () => {
  for (const { id, params } of extensions) {
    const typed = paramsOf({ ...extensionById(id)!, params }, { params: {} });
    expect(emitted({ chosen: [choose(id, { params: typed })] })).toEqual(
      emitted({ chosen: [choose(id)] }),
    );
  }
});

test("units that nothing in the image starts get a link of ours", () => {
  for (const { id, units } of extensions) {
    const document = emitted({ chosen: [choose(id)] });
    for (const unit of units.filter(({ start }) => start === "link")) {
      expect(
        document.link(
          `/etc/systemd/system/multi-user.target.wants/${unit.name}`,
        ),
      ).toMatchObject({ target: unit.path, overwrite: true });
    }
  }
});

test("what needs nothing else is complete on a plain node", () => {
  const alone = extensions.filter(
    (extension) => unmetRequirements(extension, node({})).length === 0,
  );
  const needy = extensions
    .filter((extension) => !alone.includes(extension))
    .map(({ id }) => id);
  expect(needy.sort()).toEqual(["cilium", "dataplaneapi", "llamaedge"]);
});
