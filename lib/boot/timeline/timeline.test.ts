import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { transpile, type IgnitionConfig } from "@/lib/butane";
import { presetOf } from "@/lib/checks/testing";
import { compose, parsePreset, type Preset } from "@/lib/preset";
import { soundPresets, storedPresets } from "@/lib/preset/testing";
import { timelineOf } from ".";
import type { BootStep } from "./step";

const empty: IgnitionConfig = { ignition: { version: "3.3.0" } };

function timeline(stored: object, config?: IgnitionConfig) {
  const preset = presetOf(stored);
  return timelineOf(preset, config ?? configOf(preset)!);
}

function configOf(preset: Preset): IgnitionConfig | null {
  return transpile(compose(preset).text).ignition as IgnitionConfig | null;
}

/** The steps in order, each as `phase id`, with a `~` for the network. */
const order = (...given: Parameters<typeof timeline>) =>
  timeline(...given).flatMap(({ id, steps }) =>
    steps.map((one) => `${id} ${one.network ? "~" : ""}${one.id}`),
  );

function stepOf(id: string, ...given: Parameters<typeof timeline>): BootStep {
  const found = timeline(...given)
    .flatMap(({ steps }) => steps)
    .find((one) => one.id === id);
  if (!found) throw new Error(`no step ${id}`);
  return found;
}

const rows = ({ items }: BootStep) =>
  items.map(({ name, what = "" }) => `${name}: ${what}`);
const failures = (one: BootStep) =>
  one.failures.map(({ when, shows }) => `${when}. ${shows}`).join("\n");

const k3s = {
  extensions: {
    chosen: [
      {
        id: "k3s",
        version: "v1.32.2+k3s1",
        updates: "patch",
        params: { token: "a" },
      },
    ],
  },
};
const release = (of: string) => ({ target: { release: of } });

test("an empty node still merges what the image brings, and looks for updates of the OS", () => {
  expect(order({})).toEqual([
    "initrd config",
    "start merge",
    "start read-again",
    "later ~os-updates",
    "later reboots",
  ]);
});

describe("images are merged as the release does it", () => {
  test("before 4628 after the start, and what they bring starts then", () => {
    const given = { ...k3s, ...release("4593.2.5") };
    expect(order(given)).toEqual([
      "initrd config",
      "initrd ~downloads",
      "initrd files",
      "initrd units",
      "start presets",
      "start merge",
      "start read-again",
      "later ~extension-updates",
      "later ~os-updates",
      "later reboots",
    ]);
    expect(rows(stepOf("read-again", given))).toContain(
      "k3s.service: by a link in multi-user.target.wants",
    );
  });

  test("from 4628 on in the initrd, and the unit starts with the others", () => {
    const given = { ...k3s, ...release("4757.1.0") };
    expect(order(given)).toEqual([
      "initrd config",
      "initrd ~downloads",
      "initrd files",
      "initrd units",
      "initrd merge",
      "start presets",
      "start services",
      "later ~extension-updates",
      "later ~os-updates",
      "later reboots",
    ]);
    expect(rows(stepOf("services", given))).toContain(
      "k3s.service: by a link in multi-user.target.wants",
    );
  });

  test("a release before extensions of the OS has none of them", () => {
    expect(order(release("3510.3.8"))).not.toContain("start merge");
  });
});

test("of the images that are merged, one is chosen, one is in the OS image, one is off", () => {
  const given = {
    extensions: { ...k3s.extensions, builtinOff: ["docker"] },
    target: { platform: "azure" },
  };
  expect(rows(stepOf("merge", given))).toEqual([
    "K3s: the image /opt/extensions/k3s/k3s-v1.32.2+k3s1-x86-64.raw",
    "containerd: part of the OS image",
    "oem-azure: the vendor's tools, part of the OS image for this platform",
  ]);
});

