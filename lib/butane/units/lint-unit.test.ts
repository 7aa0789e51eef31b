import { describe, expect, test } from "vitest";
import { sectionsFor } from "../assist/unit-options";
import { lintUnit } from "./lint-unit";

/** What is said of a unit: code, line and column, and what should stand there. */
function said(name: string, text: string, role?: "dropin"): string[] {
  return lintUnit(name, text, role).map(
    ({ code, line, column, instead }) =>
      `${code} ${line}:${column}${instead ? ` ${instead}` : ""}`,
  );
}

const command = "[Service]\nExecStart=/bin/a\n";

test.each<[string, string, string, string[]]>([
  ["nothing wrong", "a.service", command, []],
  ["nothing in it", "a.service", "", []],
  ["a file that is no unit", "a.conf", "[Servce]\nA=b\n", []],
  [
    "a key with a slip",
    "a.service",
    `${command}Restrat=no\n`,
    ["key-unknown 3:1 Restart"],
  ],
  [
    "a key in another case",
    "a.service",
    `${command}  execstop=/bin/b\n`,
    ["key-unknown 3:3 ExecStop"],
  ],
  [
    "a key that nobody knows",
    "a.service",
    `${command}Zzzzzzzz=1\n`,
    ["key-unknown 3:1"],
  ],
  [
    "a key of another section",
    "a.service",
    `${command}WantedBy=multi-user.target\n`,
    ["key-elsewhere 3:1 Install"],
  ],
  [
    "a section with a slip",
    "a.service",
    `[unit]\nAfter=b.service\n${command}`,
    ["section-unknown 1:2 Unit"],
  ],
  [
    "a section of another type",
    "a.timer",
    `[Timer]\nOnCalendar=daily\n${command}`,
    ["section-of-other-type 3:2 Unit, Timer, Install"],
  ],
  [
    "a key before any section",
    "a.service",
    `After=b.service\n${command}`,
    ["outside-section 1:1"],
  ],
  [
    "keys and sections for others",
    "a.service",
    `${command}X-Mine=1\n[X-Mine]\nAny=1\n`,
    [],
  ],
  [
    "a word that is none",
    "a.service",
    `${command}Restart=allways\n`,
    ["value-unknown 3:9 always"],
  ],
  ["a filesystem", "a.mount", "[Mount]\nWhat=/a\nType=ext4\n", []],
  [
    "a switch that is none",
    "a.service",
    `${command}DynamicUser = maybe\n`,
    ["value-unknown 3:15"],
  ],
  ["a switch in capitals", "a.service", `${command}DynamicUser=Yes\n`, []],
  [
    "a line that goes on",
    "a.service",
    "[Service]\nExecStart=/bin/a \\\n# why\n  Restrat=no\nRestrat=no\n",
    ["key-unknown 5:1 Restart"],
  ],
  [
    "lines that end in \\r\\n",
    "a.service",
    "[Service]\r\nExecStart=/bin/a\r\nRestrat=no\r\n",
    ["key-unknown 3:1 Restart"],
  ],
])("%s: %s", (_, name, text, expected) => {
  expect(said(name, text)).toEqual(expected);
});

describe("limits", () => {
  test.each<[string, string, string[]]>([
    ["MEMLOCK", "infinity", []],
    ["MEMLOCK", "64M", []],
    ["MEMLOCK", "1G 512M", []],
    ["MEMLOCK", "64M:1.5G", []],
    ["MEMLOCK", "", []],
    ["MEMLOCK", "unlimited", ["infinity"]],
    ["MEMLOCK", "-1", ["infinity"]],
    ["MEMLOCK", "64mb", ["64M"]],
    ["MEMLOCK", "64MiB:infinity", ["64M:infinity"]],
    ["MEMLOCK", "512M 1G", [""]],
    ["MEMLOCK", "much", [""]],
    ["NOFILE", "1024:1048576", []],
    ["NOFILE", "1024:infinity", []],
    ["NOFILE", "infinity:1024", ["1024:infinity"]],
    ["NOFILE", "1048576:1024", ["1024:1048576"]],
    ["NOFILE", "1k", [""]],
    ["NOFILE", "1:2:3", [""]],
    ["NOFILE", "1024:", [""]],
    ["CPU", "1min 30s", []],
    ["CPU", "10 sec:infinity", []],
    ["CPU", "soon", [""]],
    ["RTTIME", "500ms", []],
    ["NICE", "-5", []],
    ["NICE", "+19", []],
    ["NICE", "20", []],
    ["NICE", "-21", [""]],
    ["NICE", "41", [""]],
  ])("Limit%s=%s", (name, value, expected) => {
    const faults = lintUnit(
      "a.service",
      `${command}Limit${name}=${value}\n`,
    ).map(({ code, instead }) => {
      expect(code).toBe("value-unknown");
      return instead ?? "";
    });
    expect(faults).toEqual(expected);
  });
});

