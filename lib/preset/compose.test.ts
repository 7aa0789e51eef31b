import { expect, test } from "vitest";
import { transpile } from "@/lib/butane";
import { compose } from "./compose";
import { parsePreset } from "./parse-preset";
import type { Preset } from "./preset";

function presetOf(stored: object): Preset {
  const read = parsePreset({ kindling: 1, ...stored });
  if (!read.ok) throw new Error(read.error.sentence);
  return read.value;
}

/** The text of a file on the node, out of the Ignition config. */
function fileOn(stored: object, path: string): string | undefined {
  const config = transpile(compose(presetOf(stored)).text).ignition as {
    storage?: { files?: { path: string; contents?: { source?: string } }[] };
  };
  const source = config.storage?.files?.find((file) => file.path === path)
    ?.contents?.source;
  return source === undefined
    ? undefined
    : decodeURIComponent(source.replace(/^data:,/, ""));
}

const text = (stored: object) => compose(presetOf(stored)).text;

test("a node on which nothing was chosen is a header", () => {
  expect(text({})).toBe("variant: flatcar\nversion: 1.0.0\n");
  expect(text({ target: { spec: "1.1.0" } })).toBe(
    "variant: flatcar\nversion: 1.1.0\n",
  );
});

test("hostname and time zone replace what an agent may have written before", () => {
  expect(text({ identity: { hostname: "node-1", timezone: "Europe/Berlin" } }))
    .toBe(`variant: flatcar
version: 1.0.0

storage:
  files:
    - path: /etc/hostname
      mode: 0644
      overwrite: true
      contents:
        inline: |
          node-1
  links:
    - path: /etc/localtime
      target: /usr/share/zoneinfo/Europe/Berlin
      overwrite: true
`);
});

test("a user's groups are joined the way each of them can be", () => {
  const { text, origins } = compose(
    presetOf({
      users: {
        users: [
          {
            name: "alice",
            keys: ["ssh-ed25519 A a@b"],
            groups: ["sudo", "wheel", "dev"],
          },
        ],
      },
    }),
  );
  expect(text).toBe(`variant: flatcar
version: 1.0.0

passwd:
  users:
    - name: alice
      ssh_authorized_keys:
        - ssh-ed25519 A a@b
      groups:
        - wheel
        - dev
  groups:
    - name: dev

storage:
  files:
    # sudo is a group of the image, where usermod cannot add members.
    - path: /etc/userdb/alice:sudo.membership
      mode: 0644
      contents:
        inline: " "
`);
  expect(origins).toContainEqual({
    path: ["passwd", "users", 0, "groups", 1],
    field: ["users", "users", 0, "groups", 2],
  });
  expect(origins).toContainEqual({
    path: ["storage", "files", 0],
    field: ["users", "users", 0, "groups", 0],
  });
});

test("update.conf holds what differs, in quotes where a blank would end the value", () => {
  const stored = {
    osUpdates: {
      group: "beta",
      server: "https://updates.example.com/v1/update/",
      strategy: "reboot",
      windowStart: "Thu 04:00",
      windowLength: "1h",
    },
  };
  expect(fileOn(stored, "/etc/flatcar/update.conf")).toBe(`GROUP=beta
SERVER=https://updates.example.com/v1/update/
REBOOT_STRATEGY=reboot
LOCKSMITHD_REBOOT_WINDOW_START="Thu 04:00"
LOCKSMITHD_REBOOT_WINDOW_LENGTH=1h
`);
});

test("a line break in a setting begins no second one", () => {
  expect(
    fileOn(
      { osUpdates: { group: "beta\nSERVER=https://evil.example.com" } },
      "/etc/flatcar/update.conf",
    ),
  ).toBe('GROUP="beta SERVER=https://evil.example.com"\n');
});

test("the timer is there only when something is updated", () => {
  const chosen = (updates: string) => ({
    extensions: {
      chosen: [{ id: "docker-compose", version: "5.3.1", updates }],
    },
  });
  expect(text(chosen("none"))).not.toContain("systemd-sysupdate");
  expect(text(chosen("any"))).toContain(
    "name: systemd-sysupdate.timer\n      enabled: true\n",
  );
  expect(text({ ...chosen("any"), updates: { schedule: "manual" } })).toContain(
    "name: systemd-sysupdate.timer\n      enabled: false\n",
  );
});

test("a mirror stands in for the bakery in what is fetched and in where updates come from", () => {
  const written = text({
    extensions: {
      chosen: [{ id: "docker-compose", version: "5.3.1", updates: "any" }],
      bakery: "https://mirror.example.com/sysext",
    },
  });
  expect(written).toContain(
    "source: https://mirror.example.com/sysext/docker-compose-5.3.1-x86-64.raw\n",
  );
  expect(written).toContain(
    "Path=https://mirror.example.com/sysext/docker-compose/\n",
  );
  expect(written).not.toContain("extensions.flatcar.org");
});

test("Kubernetes on arm64 with patch updates and kured is the node of the bakery's guide", () => {
  const { ignition, report } = transpile(
    text({
      target: { architecture: "arm64" },
      extensions: {
        chosen: [
          {
            id: "kubernetes",
            version: "v1.32.2",
            updates: "patch",
            activation: "reboot",
          },
        ],
      },
      updates: { coordinator: "kured" },
      identity: { hostname: "node-1" },
      users: { users: [{ name: "core", keys: ["ssh-ed25519 AAAA me@host"] }] },
    }),
  );
  expect(report).toEqual([]);
  const config = ignition as {
    passwd: { users: object[] };
    storage: { files: { path: string }[]; links: object[] };
    systemd: {
      units: { name: string; dropins?: { name: string; contents: string }[] }[];
    };
  };
  expect(config.storage.files.map(({ path }) => path)).toEqual([
    "/opt/extensions/kubernetes/kubernetes-v1.32.2-arm64.raw",
    "/etc/sysupdate.kubernetes.d/kubernetes-v1.32.conf",
    "/etc/sysupdate.d/noop.conf",
    "/etc/hostname",
  ]);
  expect(config.storage.links).toEqual([
    {
      path: "/etc/extensions/kubernetes.raw",
      target: "/opt/extensions/kubernetes/kubernetes-v1.32.2-arm64.raw",
    },
  ]);
  expect(config.systemd.units.map(({ name }) => name).sort()).toEqual([
    "locksmithd.service",
    "systemd-sysupdate.service",
    "systemd-sysupdate.timer",
  ]);
  expect(config.systemd.units).toContainEqual({
    name: "locksmithd.service",
    mask: true,
  });
  expect(config.systemd.units).toContainEqual({
    name: "systemd-sysupdate.timer",
    enabled: true,
  });
  expect(config.passwd.users).toEqual([
    { name: "core", sshAuthorizedKeys: ["ssh-ed25519 AAAA me@host"] },
  ]);
});
