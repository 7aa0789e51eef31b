import {
  chmodSync,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { platformById } from "@/lib/delivery/platforms";
import { userDataFor } from "@/lib/delivery/user-data";
import { emptyPreset, toStored, type Preset } from "@/lib/preset";
import { encodeShare } from "@/lib/share/codec";
import { BuiltCli } from "./testing";

const cli = new BuiltCli();
const at = (name: string) => join(cli.folder, name);
const write = (name: string, text: string) => writeFileSync(at(name), text);
const run: BuiltCli["run"] = (args, options) => cli.run(args, options);

const good = "variant: flatcar\nversion: 1.0.0\n";
const warned = `${good}foo: 1\n`;
const wrong = `${good}storage:\n  files:\n    - path: etc/motd\n`;
const json = '{"ignition":{"version":"3.3.0"}}\n';

const key =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl me@host";
const node: Preset = {
  ...emptyPreset(),
  identity: { hostname: "node-1", timezone: "" },
  users: {
    users: [{ name: "core", keys: [key], passwordHash: "", groups: [] }],
  },
};
const stored = JSON.stringify(toStored(node, { secrets: "keep" }));

beforeAll(() => {
  cli.build();
  write("good.bu", good);
  write("warned.bu", warned);
  write("wrong.bu", wrong);
  write("node.json", stored);
  mkdirSync(at("files/tree/bin"), { recursive: true });
  write("files/motd", "hello\n");
  write("files/tree/bin/tool", "#!/bin/sh\n");
  chmodSync(at("files/tree/bin/tool"), 0o755);
  symlinkSync("tool", at("files/tree/bin/alias"));
}, 30_000);
afterAll(() => cli.remove());

describe.concurrent("kindling", { timeout: 30_000 }, () => {
  test.each([
    [["--help"], 0, "stdout"],
    [["-h"], 0, "stdout"],
    [[], 2, "stderr"],
    [["frobnicate"], 2, "stderr"],
  ] as const)(
    "%j ends with %i and the usage on %s",
    async (args, status, where) => {
      const ran = await run(args);
      expect(ran.status).toBe(status);
      expect(ran[where]).toContain("Usage: kindling COMMAND");
      expect(ran[where === "stdout" ? "stderr" : "stdout"]).toBe("");
    },
  );

  test.each(["transpile", "check", "compose"])(
    "%s describes its options",
    async (command) => {
      const { status, stdout } = await run([command, "--help"]);
      expect(status).toBe(0);
      expect(stdout).toContain(`Usage: kindling ${command}`);
      expect(stdout).toMatch(/-s, --strict/);
      const { status: refused, stderr } = await run([command, "--nope"]);
      expect(refused).toBe(2);
      expect(stderr).toContain("unknown flag: --nope");
    },
  );

  test("is one file that runs by itself", () => {
    expect(readFileSync(cli.program, "utf8")).toMatch(
      /^#!\/usr\/bin\/env node\n/,
    );
    expect(statSync(cli.program).mode & 0o111).not.toBe(0);
    expect(readdirSync(join(cli.folder, "dist"))).toEqual(["kindling.mjs"]);
  });
});

// Options, streams and exit statuses are those of Butane 0.29.0.
describe.concurrent("kindling transpile", { timeout: 30_000 }, () => {
  test.each([
    [["good.bu"], 0, json],
    [["--", "good.bu"], 0, json],
    [["warned.bu"], 0, json],
    [
      ["-p", "good.bu"],
      0,
      '{\n  "ignition": {\n    "version": "3.3.0"\n  }\n}\n',
    ],
    [
      ["good.bu", "-pr"],
      0,
      '{\n  "ignition": {\n    "version": "3.3.0"\n  }\n}\n',
    ],
    [["--pretty=false", "--raw", "good.bu"], 0, json],
    [["-c", "good.bu"], 0, ""],
    [["-s", "good.bu"], 0, json],
    [["-s", "warned.bu"], 1, ""],
    [["-cs", "warned.bu"], 1, ""],
    [["wrong.bu"], 1, ""],
    [["-dfiles", "good.bu"], 0, json],
    [["--input", "good.bu"], 0, json],
    [["--color=never", "warned.bu"], 0, json],
  ] as const)("%j ends with %i", async (args, status, stdout) => {
    expect(await run(["transpile", ...args])).toMatchObject({ status, stdout });
  });

  test.each([
    [["good.bu", "warned.bu"], "one file at a time"],
    [["--input", "good.bu", "warned.bu"], "one file at a time"],
    [["-x"], "unknown shorthand flag: 'x' in -x"],
    [["--files-dir"], "flag needs an argument: --files-dir"],
    [["-d"], "flag needs an argument: -d"],
    [["--pretty=maybe", "good.bu"], 'invalid argument "maybe" for --pretty'],
    [["--constructor"], "unknown flag: --constructor"],
  ] as const)(
    "%j is a command line nobody understands",
    async (args, message) => {
      const { status, stderr } = await run(["transpile", ...args]);
      expect(status).toBe(2);
      expect(stderr).toContain("Usage: kindling transpile");
      expect(stderr).toContain(message);
    },
  );

  test.each([[[]], [["-"]]])("%j reads standard input", async (args) => {
    const ran = await run(["transpile", ...args], { stdin: warned });
    expect(ran).toMatchObject({ status: 0, stdout: json });
    expect(ran.stderr).toMatch(/^<stdin>:3:1: warning: .*\[\$\.foo\]\n$/);
  });

  test("a problem has file, line, column, sentence and path on one line", async () => {
    const { stderr } = await run(["transpile", "wrong.bu"]);
    expect(stderr).toMatch(
      /^wrong\.bu:5:13: error: .+ \[\$\.storage\.files\.0\.path\]\nError translating config: config generated was invalid\n$/,
    );
  });

  test("--raw-errors writes places as Butane does", async () => {
    const { stderr } = await run(["transpile", "--raw-errors", "wrong.bu"]);
    expect(stderr).toMatch(
      /^error at \$\.storage\.files\.0\.path, line 5 col 13: /,
    );
  });

  test("a person sees the line and a caret below the place", async () => {
    const { stderr } = await run(["transpile", "--color", "wrong.bu"]);
    const plain = stripVTControlCharacters(stderr);
    expect(stderr).not.toBe(plain);
    expect(plain).toContain(
      [
        "  --> wrong.bu:5:13 at $.storage.files.0.path",
        "   |",
        " 5 |     - path: etc/motd",
        "   |             ^^^^^^^^",
      ].join("\n"),
    );
  });

  test("a document cannot command the terminal", async () => {
    const { stderr } = await run(["transpile", "--color"], {
      stdin: `${good}"\\e[2J\u009b2J": 1 # \u009b2J\n`,
    });
    expect(stderr).toContain("2J");
    expect(stderr).not.toContain("\u001b[2J");
    expect(stderr).not.toContain("\u009b");
  });

  test("local files and trees come from --files-dir, links and modes kept", async () => {
    const stdin = `${good}storage:
  files:
    - path: /etc/motd
      contents:
        local: motd
  trees:
    - local: tree
`;
    const ran = await run(["transpile", "-d", "files"], { stdin });
    expect(ran.stderr).toBe("");
    expect(JSON.parse(ran.stdout).storage).toMatchObject({
      files: [
        { path: "/etc/motd", contents: { source: "data:,hello%0A" } },
        { path: "/bin/tool", mode: 0o755 },
      ],
      links: [{ path: "/bin/alias", target: "tool" }],
    });
    const without = await run(["transpile"], { stdin });
    expect(without).toMatchObject({ status: 1, stdout: "" });
  });

  test.each([
    ["../good.bu", "a path that leaves the directory"],
    ["missing", "a file that is not there"],
    ["tree", "a directory in place of a file"],
  ])("local: %s is an error at its line (%s)", async (local) => {
    const stdin = `${good}storage:\n  files:\n    - path: /a\n      contents:\n        local: ${local}\n`;
    const { status, stderr } = await run(["transpile", "-d", "files"], {
      stdin,
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^<stdin>:7:16: error: .+\[\$\.storage\.files\.0\.contents\.local\]\n/,
    );
  });

  test.each([
    [["nowhere.bu"], "cannot read nowhere.bu: no such file or directory\n"],
    [["files"], "cannot read files: it is a directory\n"],
    [
      ["good.bu/x"],
      "cannot read good.bu/x: a part of the path is not a directory\n",
    ],
    [
      ["-o", "nowhere/x", "good.bu"],
      "cannot write nowhere/x: no such file or directory\n",
    ],
    [["-o", "files", "good.bu"], "cannot write files: it is a directory\n"],
  ] as const)("%j says why and ends with 1", async (args, stderr) => {
    expect(await run(["transpile", ...args])).toEqual({
      status: 1,
      stdout: "",
      stderr,
    });
  });

  test("standard input that is a directory, and text that is none", async () => {
    const directory = openSync(cli.folder, "r");
    const ran = await run(["transpile"], {
      stdio: [directory, "pipe", "pipe"],
    });
    closeSync(directory);
    expect(ran).toMatchObject({
      status: 1,
      stderr: "cannot read standard input: it is a directory\n",
    });
    writeFileSync(at("latin.bu"), Buffer.from(`${good}# \xe9\n`, "latin1"));
    expect(await run(["transpile", "latin.bu"])).toMatchObject({
      status: 1,
      stderr: "cannot read latin.bu: it is not UTF-8 text\n",
    });
  });

  // Root may read everything, so only other people see this.
  test.skipIf(process.getuid?.() === 0)(
    "a file without permission",
    async () => {
      write("secret.bu", good);
      chmodSync(at("secret.bu"), 0);
      expect(await run(["transpile", "secret.bu"])).toMatchObject({
        status: 1,
        stderr: "cannot read secret.bu: permission denied\n",
      });
    },
  );

  describe("output", () => {
    test("an existing file is exchanged, its mode and its links stay", async () => {
      write("old.ign", "old");
      chmodSync(at("old.ign"), 0o600);
      symlinkSync("old.ign", at("link.ign"));
      const ran = await run(["transpile", "-o", "link.ign", "good.bu"]);
      expect(ran).toEqual({ status: 0, stdout: "", stderr: "" });
      expect(readFileSync(at("old.ign"), "utf8")).toBe(json);
      expect(statSync(at("old.ign")).mode & 0o777).toBe(0o600);
    });

    test("nothing is written when the config is wrong", async () => {
      await run(["transpile", "-o", "never.ign", "wrong.bu"]);
      expect(existsSync(at("never.ign"))).toBe(false);
    });

    test("a write that fails leaves the old file and nothing beside it", async () => {
      write("kept.ign", "old");
      const ran = await run(["transpile", "-o", "kept.ign", "good.bu"], {
        shell: "ulimit -f 0;",
      });
      expect(ran).toEqual({
        status: 1,
        stdout: "",
        stderr: "cannot write kept.ign: the file would be too large\n",
      });
      expect(readFileSync(at("kept.ign"), "utf8")).toBe("old");
      expect(
        readdirSync(cli.folder).filter((name) => name.startsWith(".kept")),
      ).toEqual([]);
    });

    test.skipIf(!existsSync("/dev/full"))("a full disk", async () => {
      expect(await run(["transpile", "-o", "/dev/full", "good.bu"])).toEqual({
        status: 1,
        stdout: "",
        stderr: "cannot write /dev/full: no space left on the device\n",
      });
      const full = openSync("/dev/full", "w");
      const ran = await run(["transpile", "good.bu"], {
        stdio: ["ignore", full, "pipe"],
      });
      const silent = await run(["transpile", "wrong.bu"], {
        stdio: ["ignore", "pipe", full],
      });
      closeSync(full);
      expect(ran).toMatchObject({
        status: 1,
        stderr:
          "cannot write to standard output: no space left on the device\n",
      });
      expect(silent).toMatchObject({ status: 1, stdout: "" });
    });

    test("a reader that went away ends it without a word", async () => {
      const ran = await run(["transpile"], { deaf: true, stdin: good });
      expect(ran).toEqual({ status: 141, stdout: "", stderr: "" });
    });

    test("more than a pipe holds arrives whole", async () => {
      const motd = "0123456789abcdef".repeat(40_000);
      const stdin = `${good}passwd:\n  users:\n    - name: core\n      gecos: ${motd}\n`;
      const { stdout } = await run(["transpile"], { stdin });
      expect(JSON.parse(stdout).passwd.users[0].gecos).toBe(motd);
    });
  });
});

describe.concurrent("kindling check", { timeout: 30_000 }, () => {
  test.each([
    ["good.bu", 0, "good.bu: no problems\n"],
    ["warned.bu", 0, /^warned\.bu:3:1: warning: .+\nwarned\.bu: 1 warning\n$/],
    ["wrong.bu", 1, /^wrong\.bu:5:13: error: .+\nwrong\.bu: 1 error\n$/],
    ["node.json", 0, "node.json: no problems\n"],
  ] as const)("%s ends with %i", async (file, status, report) => {
    const ran = await run(["check", file]);
    expect(ran).toMatchObject({ status, stderr: "" });
    if (typeof report === "string") expect(ran.stdout).toBe(report);
    else expect(ran.stdout).toMatch(report);
  });

  test("an Ignition config is checked by Ignition's rules", async () => {
    const fine = await run(["check"], { stdin: json });
    expect(fine).toMatchObject({ status: 0, stdout: "<stdin>: no problems\n" });
    const stdin = `{"ignition":{"version":"3.3.0"},\n"storage":{"files":[{"path":"etc"}]}}`;
    const { status, stdout } = await run(["check"], { stdin });
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^<stdin>:2:\d+: error: .+ \[\$\.storage\.files\.0\.path\]\n/,
    );
    const butane = await run(["check"], {
      stdin: '{"variant": "flatcar", "version": "1.0.0"}',
    });
    expect(butane).toMatchObject({ status: 0 });
  });

  test("warnings are errors under --strict", async () => {
    expect(await run(["check", "-s", "warned.bu"])).toMatchObject({
      status: 1,
    });
  });

  test("a preset's problem names its field", async () => {
    const bad = { kindling: 1, identity: { hostname: "not a name" } };
    const { status, stdout } = await run(["check", "-"], {
      stdin: JSON.stringify(bad),
    });
    expect(stdout).toContain("[identity.hostname]");
    expect(status).toBe(1);
  });

  test("a preset that is none has line and column", async () => {
    const stdin = '{"kindling": 1,\n "identity": {"hostname": 7}}';
    const { status, stdout } = await run(["check"], { stdin });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^<stdin>:2:27: error: .+ \[identity\.hostname\]\n/);
  });
});

