import { beforeAll, describe, expect, test } from "vitest";
import { emptyPreset, toStored, type Preset } from "@/lib/preset";
import { encodeShare } from "@/lib/share/codec";
import { cliAmongDocuments, good, json } from "./testing/documents";

const { run, write } = cliAmongDocuments();
const node = (version: string, hostname: string): Preset => ({
  ...emptyPreset(),
  identity: { hostname, timezone: "" },
  users: {
    users: [
      {
        name: "core",
        keys: [],
        groups: [],
        passwordHash: `$y$${hostname}-HASH`,
      },
    ],
  },
  extensions: {
    ...emptyPreset().extensions,
    chosen: [
      {
        id: "kubernetes",
        version,
        hash: "",
        updates: "none",
        activation: "reboot",
        keep: 3,
        params: {},
      },
    ],
  },
});
const [one, other] = [node("v1.32.2", "a"), node("v1.32.6", "b")];

beforeAll(() => {
  write("one.json", JSON.stringify(toStored(one, { secrets: "keep" })));
  write("other.json", JSON.stringify(toStored(other, { secrets: "keep" })));
  write(
    "motd.bu",
    `${good}storage: {files: [{path: /etc/motd, contents: {inline: "hi\\n"}}]}\n`,
  );
  write(
    "disk.bu",
    `${good}storage: {disks: [{device: /dev/sdb, wipe_table: true}]}\n`,
  );
  for (const login of ["one", "other"])
    write(
      `${login}.bu`,
      `${good}storage:\n  files:\n    - path: /opt/a\n      contents:\n        source: "https://me:${login}-SECRET@h/a"\n`,
    );
  write("config.ign", json);
  write("note.txt", "hello\n");
});

describe.concurrent("kindling diff", { timeout: 30_000 }, () => {
  test("says what is different, and what it takes", async () => {
    const { status, stdout, stderr } = await run([
      "diff",
      "one.json",
      "other.json",
    ]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("  ~ Kubernetes (kubeadm) v1.32.2 → v1.32.6\n");
    expect(stdout).toContain("  ~ Hostname a → b\n");
    expect(stdout).toContain("  ~ The password of core is another one\n");
    expect(stdout).toContain("\nOn a running node\n");
    expect(stdout).toContain("\nsudo hostnamectl set-hostname b\n");
    expect(stdout).not.toContain("HASH");
  });

  test("--commands gives what a shell reads, and nothing else", async () => {
    const { stdout } = await run(["diff", "-c", "good.bu", "motd.bu"]);
    expect(stdout).toBe(
      "# Write\n# Writes /etc/motd.\nsudo install -D -m 0644 /dev/stdin /etc/motd <<'EOF'\nhi\nEOF\n",
    );
  });

  test("--text compares line by line", async () => {
    const { stdout } = await run(["diff", "--text", "one.json", "other.json"]);
    expect(stdout).toContain("\n-      password_hash: (secret 1)\n");
    expect(stdout).toContain("\n+      password_hash: (secret 2)\n");
    expect(stdout).toMatch(/^@@ -4 \+4 @@\n passwd:\n/);
  });

  test.each([
    [
      "--color=never",
      "fetched from https://(login 1)@h/a → https://(login 2)@h/a\n",
    ],
    [
      "--text",
      '-        source: "https://(login 1)@h/a"\n+        source: "https://(login 2)@h/a"\n',
    ],
    ["--commands", " --netrc-file ~/.netrc -o /opt/a.part https://h/a &&\n"],
  ])(
    "%s shows no login of an address, and that it is another one",
    async (flag, lines) => {
      const { stdout } = await run(["diff", flag, "one.bu", "other.bu"]);
      expect(stdout).toContain(lines);
      expect(stdout).not.toMatch(/me:|SECRET/);
    },
  );

  test.each([
    [["good.bu", "good.bu"], 0, "No difference\n"],
    [["--exit-code", "good.bu", "good.bu"], 0, "No difference\n"],
    [["-t", "good.bu", "good.bu"], 0, /^$/],
    [
      ["--exit-code", "good.bu", "motd.bu"],
      1,
      /^Files\n {2}\+ File \/etc\/motd added\n/,
    ],
    [["good.bu", "disk.bu"], 0, /\nOnly a node that is set up anew has this\n/],
    [["--color", "good.bu", "motd.bu"], 0, "\u001b[32m  + File"],
    [["good.bu", "config.ign"], 0, "No difference\n"],
  ] as const)("%j ends with %i", async (args, status, stdout) => {
    const ran = await run(["diff", ...args]);
    expect(ran).toMatchObject({ status, stderr: "" });
    if (typeof stdout === "string") expect(ran.stdout).toContain(stdout);
    else expect(ran.stdout).toMatch(stdout);
  });

  test("a link and standard input are nodes as well", async () => {
    const { status, stdout } = await run(
      ["diff", `https://kindling.example/#${encodeShare(one).link}`, "-"],
      { stdin: JSON.stringify(toStored(other, { secrets: "keep" })) },
    );
    expect(status).toBe(0);
    expect(stdout).toContain("Kubernetes (kubeadm) v1.32.2 → v1.32.6");
  });

  test.each([
    [["good.bu", "note.txt"], 1, /^cannot compare note\.txt: /],
    [["good.bu", "nowhere"], 1, /^cannot read nowhere: no such file/],
    [["good.bu"], 2, /two nodes: FROM and TO\n$/],
    [["-", "-"], 2, /standard input can be one of the two only\n$/],
    [["-t", "-c", "a", "b"], 2, /exclude each other\n$/],
  ] as const)("%j ends with %i and says why", async (args, status, stderr) => {
    const ran = await run(["diff", ...args]);
    expect(ran).toMatchObject({ status, stdout: "" });
    expect(ran.stderr).toMatch(stderr);
  });
});
