import { beforeAll, describe, expect, test } from "vitest";
import { cliAmongDocuments } from "./testing/documents";

const { run, write } = cliAmongDocuments();
const k3s = JSON.stringify({
  kindling: 1,
  target: { release: "4593.2.5" },
  identity: { hostname: "node-1" },
  extensions: { chosen: [{ id: "k3s", version: "v1.32.2+k3s1" }] },
});

beforeAll(() => {
  write("k3s.json", k3s);
  write(
    "link.bu",
    'variant: flatcar\nversion: 1.0.0\nstorage:\n  links: [{path: /a, target: "/b\\e[31m\\n0644"}]\n',
  );
  write(
    "disks.bu",
    `variant: flatcar
version: 1.0.0
storage:
  luks: [{name: secret, device: /dev/sdb, wipe_volume: true}]
  filesystems:
    - {device: /dev/mapper/secret, format: ext4, path: /srv/secret, wipe_filesystem: true}
`,
  );
  write("broken.bu", "variant: flatcar\nversion: 9\n");
});

describe.concurrent("kindling boot", { timeout: 30_000 }, () => {
  test("tells the steps of a preset in order", async () => {
    const { status, stdout } = await run(["boot", "k3s.json"]);
    expect(status).toBe(0);
    const steps = stdout.split("\n").filter((line) => /^ {2}\* /.test(line));
    expect(steps.slice(0, 3)).toEqual([
      "  * Ignition reads the config",
      "  * Fetches 1 file (needs the network)",
      "  * Writes 1 file, 2 links",
    ]);
    expect(stdout).toContain("\nThe system starts\n");
    expect(stdout).toContain(
      "    - k3s.service: by a link in multi-user.target.wants",
    );
  });

  test("lists the files of a Butane document, and commands no terminal", async () => {
    const { status, stdout } = await run(["boot", "--files", "link.bu"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^- {4}0:0 {12}\/a -> \/b\ufffd\[31m\ufffd0644$/m);
    expect(stdout).toMatch(/\/usr\/bin\/docker \(Docker\)$/m);
  });

  test("lists what disks and encryption leave, and what is not known yet", async () => {
    const { stdout } = await run(["boot", "--files", "disks.bu"]);
    expect(
      stdout.split("\n").filter((line) => /secret|etc/.test(line)),
    ).toEqual([
      "0700 0:0            /etc/luks/",
      "0600 0:0            /etc/luks/secret (a random key)",
      "0600 0:0            /etc/crypttab (with a UUID that is known on the first boot)",
      "0755 0:0            /srv/secret/ (the ext4 on /dev/mapper/secret)",
      "0700 0:0            /srv/secret/lost+found/",
    ]);
  });

  test("writes the steps as JSON", async () => {
    const { stdout } = await run(["boot", "--json"], {
      stdin: k3s,
    });
    const phases = JSON.parse(stdout) as { id: string }[];
    expect(phases.map(({ id }) => id)).toEqual(["initrd", "start", "later"]);
  });

  test("says why there is no first boot", async () => {
    const { status, stderr, stdout } = await run(["boot", "broken.bu"]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("error");
    const other = await run(["boot"], {
      stdin: "variant: fcos\nversion: 1.5.0\n",
    });
    expect(other.status).toBe(1);
    expect(other.stderr).toContain("told of Flatcar alone");
    const both = await run(["boot", "--files", "--json", "k3s.json"]);
    expect(both.status).toBe(2);
  });
});