test("an image on a filesystem of its own is told apart where images are merged before it is there", () => {
  const given = {
    ...k3s,
    storage: {
      filesystems: [{ device: "/dev/sdb1", path: "/opt", format: "ext4" }],
    },
  };
  const onRelease = (of: string) =>
    rows(stepOf("merge", { ...given, ...release(of) }))[0];
  const later = "on the filesystem of /opt, which comes later";
  expect(onRelease("4757.1.0")).toContain(later);
  expect(onRelease("4593.2.5")).not.toContain(later);
});

test("an image over /etc is merged where its service is on, and not said to be supported", () => {
  const given = {
    layers: {
      confexts: [
        {
          name: "site",
          from: "files",
          files: [{ path: "etc/site.conf", text: "a" }],
        },
      ],
    },
  };
  const one = stepOf("merge-etc", given);
  expect(rows(one)).toEqual(["site: a folder with files of this config"]);
  expect(one.unverified).toContain("does not support");
  expect(order({})).not.toContain("start merge-etc");
});

test("an image that the node fetches by itself is fetched by a service", () => {
  const chosen = [{ ...k3s.extensions.chosen[0]!, firstBoot: "newest" }];
  const given = { extensions: { chosen } };
  expect(order(given)).not.toContain("initrd ~downloads");
  expect(stepOf("services", given).network).toBe(true);
  expect(rows(stepOf("services", given))).toContain(
    "fetch-k3s.service: fetches the image of k3s, which is merged then; waits for the network",
  );
});

test("a unit that is inside an image is not there when presets are read", () => {
  const config = {
    ...configOf(presetOf(k3s))!,
    systemd: { units: [{ name: "k3s.service", enabled: true }] },
  };
  expect(rows(stepOf("presets", k3s, config))).toEqual([
    "k3s.service: is inside an image and not there yet: nothing happens",
  ]);
  expect(
    rows(stepOf("presets", { ...k3s, ...release("4757.1.0") }, config)),
  ).toEqual(["k3s.service: on"]);
});

describe("downloads", () => {
  const file = (source: string, hash?: string) => ({
    path: "/opt/bin/a",
    contents: { source, ...(hash ? { verification: { hash } } : {}) },
  });
  const given = (
    httpTotal: number | undefined,
    ...files: ReturnType<typeof file>[]
  ): IgnitionConfig => ({
    ignition: {
      version: "3.3.0",
      ...(httpTotal === undefined ? {} : { timeouts: { httpTotal } }),
    },
    storage: { files },
  });

  test("what stands in the config is not fetched", () => {
    const config = given(undefined, file("data:,abc"));
    expect(order({}, config)).toContain("initrd files");
    expect(order({}, config)).not.toContain("initrd ~downloads");
    expect(stepOf("files", {}, config).note).toContain("3 bytes");
  });

  test("how one fails depends on the answer, the timeout and the hash", () => {
    const plain = stepOf(
      "downloads",
      {},
      given(undefined, file("https://a/b")),
    );
    expect(plain.title).toBe("Fetches 1 file");
    expect(rows(plain)).toEqual(["https://a/b: /opt/bin/a, without a hash"]);
    expect(failures(plain)).toContain("again without an end");
    expect(failures(plain)).not.toContain("another hash");
    const careful = stepOf(
      "downloads",
      {},
      given(300, file("https://a/b", `sha512-${"0".repeat(128)}`)),
    );
    expect(rows(careful)[0]).toContain("checked against its sha512");
    expect(failures(careful)).toContain("for 300 seconds");
    expect(failures(careful)).toContain("hash verification failed");
  });
});

