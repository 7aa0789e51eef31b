import {
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import {
  cliAmongDocuments,
  good,
  json,
  machine,
  warned,
} from "./testing/documents";

const { at, cli, run, write } = cliAmongDocuments();

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
    [["machine.bu"], 0, machine],
    [["-p", "machine.bu"], 0, machine],
    [["-r", "machine.bu"], 0, json.replace("3.3", "3.4")],
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

  test("a document in UTF-16, which its byte order mark gives away", async () => {
    const little = Buffer.from(`\ufeff${good}`, "utf16le");
    writeFileSync(at("little.bu"), little);
    writeFileSync(at("big.bu"), Buffer.from(little).swap16());
    const utf8 = await run(["transpile", "good.bu"]);
    expect(utf8.status).toBe(0);
    for (const file of ["little.bu", "big.bu"]) {
      expect(await run(["transpile", file])).toEqual(utf8);
    }
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
