import { existsSync, readFileSync, readdirSync } from "node:fs";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { parsePreset, toStored } from "@/lib/preset";
import { encodeShare } from "@/lib/share/codec";
import { cliAmongDocuments, node } from "./testing/documents";

const { cli, at, write, run } = cliAmongDocuments();

const worker = {
  ...node,
  identity: { hostname: "{{host}}", timezone: "" },
};
const stored = JSON.stringify(toStored(worker, { secrets: "keep" }));
const table = "host;ip\nweb-1;10.0.0.1\nweb-2;10.0.0.2\n";
beforeAll(() => {
  // Once for all: the tests run side by side, and a file is empty while it is written anew.
  write("worker.json", stored);
  write("nodes.csv", "host\nweb-1\nweb-2\n");
  write("bad.csv", "host\nweb-1\nweb 2\nweb-3\nweb 4\n");
});
const entries = (file: string) =>
  Object.keys(unzipSync(readFileSync(at(file))));

describe.concurrent("kindling fleet", { timeout: 30_000 }, () => {
  test("writes an archive with what compose writes for each", async () => {
    const ran = await run(["fleet", "-o", "a.zip", "nodes.csv", "worker.json"]);
    expect(ran).toEqual({
      status: 0,
      stdout: "",
      stderr: "2 of 2 nodes were written\n",
    });
    const files = unzipSync(readFileSync(at("a.zip")));
    const alone = await run(["compose", "--ignition"], {
      stdin: stored.replace("{{host}}", "web-2"),
    });
    expect(`${new TextDecoder().decode(files["web-2/config.ign"])}\n`).toBe(
      alone.stdout,
    );
    expect(
      readdirSync(cli.folder).filter((name) => name.startsWith(".a.zip")),
    ).toEqual([]);
  });

  test("a table comes from standard input, a preset from a link", async () => {
    const link = encodeShare(worker).link;
    const ran = await run(["fleet", "-o", "b.zip", "-", link], {
      stdin: table,
    });
    expect(ran.status).toBe(0);
    expect(ran.stderr).toContain("<stdin>:1:1: warning: Nothing asks for");
    expect(entries("b.zip")).toContain("web-1/config.ign");
  });

  test("roles have a preset each, and --platform is for all", async () => {
    const ran = await run(
      [
        "fleet",
        "-u",
        "vmware",
        "-o",
        "c.zip",
        "-",
        "cp=worker.json",
        "w=worker.json",
      ],
      { stdin: "role,host\ncp,a\nw,b\nx,c\n" },
    );
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain(
      "<stdin>:4:1: error: node-3: There is no preset for the role x, only for cp, w.",
    );
    const kept = await run(
      [
        "fleet",
        "-ku",
        "vmware",
        "-o",
        "c.zip",
        "-",
        "cp=worker.json",
        "w=worker.json",
      ],
      { stdin: "role,host\ncp,a\nw,b\nx,c\n" },
    );
    expect(kept.status).toBe(0);
    expect(entries("c.zip").slice(0, 4)).toEqual([
      "a/config.ign",
      "a/guestinfo.txt",
      "b/config.ign",
      "b/guestinfo.txt",
    ]);
  });

  test("says once what is wrong with many, and writes nothing", async () => {
    const ran = await run(["fleet", "-o", "d.zip", "bad.csv", "worker.json"]);
    expect(ran.status).toBe(1);
    expect(ran.stderr).toMatch(
      /^bad\.csv:3:1: error: web 2: A hostname has no blanks .+ \(1 more alike\) \[identity\.hostname\]\n/,
    );
    expect(ran.stderr).toContain(
      "Nothing was written: 2 of 4 nodes have errors",
    );
    expect(existsSync(at("d.zip"))).toBe(false);
    const kept = await run([
      "fleet",
      "-k",
      "-o",
      "d.zip",
      "bad.csv",
      "worker.json",
    ]);
    expect(kept.status).toBe(0);
    expect(kept.stderr).toContain("2 of 4 nodes were written, 2 with errors\n");
    expect(entries("d.zip")).toHaveLength(5);
  });

  test("--keep-going without a node that is fine has failed", async () => {
    const args = ["fleet", "-k", "-o", "f.zip", "-", "worker.json"];
    const ran = await run(args, { stdin: "host\nweb 1\n" });
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain(
      "Nothing was written: every node has an error\n",
    );
    expect(existsSync(at("f.zip"))).toBe(false);
  });

  test("a terminal shows no row of the table", async () => {
    const args = ["fleet", "--color", "-c", "-", "worker.json"];
    const ran = await run(args, { stdin: "host,key\nweb 1,hunter2\n" });
    expect(ran.stderr).toContain("host,key");
    expect(ran.stderr).not.toContain("hunter2");
  });

  test("--check writes nothing", async () => {
    const ran = await run(["fleet", "-c", "bad.csv", "worker.json"]);
    expect(ran).toMatchObject({ status: 1, stdout: "" });
    expect(ran.stderr).toContain("2 of 4 nodes are fine, 2 with errors\n");
    expect(
      await run(["fleet", "-c", "nodes.csv", "worker.json"]),
    ).toMatchObject({ status: 0, stderr: "2 of 2 nodes are fine\n" });
  });

  test("--strict refuses warnings, and the old archive stays", async () => {
    const args = ["-o", "e.zip", "-", "worker.json"];
    await run(["fleet", ...args], { stdin: "host\na\n" });
    const before = readFileSync(at("e.zip"));
    const ran = await run(["fleet", "-s", ...args], { stdin: table });
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain("Nothing was written: there are warnings");
    expect(readFileSync(at("e.zip")).equals(before)).toBe(true);
  });

  test("--strict refuses a link without its secrets", async () => {
    const secret = parsePreset({
      kindling: 1,
      identity: { hostname: "{{host}}" },
      users: { users: [{ name: "core", passwordHash: "$y$j9T$SECRET" }] },
    });
    if (!secret.ok) throw new Error(secret.error.sentence);
    const { link } = encodeShare(secret.value);
    const ran = await run(["fleet", "-s", "-o", "g.zip", "-", link], {
      stdin: "host\na\n",
    });
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain("[users.users.0.passwordHash]");
    expect(ran.stderr).toContain("Nothing was written: there are warnings");
  });

  test("an unknown variable names its field", async () => {
    const ran = await run(["fleet", "-c", "-", "worker.json"], {
      stdin: "hots\na\n",
    });
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain("[identity.hostname]");
    expect(ran.stderr).toContain("Nothing was written: the table does not fit");
  });

  test.each([
    [["nodes.csv"], 2, "a table and a preset are needed"],
    [["nodes.csv", "worker.json", "worker.json"], 2, "one preset only"],
    [
      ["nodes.csv", "a=worker.json", "a=worker.json"],
      2,
      "two presets for the role a",
    ],
    [["-u", "nowhere", "nodes.csv", "worker.json"], 2, "unknown platform"],
    [["-", "a=-"], 2, "standard input can be read once only"],
    [["nodes.csv", "good.bu"], 1, "neither a preset nor a share link"],
    [["nowhere.csv", "worker.json"], 1, "cannot read nowhere.csv"],
    [
      ["-o", "no/such/a.zip", "nodes.csv", "worker.json"],
      1,
      "cannot write no/such/a.zip",
    ],
  ] as const)("%j ends with %i: %s", async (args, status, said) => {
    const ran = await run(["fleet", ...args]);
    expect(ran).toMatchObject({ status, stdout: "" });
    expect(ran.stderr).toContain(said);
    expect(ran.stderr).not.toMatch(/^ {4}at /m);
  });
});