describe.concurrent("kindling compose", { timeout: 30_000 }, () => {
  const { link } = encodeShare(node);

  test("writes Butane that transpiles to the Ignition it writes", async () => {
    const butane = await run(["compose", "node.json"]);
    expect(butane).toMatchObject({ status: 0, stderr: "" });
    expect(butane.stdout).toContain("path: /etc/hostname");
    const ignition = await run(["compose", "--ignition", "node.json"]);
    expect(await run(["transpile"], { stdin: butane.stdout })).toEqual(
      ignition,
    );
    const pretty = await run(["compose", "-ip", "node.json"]);
    expect(await run(["transpile", "-p"], { stdin: butane.stdout })).toEqual(
      pretty,
    );
  });

  test.each([
    [["node.json"], ""],
    [["-"], stored],
    [[], `${stored}\n`],
    [[link], ""],
    [[`#${link}`], ""],
    [[`https://kindling.example/#${link}`], ""],
    [[], `${link}\n`],
  ])("takes a preset as %j", async (args, stdin) => {
    const ran = await run(["compose", ...args], { stdin });
    expect(ran).toEqual(await run(["compose", "node.json"]));
  });

  test.each(["aws", "openstack", "vmware"])(
    "--user-data %s is what the platform gets, to the byte",
    async (id) => {
      const ignition = await run(["compose", "-i", "node.json"]);
      const { text } = userDataFor(
        platformById(id)!,
        ignition.stdout.trimEnd(),
        {
          name: "node-1",
          architecture: "x86-64",
          channel: "stable",
        },
      );
      const ran = await run([
        "compose",
        "--user-data",
        id,
        "-o",
        `${id}.out`,
        "node.json",
      ]);
      expect(ran).toEqual({ status: 0, stdout: "", stderr: "" });
      expect(readFileSync(at(`${id}.out`), "utf8")).toBe(text);
    },
  );

  test("a config that the platform does not take is refused", async () => {
    const big = {
      kindling: 1,
      rest: {
        text: `passwd:\n  users:\n    - name: core\n      gecos: ${"x".repeat(17_000)}\n`,
      },
    };
    const ran = await run(["compose", "-u", "aws", "-"], {
      stdin: JSON.stringify(big),
    });
    expect(ran).toMatchObject({ status: 1, stdout: "" });
    expect(ran.stderr).toContain("16,384");
  });

  test("what a link was made without is asked for", async () => {
    const users = [
      { name: "core", keys: [key], passwordHash: "$y$j9T$SECRET", groups: [] },
    ];
    const shared = encodeShare({ ...node, users: { users } }).link;
    const ran = await run(["compose", shared]);
    expect(ran.status).toBe(0);
    expect(ran.stderr).toMatch(
      /warning: .*password hash of core.* \[users\.users\.0\.passwordHash\]/,
    );
    expect(await run(["compose", "--strict", shared])).toMatchObject({
      status: 1,
      stdout: "",
    });
  });

  test.each([
    [[link.slice(0, -1)], "the link: error: This link is cut off"],
    [[`p1.x${link.slice(4)}`], "the link: error: This link is"],
    [["p9.AAAAAAAA"], "made by a newer Kindling"],
    [["good.bu"], "good.bu: error: This is neither a preset nor a share link."],
    [["-u", "nowhere", "node.json"], "unknown platform: nowhere"],
    [["-i", "-u", "aws", "node.json"], "exclude each other"],
  ])("%j is refused with a reason", async (args, message) => {
    const ran = await run(["compose", ...args]);
    expect(ran.status).toBeGreaterThan(0);
    expect(ran.stdout).toBe("");
    expect(ran.stderr).toContain(message);
    expect(ran.stderr).not.toMatch(/^ {4}at /m);
  });
});
