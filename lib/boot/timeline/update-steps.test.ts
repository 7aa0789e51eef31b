import { describe, expect, test } from "vitest";
import type { IgnitionConfig } from "@/lib/butane";
import { empty, order, rows, stepOf } from "./testing";

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