describe("disks", () => {
  const given: IgnitionConfig = {
    ignition: { version: "3.3.0" },
    storage: {
      disks: [
        {
          device: "/dev/sdb",
          wipeTable: true,
          partitions: [{ label: "data" }, { number: 2 }],
        },
      ],
      luks: [
        { name: "data", device: "/dev/sdb1", wipeVolume: true },
        {
          name: "far",
          device: "/dev/sdb2",
          clevis: { tang: [{ url: "https://tang" }] },
        },
      ],
      filesystems: [
        { device: "/dev/mapper/data", format: "ext4", path: "/srv" },
      ],
    },
  };

  test("come in Ignition's order, and say what is lost", () => {
    expect(order({}, given).slice(0, 4)).toEqual([
      "initrd config",
      "initrd disks",
      "initrd ~luks",
      "initrd filesystems",
    ]);
    expect(rows(stepOf("disks", {}, given))).toEqual([
      "/dev/sdb: what is on it is lost; 2 partitions: data, 2",
    ]);
    expect(rows(stepOf("luks", {}, given))).toEqual([
      "/dev/mapper/data: on /dev/sdb1; what is on it is lost; a random key in /etc/luks/data",
      "/dev/mapper/far: on /dev/sdb2; unlocked by Tang",
    ]);
    expect(failures(stepOf("filesystems", {}, given))).toContain(
      "holds another filesystem",
    );
  });

  test.each([
    ["3510.3.8", false],
    ["4152.0.0", true],
    ["4593.2.5", true],
    ["4722.0.0", false],
  ])("on %s a partition without a number fails: %s", (of, fails) => {
    expect(
      failures(stepOf("disks", release(of), given)).includes("no number"),
    ).toBe(fails);
  });
});

test("kernel arguments cost a reboot, and cannot be set over the network", () => {
  const given = { kernel: { arguments: ["nosmt"] } };
  expect(order(given)).toContain("initrd kernel-arguments");
  expect(failures(stepOf("kernel-arguments", given))).not.toContain("It does");
  const pxe = { ...given, target: { platform: "pxe" } };
  expect(failures(stepOf("kernel-arguments", pxe))).toContain("It does here");
});

test("Flatcar's own are fetched for the release, from the server the arguments name", () => {
  const given = {
    extensions: { chosen: [{ id: "zfs" }] },
    target: { release: "4593.2.5", architecture: "arm64" },
  };
  expect(rows(stepOf("official", given))).toEqual([
    "https://update.release.flatcar-linux.net/arm64-usr/4593.2.5/flatcar-zfs.gz: zfs",
  ]);
  const mirror = "flatcar.release_file_server_url=https://mirror.example.com/";
  expect(
    rows(stepOf("official", { ...given, kernel: { arguments: [mirror] } })),
  ).toEqual([
    "https://mirror.example.com/arm64-usr/4593.2.5/flatcar-zfs.gz: zfs",
  ]);
});

