import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BuiltCli } from "./testing/built-cli";

const cli = new BuiltCli();

beforeAll(() => {
  cli.build();
  const node = {
    kindling: 1,
    extensions: {
      chosen: [
        { id: "kubernetes", version: "v1.34.1", updates: "patch" },
        { id: "tailscale", version: "v1.98.9", updates: "any" },
      ],
    },
  };
  writeFileSync(join(cli.folder, "node.json"), JSON.stringify(node));
  writeFileSync(
    join(cli.folder, "hostile.json"),
    JSON.stringify({
      kindling: 1,
      extensions: {
        chosen: [
          {
            id: "tool\nsudo reboot",
            own: { url: "https://h/tool-1.0.raw", updatesFrom: "" },
          },
        ],
      },
    }),
  );
  writeFileSync(
    join(cli.folder, "node.bu"),
    "variant: flatcar\nversion: 1.0.0\n",
  );
}, 30_000);
afterAll(() => cli.remove());

describe.concurrent("kindling operate", { timeout: 30_000 }, () => {
  test("prints the commands of every extension, as lines for a shell", async () => {
    const { status, stdout } = await cli.run(["operate", "node.json"]);
    expect(status).toBe(0);
    expect(stdout).toContain("### kubernetes\n");
    expect(stdout).toContain("### tailscale\n");
    for (const line of stdout.split("\n"))
      expect(line).toMatch(/^$|^#|^[\w./~-]+[ =]|^test /);
  });

  test("a name that is none does not become a line", async () => {
    const { status, stdout } = await cli.run(["operate", "hostile.json"]);
    expect(status).toBe(0);
    expect(stdout).toBe(
      "### tool sudo reboot\n\n# Its name is none that could stand in a command.\n",
    );
  });

  test("of one extension", async () => {
    const { stdout } = await cli.run([
      "operate",
      "-e",
      "tailscale",
      "node.json",
    ]);
    expect(stdout).not.toContain("### kubernetes");
    expect(stdout).toContain("## Go back to an older version\n");
  });

  test("plans the way to a newer minor version", async () => {
    const { status, stdout } = await cli.run([
      ...["operate", "--to", "v1.36", "node.json"],
    ]);
    expect(status).toBe(0);
    expect(stdout.match(/^### .*$/gm)).toEqual([
      "### v1.34 to v1.35",
      "### v1.35 to v1.36",
    ]);
    expect(stdout).toContain("## First control plane: on the node\n");
  });

  test.each([
    [["-e", "docker", "node.json"], "This node has no extension docker."],
    [["node.bu"], "This node has no extensions."],
    [["--to", "v1.99", "node.json"], "no minor version can be skipped"],
    [["-e", "tailscale", "--to", "v2.0", "node.json"], "an update is enough"],
  ])("%j is refused", async (args, sentence) => {
    const { status, stderr } = await cli.run(["operate", ...args]);
    expect(status).toBe(1);
    expect(stderr).toContain(sentence);
  });
});
