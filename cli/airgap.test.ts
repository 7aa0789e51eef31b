import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { cliAmongDocuments } from "./testing/documents";

const { at, run } = cliAmongDocuments();

const hash = `sha256-${"a".repeat(64)}`;
const stored = JSON.stringify({
  kindling: 1,
  target: { platform: "vultr", release: "4593.2.5" },
  identity: { hostname: "node-1" },
  extensions: {
    chosen: [
      { id: "wasmtime", version: "v47.0.2", hash, updates: "any" },
      { id: "podman" },
    ],
  },
});
const image =
  "https://extensions.flatcar.org/extensions/wasmtime-v47.0.2-x86-64.raw";

describe.concurrent("kindling airgap", { timeout: 30_000 }, () => {
  test("lists what the node fetches, one line each", async () => {
    const ran = await run(["airgap"], { stdin: stored });
    expect(ran).toMatchObject({ status: 0, stderr: "" });
    const lines = ran.stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^Extension image +first boot +hash +https:/);
    expect(lines[0]).toContain(image);
    expect(ran.stdout).toContain("flatcar-podman.gz");
  });

  test("--json says where each lies in the mirror, --sums what is known of it, --script fetches it", async () => {
    const json = await run(["airgap", "--json"], { stdin: stored });
    expect(JSON.parse(json.stdout)[0]).toEqual({
      url: image,
      kind: "image",
      when: "first-boot",
      hash,
      extension: "wasmtime",
      path: "extensions/wasmtime-v47.0.2-x86-64.raw",
    });
    const sums = await run(["airgap", "--sums"], { stdin: stored });
    expect(sums.stdout).toBe(
      `${"a".repeat(64)}  extensions/wasmtime-v47.0.2-x86-64.raw\n`,
    );
    const script = await run(["airgap", "--script"], { stdin: stored });
    expect(script.stdout).toMatch(/^#!\/bin\/sh\n/);
    expect(script.stdout).toContain(
      `get extensions/wasmtime-v47.0.2-x86-64.raw ${image} ${hash}\n`,
    );
  });

  test("--mirror writes a preset of which --check finds nothing public", async () => {
    writeFileSync(at("open.json"), stored);
    const before = await run(["airgap", "--check", "open.json"]);
    expect(before.status).toBe(1);
    expect(before.stderr).toContain(`public: ${image} (extension image)`);
    const moved = await run([
      "airgap",
      "--mirror=https://mirror.lan",
      "-o",
      "closed.json",
      "open.json",
    ]);
    expect(moved).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(JSON.parse(readFileSync(at("closed.json"), "utf8"))).toMatchObject({
      target: { mirror: "https://mirror.lan/" },
      extensions: { bakery: "https://mirror.lan/extensions/" },
      osUpdates: { server: "disabled" },
    });
    const after = await run(["airgap", "--check", "closed.json"]);
    expect(after).toMatchObject({ status: 0, stderr: "" });
    expect(after.stdout).not.toContain("flatcar.org");
  });

  test("of a node without a config nobody knows what it fetches, and --check does not pass it", async () => {
    const stdin = JSON.stringify({
      kindling: 1,
      rest: { text: "passwd:\n  users:\n    - name: 1\n    - name: 1\n" },
    });
    for (const args of [["--check"], ["--mirror=https://mirror.lan"]]) {
      const ran = await run(["airgap", ...args], { stdin });
      expect(ran).toMatchObject({ status: 1, stdout: "" });
      expect(ran.stderr).toContain("has no Ignition config");
    }
  });

  test(
    "logins in addresses are printed nowhere, and kept in the preset that is written",
    { timeout: 120_000 },
    async () => {
      const [secret, other] = ["hunter2-file", "hunter2-text"];
      const stdin = JSON.stringify({
        kindling: 1,
        target: { platform: "vultr" },
        files: {
          files: [
            {
              path: "/opt/a.bin",
              contents: {
                kind: "fetch",
                source: `https://me:${secret}@files.example/a.bin`,
              },
            },
            {
              path: "/etc/b.conf",
              contents: {
                kind: "text",
                text: `from=https://me:${other}@b.example/\n`,
              },
            },
          ],
        },
      });
      const printed = async (way: string) => {
        const { stdout, stderr } = await run(["airgap", way], { stdin });
        expect(stdout + stderr).not.toContain("hunter2");
        return stdout;
      };
      expect(await printed("--check")).toContain(
        "https://files.example/a.bin (login left out)",
      );
      expect(JSON.parse(await printed("--json"))).toContainEqual({
        url: "https://files.example/a.bin",
        login: true,
        kind: "file",
        when: "first-boot",
        path: "files.example/a.bin",
      });
      expect(await printed("--script")).toContain(
        "\nwith_login get files.example/a.bin https://files.example/a.bin\n",
      );
      const moved = await run(["airgap", "--mirror=https://mirror.lan"], {
        stdin,
      });
      expect(moved.stdout).toContain("https://mirror.lan/files.example/a.bin");
      expect(moved.stdout).not.toContain(secret);
      expect(moved.stdout).toContain(other);
    },
  );

  test.each([
    [["--script", "--sums"], 2, "exclude each other"],
    [["--mirror", "mirror"], 2, "--mirror is an http or https address"],
    [["--mirror=https://m.lan/?a=b"], 2, "address of a folder"],
    [["a", "b"], 2, "one preset at a time"],
    [["good.bu"], 1, "neither a preset nor a share link"],
  ])("%j is refused", async (args, status, why) => {
    const ran = await run(["airgap", ...args]);
    expect(ran).toMatchObject({ status, stdout: "" });
    expect(ran.stderr).toContain(why);
  });
});