describe("updates", () => {
  const updated = (rest: object = {}, choice: object = {}) => ({
    extensions: {
      chosen: [
        { id: "k3s", version: "v1.32.2+k3s1", updates: "patch", ...choice },
      ],
    },
    ...rest,
  });

  test("come at the timer's times, and lead to what was chosen", () => {
    const timer = stepOf("extension-updates", updated());
    expect(timer.unverified).toBeDefined();
    const nightly = stepOf(
      "extension-updates",
      updated(
        {
          updates: {
            schedule: "calendar",
            calendar: "*-*-* 04:00:00",
            randomDelay: "10min",
          },
        },
        { activation: "restart", restartUnits: ["k3s.service"] },
      ),
    );
    expect(nightly.note).toBe("At *-*-* 04:00:00, up to 10min later.");
    expect(nightly.unverified).toBeUndefined();
    expect(rows(nightly)[0]).toMatch(
      /^k3s: k3s-v1\.32\.@v-%a\.raw from https:\/\/.*; then it is merged and k3s\.service restarts$/,
    );
    const byHand = stepOf(
      "extension-updates",
      updated({ updates: { schedule: "manual" } }),
    );
    expect(byHand.note).toContain("Only when somebody starts");
  });

  const dropin = (contents: string, name = "own.conf") => ({
    systemd: {
      units: [
        {
          name: "systemd-sysupdate.timer",
          enabled: true,
          dropins: [{ name, contents: `[Timer]\n${contents}` }],
        },
      ],
    },
  });
  const systemds = "at the times of systemd's own timer";
  const rule = {
    storage: {
      files: [{ path: "/etc/sysupdate.a.d/a.conf", contents: { inline: "" } }],
    },
  };
  const timed = (part: object) => {
    const text = JSON.stringify({ ...rule, ...part });
    return stepOf("extension-updates", { rest: { text } });
  };

  test.each([
    ["OnCalendar=Sun 03:00", `At Sun 03:00 and ${systemds}.`, 2],
    ["OnCalendar=\nOnCalendar=Sun 03:00", "At Sun 03:00.", 1],
    [
      "OnBootSec=\nOnCalendar=daily\nRandomizedDelaySec=1h",
      "At daily, up to 1h later.",
      0,
    ],
    [
      "OnCalendar=\nOnBootSec=5min\nOnUnitActiveSec=1h\nRandomizedDelaySec=0",
      "5min after the boot and 1h after each start.",
      0,
    ],
    ["OnCalendar=daily\nOnUnitActiveSec=", "Never by itself", 0],
    [
      "RandomizedDelaySec=10min",
      "At the times of systemd's own timer, up to 10min later.",
      1,
    ],
  ])("a drop-in for the timer with %j: %s", (contents, note, unknown) => {
    const found = timed(dropin(contents));
    expect(found.note).toContain(note);
    expect((found.unverified ?? "").split("Flatcar may have").length - 1).toBe(
      unknown,
    );
  });

  test("a timer is on by a link as well, has drop-ins that are files, and may be written anew", () => {
    const files = (unit: string) => ({
      storage: {
        files: [
          ...rule.storage.files,
          {
            path: `/etc/systemd/system/systemd-sysupdate.timer${unit}`,
            contents: { inline: "[Timer]\nOnCalendar=daily\n" },
          },
        ],
        links: [
          {
            path: "/etc/systemd/system/timers.target.wants/systemd-sysupdate.timer",
            target: "/usr/lib/systemd/system/systemd-sysupdate.timer",
          },
        ],
      },
    });
    expect(timed(files(".d/a.conf")).note).toBe(`At daily and ${systemds}.`);
    expect(timed(files(""))).toMatchObject({ note: "At daily." });
    expect(timed(files("")).unverified).toBeUndefined();
  });

  test.each([
    ["next-boot", {}, "it is used from the next boot on"],
    ["reboot", { coordinator: "kured" }, "then the flag for a reboot is set"],
    ["reboot", {}, "then a reboot is asked for"],
    ["reboot-now", {}, "then the node reboots"],
    ["refresh", {}, "then it is merged at once"],
  ])("a new image with %s and %j: %s", (activation, updates, expected) => {
    const given = updated({ updates }, { activation });
    expect(rows(stepOf("extension-updates", given))[0]).toContain(expected);
  });

  test("a rule that is fetched is not known", () => {
    const path = "/etc/sysupdate.tool.d/tool.conf";
    const config: IgnitionConfig = {
      ...empty,
      storage: {
        files: [{ path, contents: { source: "https://a/tool.conf" } }],
      },
    };
    const one = stepOf("extension-updates", {}, config);
    expect(one.note).toContain("Only when somebody starts");
    expect(rows(one)).toEqual([
      "tool: by a rule that is fetched; nothing asks for it",
    ]);
  });

  test.each([
    [{ strategy: "off" }, "Does not reboot for OS updates", ""],
    [{}, "Reboots when", "no reboot window"],
    [
      { windowStart: "Thu 04:00", windowLength: "1h" },
      "Reboots when",
      "From Thu 04:00 on, for 1h",
    ],
  ])("OS updates with %j reboot as told", (osUpdates, title, note) => {
    const one = stepOf("reboots", { osUpdates });
    expect(one.title).toContain(title);
    expect(one.note).toContain(note);
  });

  test("nothing asks for the OS where the server is off, and kured reboots where locksmithd is masked", () => {
    expect(order({ osUpdates: { server: "disabled" } })).toContain(
      "later os-updates",
    );
    expect(
      stepOf("reboots", { updates: { coordinator: "kured" } }).note,
    ).toContain("locksmithd is masked");
  });
});

