import { describe, expect, test } from "vitest";
import { cliAmongDocuments, json, key } from "./testing/documents";

const { run } = cliAmongDocuments();

describe.concurrent("kindling check", { timeout: 30_000 }, () => {
  test.each([
    ["good.bu", 0, /^good\.bu: info: .+\ngood\.bu: 1 note\n$/],
    [
      "warned.bu",
      0,
      /^warned\.bu:3:1: warning: .+\nwarned\.bu: info: .+\nwarned\.bu: 1 warning, 1 note\n$/,
    ],
    ["wrong.bu", 1, /^wrong\.bu:5:13: error: .+\nwrong\.bu: 1 error\n$/],
    ["node.json", 0, "node.json: no problems\n"],
  ] as const)("%s ends with %i", async (file, status, report) => {
    const ran = await run(["check", file]);
    expect(ran).toMatchObject({ status, stderr: "" });
    if (typeof report === "string") expect(ran.stdout).toBe(report);
    else expect(ran.stdout).toMatch(report);
  });

  test("of a Butane document it is said what Butane does not, with its place", async () => {
    const stdin = `variant: flatcar
version: 1.0.0
passwd:
  users:
    - {name: core, ssh_authorized_keys: ["${key}"]}
storage:
  files:
    - path: /usr/bin/a
      contents: {inline: a}
systemd:
  units:
    - name: systemd-sysupdate.service
      dropins:
        - name: a.conf
          contents: |
            [Service]
            ExecStartPost=systemd-sysext refresh
`;
    const { status, stdout } = await run(["check"], { stdin });
    expect(status).toBe(1);
    const lines = stdout.split("\n");
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^<stdin>:8:13: error: \/usr is read-only: .+ \[\$\.storage\.files\.0\.path\]$/,
      ),
    );
    expect(lines).toContainEqual(
      expect.stringMatching(/^<stdin>:15:21: error: systemd-sysext refresh /),
    );
    expect(lines).toContain("<stdin>: 2 errors");
  });

  test("nothing is said of a platform that nobody named, however long a document is", async () => {
    const long = Array.from({ length: 20_000 }, (_, at) => `${at % 977}`);
    const stdin = `variant: flatcar
version: 1.0.0
passwd: {users: [{name: core, ssh_authorized_keys: ["${key}"]}]}
storage:
  files:
    - path: /etc/a
      contents: {inline: "${long.join("")}"}
`;
    expect(await run(["check", "--strict"], { stdin })).toMatchObject({
      status: 0,
      stdout: "<stdin>: no problems\n",
    });
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

  test.each([
    ["3.0.0", 0, "no problems"],
    ["3.6.0", 0, "no problems"],
    ["3.7.0-experimental", 0, "no problems"],
    ["3.8.0", 1, "No Ignition spec `3.8.0` is known here"],
    ["2.3.0", 1, "A config of Ignition 2.3.0 is not checked here"],
  ])("Ignition %s ends with %i: %s", async (version, status, said) => {
    const stdin = JSON.stringify({ ignition: { version } });
    const ran = await run(["check"], { stdin });
    expect(ran).toMatchObject({ status, stderr: "" });
    expect(ran.stdout).toContain(said);
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