describe("what systemd refuses as a whole", () => {
  test.each<[string, string, string[]]>([
    ["a.service", "[Service]\nUser=core\n", ["command-missing 1:1"]],
    ["a.service", "[Service]\nExecStart=\n", ["command-missing 1:1"]],
    ["a.service", "[Service]\nType=oneshot\nExecStop=/bin/a\n", []],
    [
      "a.service",
      "[Service]\nExecStart=/bin/a\nExecStart=/bin/b\n",
      ["command-several 3:11"],
    ],
    [
      "a.service",
      "[Service]\nType=oneshot\nExecStart=/bin/a\nExecStart=/bin/b\n",
      [],
    ],
    [
      "a.service",
      "[Service]\nExecStart=/bin/a\nExecStart=\nExecStart=/b\n",
      [],
    ],
    [
      "a.service",
      "[Service]\nType=oneshot\nExecStart=/bin/a\nRestart=always\n",
      ["oneshot-restart 4:9 on-failure"],
    ],
    [
      "a.service",
      "[Service]\nExecStart=/bin/a && /bin/b\n",
      ["command-shell 2:11"],
    ],
    ["a.service", "[Service]\nExecStart=/bin/sh -c 'a && b'\n", []],
    ["a.service", "[Service]\nExecStart=/bin/bash -ec a && b\n", []],
    ["a.service", '[Service]\nExecStart=/bin/a "b\n', ["quote-open 2:11"]],
    [
      "a.service",
      `${command}ExecStartPost=-/bin/a it's\n`,
      ["quote-open 3:15"],
    ],
    ["a.service", '[Service]\nExecStart=/bin/a \\\\" b\n', ["quote-open 2:11"]],
    ["a.service", "[Service]\nExecStart=/bin/a 'b\\'c\" \\\" d'\n", []],
    ["a.service", '[Service]\nExecStart=/bin/a "it\'s" \\"\n', []],
    ["a.service", `[Unit]\nDescription=it's\n${command}`, []],
    ["a.timer", "[Unit]\nDescription=a\n", ["trigger-missing 1:1"]],
    ["a.socket", "[Socket]\nAccept=yes\n", ["trigger-missing 1:1"]],
    ["a.path", "[Path]\nUnit=b.service\n", ["trigger-missing 1:1"]],
    ["a.mount", "[Mount]\nWhere=/a\n", ["mount-what 1:1"]],
    [
      "a.mount",
      "[Mount]\nWhat=/dev/b\nWhere=/var/lib/a-b\n",
      ["mount-where 3:7 var-lib-a\\x2db.mount"],
    ],
    ["var-lib-a\\x2db.mount", "[Mount]\nWhat=b\nWhere=/var/lib/a-b/\n", []],
    ["a.swap", "[Swap]\nPriority=1\n", ["mount-what 1:1"]],
    [
      "a.service",
      `[Unit]\nAfter=b.service network-online.target\n${command}`,
      ["order-alone 2:7"],
    ],
    [
      "a.service",
      `[Unit]\nAfter=network-online.target\nWants=network-online.target\n${command}`,
      [],
    ],
    ["a.target", "[Unit]\nDescription=a\n", []],
  ])("%s %j", (name, text, expected) => {
    expect(said(name, text)).toEqual(expected);
  });
});

test.each<[string, string[]]>([
  ["[Service]\nEnvironment=A=1\n", []],
  ["[Service]\nExecStart=/bin/b\n", ["command-added 2:11"]],
  ["[Service]\nExecStart=\nExecStart=/bin/b\n", []],
  ["[Unit]\nAfter=network-online.target\n", []],
  ["[Service]\nEnviroment=A=1\n", ["key-unknown 2:1 Environment"]],
])("a drop-in is only a part of a unit: %j", (text, expected) => {
  expect(said("a.service", text, "dropin")).toEqual(expected);
});

test("a long unit is read in no time that grows faster than it", () => {
  const lines = (count: number) =>
    `[Service]\nExecStart=/bin/a\n${"Environment=A=1\n".repeat(count)}`;
  const time = (count: number) => {
    const text = lines(count);
    const start = performance.now();
    lintUnit("a.service", text);
    return performance.now() - start;
  };
  time(2000);
  const least = (count: number) =>
    Math.min(...Array.from({ length: 5 }, () => time(count)));
  expect(least(40_000)).toBeLessThan(40 * Math.max(least(4_000), 0.2));
});

test.each([
  "service",
  "socket",
  "timer",
  "mount",
  "automount",
  "swap",
  "path",
  "target",
])(
  "every key that the editor offers for a %s is one that systemd knows",
  (type) => {
    const sections = sectionsFor(`a.${type}`)!;
    const offered = Object.entries(sections).flatMap(([section, keys]) =>
      Object.keys(keys).map((key) => `[${section}]\n${key}=\n`),
    );
    expect(offered.length).toBeGreaterThan(5);
    expect(
      offered.flatMap((text) => lintUnit(`a.${type}`, text, "dropin")),
    ).toEqual([]);
  },
);