test("a config that another stands in for is told as far as that", () => {
  expect(
    order(k3s, {
      ignition: {
        version: "3.4.0",
        config: { replace: { source: "https://example.com/a.ign" } },
      },
    }),
  ).toEqual(["initrd config", "initrd ~merge-configs"]);
});

test("a config inside the config is told, and what it stands in for is not", () => {
  const inside = { source: "data:,%7B%7D" };
  const ignition = (config: object): IgnitionConfig => ({
    ignition: { version: "3.4.0", config },
    kernelArguments: { shouldExist: ["quiet"] },
  });
  const replaced = ignition({
    replace: inside,
    merge: [{ source: "https://example.com/a.ign" }],
  });
  expect(order(k3s, replaced)).toEqual([
    "initrd config",
    "initrd merge-configs",
  ]);
  expect(rows(stepOf("merge-configs", k3s, replaced))).toEqual([
    "a config inside this one: stands in for this config",
  ]);
  const merged = ignition({ merge: [inside] });
  expect(order({}, merged).slice(0, 3)).toEqual([
    "initrd config",
    "initrd merge-configs",
    "initrd kernel-arguments",
  ]);
});

test("what lies beside an image is none, and a link may mask a unit", () => {
  const config: IgnitionConfig = {
    ...empty,
    storage: {
      files: ["a.raw", "a.verity", "a.roothash.p7s"].map((name) => ({
        path: `/var/lib/extensions/${name}`,
        contents: { source: "data:,a" },
      })),
      links: [
        {
          path: "/etc/systemd/system/locksmithd.service",
          target: "/dev/null",
        },
      ],
    },
  };
  expect(
    rows(stepOf("merge", {}, config)).filter((row) => /^a/.test(row)),
  ).toEqual(["a: an image without updates"]);
  expect(stepOf("reboots", {}, config).note).toContain("locksmithd is masked");
});

test("a release before Flatcar's own extensions fetches none", () => {
  const given = { extensions: { chosen: [{ id: "zfs" }] } };
  expect(order({ ...given, ...release("3510.3.8") })).not.toContain(
    "initrd ~official",
  );
  expect(order({ ...given, ...release("3913.0.0") })).toContain(
    "initrd ~official",
  );
});

test("a pointer is fetched before anything else", () => {
  const target = { handOver: "pointer", handOverFrom: "https://c/a.ign" };
  const first = stepOf("config", { target }, empty);
  expect(first.network).toBe(true);
  expect(rows(first)).toEqual(["https://c/a.ign: "]);
});

const examples = fileURLToPath(new URL("../../../examples/", import.meta.url));
test.each(readdirSync(examples).filter((name) => name.endsWith(".json")))(
  "every step of %s is told once and leads back to the config",
  (name) => {
    const parsed = parsePreset(
      JSON.parse(readFileSync(`${examples}${name}`, "utf8")),
    );
    if (!parsed.ok) throw new Error(parsed.error.sentence);
    const config = configOf(parsed.value)!;
    const steps = timelineOf(parsed.value, config).flatMap((one) => one.steps);
    const ids = steps.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { from } of steps.flatMap(({ items }) => items)) {
      let value: unknown = config;
      for (const key of from ?? [])
        value = (value as Record<string | number, unknown>)[key];
      expect(value, JSON.stringify(from)).toBeDefined();
    }
  },
);

