import { describe, expect, test } from "vitest";
import { read, type Preset } from "@/lib/preset";
import { compose } from "@/lib/preset/compose";
import { compare } from ".";
import {
  empty,
  file,
  kubernetes,
  sentences,
  tailscale,
  typed,
  withExtensions,
  withUser,
} from "./testing";

describe("what became of a node, as a sentence", () => {
  test.each<[string, Preset, Preset, string[]]>([
    [
      "a newer version",
      withExtensions(kubernetes),
      withExtensions({ ...kubernetes, version: "v1.32.6" }),
      ["Kubernetes (kubeadm) v1.32.2 → v1.32.6"],
    ],
    [
      "an extension more, another one fewer",
      withExtensions(kubernetes),
      withExtensions(tailscale),
      ["Tailscale v1.96.2 added", "Kubernetes (kubeadm) v1.32.2 removed"],
    ],
    [
      "how it is kept up to date",
      withExtensions(kubernetes),
      withExtensions({
        ...kubernetes,
        updates: "any",
        activation: "next-boot",
        keep: 5,
      }),
      [
        "Kubernetes (kubeadm): updates patch v1.32.x → any newer",
        "Kubernetes (kubeadm): takes effect by a coordinated reboot → at the next boot",
        "Kubernetes (kubeadm): versions kept 3 → 5",
      ],
    ],
    [
      "a hash that is known now",
      withExtensions({ ...kubernetes, hash: "" }),
      withExtensions(kubernetes),
      ["Kubernetes (kubeadm): the image is checked by its hash"],
    ],
    [
      "settings of an extension",
      withExtensions(tailscale),
      withExtensions({
        ...tailscale,
        params: { port: 41642, authKey: "tskey-auth-1" },
      }),
      [
        "Tailscale: “Auth key” filled in",
        "Tailscale: “UDP port” 41641 → 41642",
      ],
    ],
    [
      "a built-in one that is off",
      empty,
      {
        ...empty,
        extensions: { ...empty.extensions, builtinOff: ["docker"] },
      },
      ["Docker (built in) switched off"],
    ],
    [
      "a key more for core",
      withUser({ keys: ["ssh-ed25519 AAAA one"] }),
      withUser({ keys: ["ssh-ed25519 AAAA one", "ssh-ed25519 BBBB two"] }),
      ["One SSH key more for core"],
    ],
    [
      "keys, password and groups",
      withUser({ keys: ["ssh-ed25519 A a", "ssh-ed25519 B b"] }),
      withUser({ passwordHash: "$y$j9T$HASH", groups: ["docker"] }),
      [
        "2 SSH keys fewer for core",
        "core gets a password",
        "core joins docker",
      ],
    ],
    [
      "another user",
      empty,
      withUser({ name: "alice", groups: ["sudo", "docker"] }),
      ["User alice added, with the groups sudo and docker"],
    ],
    [
      "name, place and hostname",
      empty,
      {
        ...empty,
        name: "edge",
        target: { ...empty.target, platform: "hetzner" },
        identity: { hostname: "node-1", timezone: "Europe/Berlin" },
      },
      [
        "Name no name → edge",
        "Platform aws → hetzner",
        "Hostname given by the network → node-1",
        "Time zone UTC → Europe/Berlin",
      ],
    ],
    [
      "when updates are looked for, and who reboots",
      withExtensions(kubernetes),
      {
        ...withExtensions(kubernetes),
        updates: {
          ...empty.updates,
          schedule: "calendar",
          coordinator: "kured",
        },
      },
      [
        "Newer images are looked for at systemd's own times → by the calendar",
        "Reboots are coordinated by locksmithd → kured",
      ],
    ],
    [
      "a typed file",
      file("/etc/motd", "a\nb\n"),
      file("/etc/motd", "a\nc\n"),
      ["File /etc/motd changed"],
    ],
    [
      "typed units, links and arguments",
      typed("systemd:\n  units:\n    - name: a.service\n      enabled: true\n"),
      typed(
        "systemd:\n  units:\n    - name: a.service\n      enabled: false\n    - name: b.service\n      dropins:\n        - {name: x.conf, contents: '[Unit]'}\nkernel_arguments:\n  should_exist: [quiet]\nstorage:\n  links:\n    - {path: /etc/a, target: /b}\n",
      ),
      [
        "Link /etc/a added",
        "Unit a.service changed",
        "Drop-in x.conf of b.service added",
        "Kernel argument quiet added",
      ],
    ],
    [
      "a disk",
      empty,
      typed("storage:\n  disks:\n    - {device: /dev/sdb, wipe_table: true}\n"),
      ["Disk /dev/sdb added"],
    ],
    [
      "comments only",
      typed("# one\nstorage: {}\n"),
      typed("# two\nstorage: {}\n"),
      ["Only comments or layout of the Butane text changed"],
    ],
    [
      "the order of entries",
      withExtensions(kubernetes, tailscale),
      withExtensions(tailscale, kubernetes),
      ["The same entries in another order"],
    ],
    [
      "words that would change the line they stand in",
      empty,
      { ...empty, name: "a\u202e\nb" },
      ["Name no name → a b"],
    ],
  ])("%s", (_, before, after, expected) => {
    expect(sentences(before, after)).toEqual(expected);
  });

  test("a document that was opened is compared by what is read from it", () => {
    const opened = (node: Preset) => {
      const reading = read(`# my node\n${compose(node).text}`);
      if (!reading.ok) throw new Error("not read");
      return reading.value.preset;
    };
    const before = withExtensions(kubernetes);
    const after = {
      ...withExtensions({ ...kubernetes, version: "v1.32.6" }),
      identity: { hostname: "node-1", timezone: "" },
    };
    const expected = [
      "Kubernetes (kubeadm) v1.32.2 → v1.32.6",
      "Hostname given by the network → node-1",
    ];
    expect(sentences(opened(before), opened(after))).toEqual(expected);
    expect(sentences(before, opened(after))).toEqual(expected);
    expect(sentences(opened(after), opened(after))).toEqual([]);
  });

  test("a node that makes no config is compared as far as it goes", () => {
    const { differences, broken } = compare(
      empty,
      typed("storage:\n  files:\n    - path: relative\n"),
    );
    expect(differences.map(({ sentence }) => sentence)).toEqual([
      "The Butane text changed",
    ]);
    expect(broken).toEqual([{ side: "after", errors: 1 }]);
  });

  test("what a difference changes in the config stands below it", () => {
    const [difference] = compare(
      withExtensions(kubernetes),
      withExtensions({ ...kubernetes, version: "v1.33.0" }),
    ).differences;
    expect(difference!.details).toEqual([
      "v1.32 → v1.33 is another minor version, for which the project has a procedure of its own.",
      expect.stringMatching(
        /^adds file \/opt\/extensions\/kubernetes\/kubernetes-v1\.33\.0-x86-64\.raw: fetched from https:/,
      ),
      "adds file /etc/sysupdate.kubernetes.d/kubernetes-v1.33.conf",
      expect.stringMatching(/^changes link \/etc\/extensions\/kubernetes\.raw/),
      "removes file /etc/sysupdate.kubernetes.d/kubernetes-v1.32.conf",
      "removes file /opt/extensions/kubernetes/kubernetes-v1.32.2-x86-64.raw",
    ]);
    expect(difference!.field).toEqual({
      side: "after",
      path: ["extensions", "chosen", 0, "version"],
    });
  });
});
