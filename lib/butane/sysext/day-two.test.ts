import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { dayTwo, type DayTwoId } from "./day-two";
import { extensions } from "./extensions";
import type { ChosenImage, NodeExtensions } from "./node";
import { chosen, emitted, node } from "./testing";

const docker = chosen({
  id: "docker",
  version: "28.0.4",
  updates: "any",
  activation: "restart",
  restartUnits: ["docker.service"],
});

function lines(
  one: ChosenImage,
  id: DayTwoId,
  surroundings: Partial<NodeExtensions> = {},
): string[] {
  const part = dayTwo(node(surroundings), one).find((each) => each.id === id);
  return part?.commands.map(({ command }) => command) ?? [];
}

test("what is held are the drop-ins that the config writes, under their own names", () => {
  for (const activation of ["next-boot", "reboot-now"] as const) {
    const image = { ...docker, activation };
    const [name] = emitted({ chosen: [image] }).dropins.map(
      ({ entry }) => entry.name,
    );
    const path = `/etc/systemd/system/systemd-sysupdate.service.d/${name}`;
    expect(lines(image, "hold")).toEqual([
      `sudo mv ${path} ${path}.held`,
      "sudo systemctl daemon-reload",
    ]);
    expect(lines(image, "release")[0]).toBe(`sudo mv ${path}.held ${path}`);
  }
});

test("the way back moves the link and brings it into use as an update does", () => {
  expect(lines(docker, "rollback")).toEqual([
    "ls -v /opt/extensions/docker",
    "VERSION=28.0.4",
    [
      'test -s "/opt/extensions/docker/docker-$VERSION-x86-64.raw"',
      'sudo ln -sfn "/opt/extensions/docker/docker-$VERSION-x86-64.raw" /etc/extensions/docker.raw',
      "sudo systemctl restart systemd-sysext.service",
      "sudo systemctl restart docker.service",
    ].join(" && "),
  ]);
});

test("a unit's name reaches systemd as it is", () => {
  const one = { ...docker, restartUnits: ["a\\x2db.service"] };
  const typed = lines(one, "rollback")
    .at(-1)!
    .replace(/^.* && sudo /, "echo ");
  const { stdout } = spawnSync("bash", ["-c", typed], { encoding: "utf8" });
  expect(stdout).toBe("systemctl restart a\\x2db.service\n");
});

test.each([
  ["none", "sudo systemctl reboot"],
  ["kured", "sudo touch /run/reboot-required"],
  ["locksmith", "sudo locksmithctl send-need-reboot"],
  ["fluo", "sudo locksmithctl send-need-reboot"],
] as const)("a coordinated reboot by %s: %s", (coordinator, command) => {
  const image = { ...docker, activation: "reboot" as const };
  expect(lines(image, "rollback", { coordinator }).at(-1)).toMatch(
    new RegExp(` && ${command}$`),
  );
});

test("a version is retracted by holding first, then going back", () => {
  expect(lines(docker, "retract")).toEqual([
    ...lines(docker, "hold"),
    ...lines(docker, "rollback"),
  ]);
});

test("what is on hold is fetched by hand, and brought into use by hand", () => {
  const held = { ...docker, hold: true };
  expect(lines(held, "update")).toEqual([
    "sudo /usr/lib/systemd/systemd-sysupdate -C docker check-new",
    "sudo /usr/lib/systemd/systemd-sysupdate -C docker update",
    "sudo systemctl restart systemd-sysext.service",
    "sudo systemctl restart docker.service",
  ]);
  expect(lines(held, "hold")).toEqual([]);
});

test("without updates another version comes from the bakery, by its hash", () => {
  const fixed = { ...docker, updates: "none" as const };
  const commands = lines(fixed, "update", { bakery: "https://b.example/x" });
  expect(commands).toContain(
    'sudo curl -fL --retry 3 -o "/opt/extensions/docker/docker-$VERSION-x86-64.raw.part" "https://b.example/x/docker-$VERSION-x86-64.raw"',
  );
  expect(commands.join("\n")).toContain(
    '"https://b.example/x/docker/SHA256SUMS" | grep -F " docker-$VERSION-x86-64.raw"',
  );
});

test("an own image without the architecture in its name keeps its name", () => {
  const tool = chosen({
    id: "tool",
    own: { url: "https://h/tool-1.2.0.raw", updatesFrom: "https://h/" },
    updates: "any",
  });
  expect(lines(tool, "rollback")[2]).toContain("/tool-$VERSION.raw");
});

test("Flatcar's own go with the OS", () => {
  const zfs = chosen({ id: "zfs", version: "" });
  expect(lines(zfs, "rollback")).toEqual([]);
  expect(lines(zfs, "off")[0]).toBe(
    "sudo sed -i '/^zfs$/d' /etc/flatcar/enabled-sysext.conf",
  );
});

test("what a text writes in its own way is held by the timer", () => {
  const theirs = {
    ...docker,
    written: {
      version: "28.0.4",
      architecture: "x86-64" as const,
      settings: true,
      entries: [],
    },
  };
  expect(lines(theirs, "hold")).toEqual([
    "sudo systemctl disable --now systemd-sysupdate.timer",
  ]);
  // Nobody knows where its images lie.
  expect(lines(theirs, "rollback")).toEqual([]);
});

