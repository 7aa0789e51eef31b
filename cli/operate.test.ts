import { beforeAll, describe, expect, test } from "vitest";
import { cliAmongDocuments } from "./testing/documents";

const { run, write } = cliAmongDocuments();

beforeAll(() => {
  const cluster = {
    kindling: 1,
    extensions: {
      chosen: [
        { id: "kubernetes", version: "v1.34.1", updates: "patch" },
        { id: "tailscale", version: "v1.98.9", updates: "any" },
      ],
    },
  };
  write("cluster.json", JSON.stringify(cluster));
  write(
    "hostile.json",
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
});

describe.concurrent("kindling operate", { timeout: 30_000 }, () => {
  test("prints the commands of every extension, as lines for a shell", async () => {
    const { status, stdout } = await run(["operate", "cluster.json"]);
    expect(status).toBe(0);
    expect(stdout).toContain("### kubernetes\n");
    expect(stdout).toContain("### tailscale\n");
    for (const line of stdout.split("\n"))
      expect(line).toMatch(/^$|^#|^[\w./~-]+[ =]|^test /);
  });

  test("a name that is none does not become a line", async () => {
    const { status, stdout } = await run(["operate", "hostile.json"]);
    expect(status).toBe(0);
    expect(stdout).toBe(
      "### tool sudo reboot\n\n# Its name is none that could stand in a command.\n",
    );
  });

  test("of one extension", async () => {
    const { stdout } = await run([
      "operate",
      "-e",
      "tailscale",
      "cluster.json",
    ]);
    expect(stdout).not.toContain("### kubernetes");
    expect(stdout).toContain("## Go back to an older version\n");
  });

  test("plans the way to a newer minor version", async () => {
    const { status, stdout } = await run([
      ...["operate", "--to", "v1.36", "cluster.json"],
    ]);
    expect(status).toBe(0);
    expect(stdout.match(/^### .*$/gm)).toEqual([
      "### v1.34 to v1.35",
      "### v1.35 to v1.36",
    ]);
    expect(stdout).toContain("## First control plane: on the node\n");
  });

  test.each([
    [["-e", "docker", "cluster.json"], "This node has no extension docker."],
    [["good.bu"], "This node has no extensions."],
    [["--to", "v1.99", "cluster.json"], "no minor version can be skipped"],
    [
      ["-e", "tailscale", "--to", "v2.0", "cluster.json"],
      "an update is enough",
    ],
  ])("%j is refused", async (args, sentence) => {
    const { status, stderr } = await run(["operate", ...args]);
    expect(status).toBe(1);
    expect(stderr).toContain(sentence);
  });
});