test("whatever is accepted has a timeline", () => {
  fc.assert(
    fc.property(fc.oneof(storedPresets, soundPresets), (stored) => {
      const parsed = parsePreset(stored);
      const config = parsed.ok && configOf(parsed.value);
      if (!parsed.ok || !config) return;
      const steps = timelineOf(parsed.value, config).flatMap(
        (one) => one.steps,
      );
      for (const { title, items, failures } of steps) {
        expect(title).not.toContain("undefined");
        for (const { name, what } of items)
          expect(`${name} ${what ?? ""}`).not.toMatch(/undefined|\[object/);
        for (const { shows } of failures) expect(shows).toMatch(/[.”]$/);
      }
    }),
    { numRuns: 60 },
  );
});

describe("accounts", () => {
  const told = (user: object) => {
    const text = JSON.stringify({ passwd: { users: [user] } });
    return rows(stepOf("accounts", { rest: { text } }))[0];
  };

  test.each<[object, string]>([
    [
      {
        name: "app",
        uid: 1100,
        system: true,
        primary_group: "app",
        home_dir: "/srv/app",
        no_create_home: true,
        shell: "/sbin/nologin",
      },
      "app: an account of the system; number 1100; its group is app; no folder is made at /srv/app; with /sbin/nologin",
    ],
    [
      { name: "app", no_user_group: true, groups: ["docker"] },
      "app: no group of its own: it is in users; in docker",
    ],
    [
      { name: "app", no_create_home: true },
      "app: no folder is made at /home/app",
    ],
    [{ name: "app", home_dir: "/srv/app" }, "app: at home in /srv/app"],
    // What holds of new accounts alone changes nothing of one that is there.
    [
      { name: "core", system: true, no_create_home: true, no_user_group: true },
      "core: ",
    ],
    [{ name: "app", should_exist: false, uid: 7 }, "app: goes away"],
  ])("%j", (user, expected) => {
    expect(told(user)).toBe(expected);
  });
});

describe("a unit that a link starts", () => {
  const link = (unit: string, chosen: object[] = []) => ({
    extensions: { chosen },
    files: {
      links: [
        {
          path: `/etc/systemd/system/multi-user.target.wants/${unit}`,
          target: `/usr/lib/systemd/system/${unit}`,
        },
      ],
    },
  });
  const own = {
    id: "mytool",
    own: { url: "https://a.example.com/mytool.raw" },
  };
  const by = "by a link in multi-user.target.wants";

  test.each([
    ["iptables-restore.service", [], "services", "is one of the OS"],
    ["iptables-restore.service", [own], "services", "is, images or not"],
    ["getty@tty2.service", [], "services", "may be an instance"],
    ["docker.service", [], "read-again", "comes with the image of Docker"],
    ["mytool.service", [own], "read-again", "may come with an own image"],
  ])("%s with %j starts in %s: it %s", (unit, chosen, id) => {
    const given = link(unit, chosen);
    expect(rows(stepOf(id, given))).toContain(`${unit}: ${by}`);
    const other = id === "services" ? "read-again" : "services";
    const steps = timeline(given).flatMap(({ steps: all }) => all);
    const rest = steps.find((one) => one.id === other);
    expect(rest ? rows(rest) : []).not.toContain(`${unit}: ${by}`);
  });

  test("one of a layer that the config brings comes with it", () => {
    const given = {
      ...link("site.service"),
      layers: {
        directories: [
          {
            name: "site",
            files: [
              {
                path: "usr/lib/systemd/system/site.service",
                text: "[Service]\nExecStart=/bin/true\n",
              },
            ],
          },
        ],
      },
    };
    expect(rows(stepOf("read-again", given))).toContain(`site.service: ${by}`);
  });

  test("a unit of the OS that is only enabled starts with the others", () => {
    const units = [{ name: "iptables-restore.service", enabled: "yes" }];
    expect(rows(stepOf("services", { units: { units } }))).toContain(
      "iptables-restore.service: of the OS",
    );
  });
});