test("every extension of the catalogue has lines that a shell can read", () => {
  for (const { id, kind } of extensions) {
    const one = chosen({
      id,
      version: kind === "bakery" ? "v1.2.3" : "",
      updates: kind === "bakery" ? "any" : "none",
    });
    const parts = dayTwo(node({}), one);
    expect(parts.length > 0, id).toBe(kind !== "builtin");
    for (const { commands } of parts) expectReadable(commands);
  }
});

const hostile = fc.oneof(
  fc.string(),
  fc.constantFrom('"; reboot; "', "$(reboot)", "`reboot`", "a\nreboot", "a b"),
);

test("whatever an image is called, no line has more in it than its name", () => {
  fc.assert(
    fc.property(
      hostile,
      hostile,
      hostile,
      fc.constantFrom("none", "any"),
      (id, version, from, updates) => {
        const one = chosen({ id, version, updates });
        const bakery = `https://b.example/${from}`;
        for (const { commands } of [
          ...dayTwo(node({ bakery }), one),
          ...dayTwo(node({ bakery }), { ...one, id: "tool" }),
          ...dayTwo(node({ bakery }), { ...one, id: "tool", version: "1.0" }),
        ])
          for (const { command } of commands)
            expect(command).not.toMatch(/[;`\n]|\$\(/);
      },
    ),
  );
});

test("a download that is not what was released does not get the name of an image", () => {
  const root = mkdtempSync(join(tmpdir(), "day-two-"));
  try {
    const folder = join(root, "opt/extensions/docker");
    mkdirSync(folder, { recursive: true });
    mkdirSync(join(root, "etc/extensions"), { recursive: true });
    const fixed = { ...docker, updates: "none" as const };
    const script = lines(fixed, "update")
      .join("\n")
      .replaceAll("sudo ", "")
      .replaceAll("/opt/", `${root}/opt/`)
      .replaceAll("/etc/", `${root}/etc/`);
    const list = join(root, "SHA256SUMS");
    // Stands in for the server: the list, or an image of one line.
    const curl = `curl() { case "$*" in *SHA256SUMS*) cat ${list};; *) echo "$TEXT" > "$5";; esac; }\nsystemctl() { :; }\n`;
    const run = (text: string) =>
      spawnSync("sh", ["-c", curl + script], {
        env: { ...process.env, TEXT: text },
      });
    const image = "docker-28.0.4-x86-64.raw";
    const hash = createHash("sha256").update("good\n").digest("hex");
    writeFileSync(list, `${hash}  ${image}\n`);
    run("half");
    expect(readdirSync(folder)).toEqual([`${image}.part`]);
    expect(readdirSync(join(root, "etc/extensions"))).toEqual([]);
    run("good");
    expect(readdirSync(folder)).toEqual([image]);
    expect(readlinkSync(join(root, "etc/extensions/docker.raw"))).toBe(
      join(folder, image),
    );
    // The image in use is left alone by one that is broken.
    run("half");
    expect(readFileSync(join(folder, image), "utf8")).toBe("good\n");
  } finally {
    rmSync(root, { recursive: true });
  }
});

test("the lines of going back, run by a shell, move the link", () => {
  const root = mkdtempSync(join(tmpdir(), "day-two-"));
  try {
    const folder = join(root, "opt/extensions/docker");
    mkdirSync(folder, { recursive: true });
    mkdirSync(join(root, "etc/extensions"), { recursive: true });
    for (const version of ["28.0.3", "28.0.4"])
      writeFileSync(join(folder, `docker-${version}-x86-64.raw`), version);
    const script = lines({ ...docker, activation: "refresh" }, "rollback")
      .join("\n")
      .replaceAll("sudo ", "")
      .replaceAll("/opt/", `${root}/opt/`)
      .replaceAll("/etc/", `${root}/etc/`);
    const restarted = join(root, "restarted");
    const systemctl = `systemctl() { touch ${restarted}; }\n`;
    const run = (text: string) => spawnSync("sh", ["-c", systemctl + text]);
    const link = () => readlinkSync(join(root, "etc/extensions/docker.raw"));
    run(script);
    expect(link()).toMatch(/docker-28\.0\.4-x86-64\.raw$/);
    run(script.replace("VERSION=28.0.4", "VERSION=28.0.3"));
    expect(link()).toMatch(/docker-28\.0\.3-x86-64\.raw$/);
    expect(existsSync(restarted)).toBe(true);
    rmSync(restarted);
    // A version that is not there leaves the link where it was, and restarts nothing.
    run(script.replace("VERSION=28.0.4", "VERSION=1.0"));
    expect(link()).toMatch(/docker-28\.0\.3-x86-64\.raw$/);
    expect(existsSync(restarted)).toBe(false);
  } finally {
    rmSync(root, { recursive: true });
  }
});

function expectReadable(commands: readonly { readonly command: string }[]) {
  const script = commands.map(({ command }) => command).join("\n");
  const { status, stderr } = spawnSync("sh", ["-n"], {
    input: script,
    encoding: "utf8",
  });
  expect(`${stderr}${script}`).toBe(script);
  expect(status).toBe(0);
}
