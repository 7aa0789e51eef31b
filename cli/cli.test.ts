import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cliAmongDocuments } from "./testing/documents";

const { cli, run } = cliAmongDocuments();

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

  test.each(["transpile", "check", "compose", "fleet"])(
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
