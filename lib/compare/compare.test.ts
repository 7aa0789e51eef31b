import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { transpile } from "@/lib/butane";
import {
  emptyPreset,
  parsePreset,
  read,
  secretsIn,
  type ChosenExtension,
  type Preset,
} from "@/lib/preset";
import { compose } from "@/lib/preset/compose";
import { soundPresets, storedPresets } from "@/lib/preset/testing";
import { butaneTexts, compare, planOf, planText, type Difference } from ".";

const empty = emptyPreset();

const kubernetes: ChosenExtension = {
  id: "kubernetes",
  version: "v1.32.2",
  hash: `sha256-${"a".repeat(64)}`,
  updates: "patch",
  activation: "reboot",
  keep: 3,
  params: {},
};
const tailscale: ChosenExtension = {
  ...kubernetes,
  id: "tailscale",
  version: "v1.96.2",
  updates: "any",
  activation: "restart",
};

const withExtensions = (...chosen: readonly ChosenExtension[]): Preset => ({
  ...empty,
  extensions: { ...empty.extensions, chosen },
});
const withUser = (user: Partial<Preset["users"]["users"][number]>): Preset => ({
  ...empty,
  users: {
    users: [{ name: "core", keys: [], passwordHash: "", groups: [], ...user }],
  },
});
const typed = (text: string): Preset => ({
  ...empty,
  rest: { whole: false, text },
});
const file = (path: string, inline: string, more = "") =>
  typed(
    `storage:\n  files:\n    - path: ${path}\n      contents: {inline: ${JSON.stringify(inline)}}\n${more}`,
  );

const sentences = (before: Preset, after: Preset) =>
  compare(before, after).differences.map(({ sentence }) => sentence);
const commands = (before: Preset, after: Preset) =>
  planOf(compare(before, after)).phases.flatMap(({ steps }) =>
    steps.flatMap(({ command }) => command ?? []),
  );

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

describe("what it takes on a running node", () => {
  test("another version is fetched, checked, linked and brought into use by a reboot", () => {
    const plan = planOf(
      compare(
        withExtensions(kubernetes),
        withExtensions({
          ...kubernetes,
          version: "v1.32.6",
          hash: `sha256-${"b".repeat(64)}`,
        }),
      ),
    );
    expect(plan.phases.map(({ phase }) => phase)).toEqual([
      "look",
      "fetch",
      "link",
      "reboot",
      "verify",
    ]);
    const image = "/opt/extensions/kubernetes/kubernetes-v1.32.6-x86-64.raw";
    const text = planText(plan);
    expect(text).toContain(
      `echo '${"b".repeat(64)}  ${image}.part' | sudo sha256sum -c - &&`,
    );
    expect(text).toContain(
      `sudo ln -sfn ${image} /etc/extensions/kubernetes.raw`,
    );
    expect(text).toContain("\nsudo locksmithctl send-need-reboot\n");
    // The way back.
    expect(text).not.toContain("kubernetes-v1.32.2");
    expect(plan.reprovision).toEqual([]);
  });

  test("another minor version brings another transfer file and asks for the project's procedure", () => {
    const text = planText(
      planOf(
        compare(
          withExtensions(kubernetes),
          withExtensions({ ...kubernetes, version: "v1.33.1" }),
        ),
      ),
    );
    expect(text).toContain("MatchPattern=kubernetes-v1.33.@v-%a.raw");
    expect(text).toContain(
      "sudo rm -f /etc/sysupdate.kubernetes.d/kubernetes-v1.32.conf",
    );
    expect(text).toMatch(
      /# Reboot\n# Follow Kubernetes \(kubeadm\)'s own procedure from v1\.32 to v1\.33/,
    );
  });

  test("images that may change at once are merged by the service, and their units restart", () => {
    const all = commands(
      withExtensions(tailscale),
      withExtensions({ ...tailscale, version: "v1.96.4" }),
    );
    const merge = all.indexOf("sudo systemctl restart systemd-sysext.service");
    const restart = all.indexOf("sudo systemctl restart tailscaled.service");
    expect(merge).toBeGreaterThan(0);
    expect(restart).toBeGreaterThan(merge);
    expect(all.join("\n")).not.toContain("systemd-sysext refresh");
  });

  test("where a reboot follows, nothing is merged or restarted before it", () => {
    const all = commands(
      withExtensions(tailscale),
      withExtensions({ ...tailscale, version: "v1.96.4" }, kubernetes),
    );
    expect(all).toContain("sudo locksmithctl send-need-reboot");
    expect(
      all.filter((one) => /systemctl (try-)?restart|--now/.test(one)),
    ).toEqual([]);
  });

  test.each([
    ["locksmith", "sudo locksmithctl send-need-reboot"],
    ["fluo", "sudo locksmithctl send-need-reboot"],
    ["kured", "sudo touch /run/reboot-required"],
    ["none", "sudo systemctl reboot"],
  ] as const)("%s is asked for a reboot by %s", (coordinator, command) => {
    const node = withExtensions(kubernetes);
    const before = { ...node, updates: { ...node.updates, coordinator } };
    const after = withExtensions({ ...kubernetes, version: "v1.32.6" });
    expect(commands(before, { ...after, updates: before.updates })).toContain(
      command,
    );
  });

  test.each<[string, Preset, Preset, string[]]>([
    [
      "a hostname",
      empty,
      { ...empty, identity: { hostname: "node-1", timezone: "" } },
      ["sudo hostnamectl set-hostname node-1"],
    ],
    [
      "a time zone",
      empty,
      { ...empty, identity: { hostname: "", timezone: "Europe/Berlin" } },
      ["sudo timedatectl set-timezone Europe/Berlin"],
    ],
    [
      "a text file, as it is",
      empty,
      file("/etc/motd", "$HOME `x` 'y'\n"),
      [
        "sudo install -D -m 0644 /dev/stdin /etc/motd <<'EOF'\n$HOME `x` 'y'\nEOF",
      ],
    ],
    [
      "a text that holds the mark of its end",
      empty,
      file("/a", "EOF\nEOF_\n"),
      ["sudo install -D -m 0644 /dev/stdin /a <<'EOF__'\nEOF\nEOF_\nEOF__"],
    ],
    [
      "what a terminal would act on, in base64",
      empty,
      file("/a", "\u001b[2J\n"),
      [
        "base64 --decode <<'EOF' | sudo install -D -m 0644 /dev/stdin /a\nG1sySgo=\nEOF",
      ],
    ],
    [
      "a path of several words",
      empty,
      file('"/etc/it\'s here"', "a"),
      ["printf %s a | sudo install -D -m 0644 /dev/stdin '/etc/it'\\''s here'"],
    ],
    [
      "only a mode",
      file("/a", "a", "      mode: 0644\n"),
      file("/a", "a", "      mode: 0600\n"),
      ["sudo chmod 0600 /a &&\n  sudo chown root:root /a"],
    ],
    [
      "kernel settings",
      empty,
      file("/etc/sysctl.d/a.conf", "a=1\n"),
      [
        "sudo install -D -m 0644 /dev/stdin /etc/sysctl.d/a.conf <<'EOF'\na=1\nEOF",
        "sudo systemctl restart systemd-sysctl.service",
      ],
    ],
    [
      "a container as a service",
      empty,
      file("/etc/containers/systemd/app.container", "[Container]\n"),
      [
        "sudo install -D -m 0644 /dev/stdin /etc/containers/systemd/app.container <<'EOF'\n[Container]\nEOF",
        "sudo systemctl daemon-reload",
        "sudo systemctl restart app.service",
      ],
    ],
    [
      "firewall rules",
      empty,
      file("/var/lib/nftables/rules-save", "table inet a {\n}\n"),
      [
        "sudo install -D -m 0644 /dev/stdin /var/lib/nftables/rules-save <<'EOF'\ntable inet a {\n}\nEOF",
        "sudo systemctl restart nftables-load.service",
      ],
    ],
    [
      "a unit that changed",
      typed(
        'systemd: {units: [{name: a.service, contents: "[Service]\\nExecStart=/a\\n"}]}\n',
      ),
      typed(
        'systemd: {units: [{name: a.service, contents: "[Service]\\nExecStart=/b\\n"}]}\n',
      ),
      [
        "sudo install -D -m 0644 /dev/stdin /etc/systemd/system/a.service <<'EOF'\n[Service]\nExecStart=/b\nEOF",
        "sudo systemctl daemon-reload",
        "sudo systemctl try-restart a.service",
      ],
    ],
    [
      "a unit that is masked",
      empty,
      typed("systemd: {units: [{name: a.service, mask: true}]}\n"),
      ["sudo systemctl mask --now a.service"],
    ],
    [
      "a group and a user",
      empty,
      typed(
        "passwd:\n  groups: [{name: dev, gid: 700}]\n  users: [{name: bob, uid: 701, primary_group: dev, shell: /bin/bash}]\n",
      ),
      [
        "sudo groupadd --gid 700 dev",
        "sudo useradd --uid 701 --create-home --gid dev --shell /bin/bash --password '*' bob",
      ],
    ],
    [
      "a user that is gone, and the group after it",
      typed(
        "passwd:\n  groups: [{name: dev}]\n  users: [{name: bob, primary_group: dev}]\n",
      ),
      empty,
      ["sudo userdel bob", "sudo groupdel dev"],
    ],
  ])("%s", (_, before, after, expected) => {
    expect(commands(before, after)).toEqual(expected);
  });

  test("what two differences share is done once, and said once", () => {
    const window = (windowStart: string, windowLength: string) => ({
      ...empty,
      osUpdates: { ...empty.osUpdates, windowStart, windowLength },
    });
    const comparison = compare(window("03:00", "1h"), window("04:00", "2h"));
    expect(comparison.differences[1]).toMatchObject({
      shared: true,
      note: "Its steps are those of “Reboot window begins 03:00 → 04:00”.",
    });
    expect(planOf(comparison).nothing).toEqual([]);
  });

  test("a file that stood over one of the OS gives way to it", () => {
    const before = {
      ...empty,
      osUpdates: { ...empty.osUpdates, group: "beta" },
    };
    expect(commands(before, empty)[0]).toContain(
      "sudo cp -aT --remove-destination /usr/share/flatcar/etc/flatcar/update.conf /etc/flatcar/update.conf",
    );
  });

  test.each([
    ["disks", "storage: {disks: [{device: /dev/sdb}]}"],
    [
      "filesystems",
      "storage: {filesystems: [{device: /dev/sdb, format: ext4, path: /a}]}",
    ],
    ["RAID", "storage: {raid: [{name: a, level: raid1, devices: [/dev/a]}]}"],
    ["LUKS", "storage: {luks: [{name: a, device: /dev/a}]}"],
  ])("%s are made on the first boot only", (_, text) => {
    const plan = planOf(compare(empty, typed(`${text}\n`)));
    expect(plan.reprovision).toHaveLength(1);
    expect(plan.phases).toEqual([]);
  });

  test("another architecture is another machine", () => {
    const node = withExtensions(kubernetes);
    const plan = planOf(
      compare(node, {
        ...node,
        target: { ...node.target, architecture: "arm64" },
      }),
    );
    expect(plan).toMatchObject({ phases: [], sameMachine: false });
    expect(plan.reprovision.map(({ sentence }) => sentence)).toEqual([
      "Architecture x86-64 → arm64",
    ]);
  });

  test("names that a terminal would act on stand in no command", () => {
    const hostile = typed(
      `storage: {files: [{path: "/a\\u001b[201~b", contents: {inline: a}}]}\n`,
    );
    const { differences } = compare(empty, hostile);
    expect(differences).toHaveLength(1);
    expect(JSON.stringify(differences)).not.toContain("\\u001b");
    expect(commands(empty, hostile)).toEqual([]);
  });
});

/** Everything a comparison says, in every form it has. */
function said(before: Preset, after: Preset): string {
  const comparison = compare(before, after);
  const plan = planOf(comparison);
  return JSON.stringify([
    comparison,
    plan,
    planText(plan),
    butaneTexts(before, after),
  ]);
}

describe("secrets", () => {
  const secret = "SECRET-0123456789";

  test.each<[string, Preset]>([
    ["a password hash", withUser({ passwordHash: `$y$${secret}` })],
    [
      "an auth key",
      withExtensions({ ...tailscale, params: { authKey: `tskey-${secret}` } }),
    ],
    [
      "a join command",
      withExtensions({
        ...kubernetes,
        params: {
          role: "worker",
          joinCommand: `kubeadm join 10.0.0.1:6443 --token ${secret}`,
        },
      }),
    ],
    [
      "a token inside a file with more in it",
      withExtensions({
        ...kubernetes,
        id: "k3s",
        version: "v1.36.2+k3s1",
        params: { token: secret, extraConfig: "debug: true\n" },
      }),
    ],
    [
      "a typed password hash",
      typed(`passwd: {users: [{name: core, password_hash: ${secret}}]}\n`),
    ],
    [
      "a typed file for root's eyes only",
      file("/etc/token", `${secret}\n`, "      mode: 0600\n"),
    ],
  ])("%s is in no sentence and no command", (_, node) => {
    const hidden =
      node.rest.text.includes("/etc/token") === true
        ? (before: Preset, after: Preset) =>
            JSON.stringify(planOf(compare(before, after)))
        : said;
    expect(sentences(empty, node)).not.toEqual([]);
    for (const [before, after] of [
      [empty, node],
      [node, empty],
    ] as const)
      expect(hidden(before, after)).not.toContain(secret);
  });

  test.each([
    ["a password hash", withUser({ passwordHash: `$y$${secret}` })],
    [
      "an auth key with signs in it",
      withExtensions({
        ...tailscale,
        params: { authKey: `a'"\\: #${secret}` },
      }),
    ],
  ])("%s is not shown of a document that is kept whole", (_, node) => {
    const whole = read(`# mine\n${compose(node).text}`);
    if (!whole.ok) throw new Error("not read");
    const { preset } = whole.value;
    expect(preset.rest.whole).toBe(true);
    for (const [before, after] of [
      [empty, preset],
      [preset, empty],
      [node, preset],
    ] as const)
      expect(said(before, after)).not.toContain(secret);
  });

  test("a private file of a document that is kept whole is in no command", () => {
    const whole = read(
      `# mine\nvariant: flatcar\nversion: 1.0.0\nstorage:\n  files:\n    - path: /etc/rancher/k3s/config.yaml\n      mode: 0600\n      contents: {inline: "token: ${secret}"}\n`,
    );
    if (!whole.ok) throw new Error("not read");
    const plan = planOf(compare(empty, whole.value.preset));
    expect(plan.phases).toHaveLength(1);
    expect(JSON.stringify(plan)).not.toContain(secret);
  });

  test("another secret is a difference, and is not shown", () => {
    const node = (key: string) =>
      withExtensions({ ...tailscale, params: { authKey: key } });
    const before = node(`${secret}-1`);
    const after = node(`${secret}-2`);
    expect(sentences(before, after)).toEqual([
      "Tailscale: “Auth key” is another one",
    ]);
    expect(said(before, after)).not.toContain(secret);
    const texts = butaneTexts(before, after);
    expect(texts.before).toContain("(secret 1)");
    expect(texts.after).toContain("(secret 2)");
  });

  test("law 6: no secret leaves by accident", () => {
    fc.assert(
      fc.property(soundPresets, soundPresets, (one, other) => {
        const [before, after] = [filled(one, "BEFORE"), filled(other, "AFTER")];
        const text = said(before, after);
        expect(text).not.toMatch(/SECRET-(BEFORE|AFTER)/);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  /** A preset with something in every field that holds a secret. */
  function filled(stored: unknown, mark: string): Preset {
    const preset = parsed(stored);
    const value = `SECRET-${mark}`;
    const copy = structuredClone(preset) as unknown as {
      users: { users: { passwordHash: string }[] };
      extensions: { chosen: { params: Record<string, unknown> }[] };
    };
    for (const user of copy.users.users) user.passwordHash = value;
    for (const [, , index, , key] of secretsIn(preset).filter(
      ([section]) => section === "extensions",
    ))
      copy.extensions.chosen[Number(index)]!.params[String(key)] = value;
    return copy as unknown as Preset;
  }
});

function parsed(stored: unknown): Preset {
  const preset = parsePreset(stored);
  if (!preset.ok) throw new Error(preset.error.sentence);
  return preset.value;
}

const output = (preset: Preset) => transpile(compose(preset).text).output;

describe("law: a comparison leaves nothing out", () => {
  test("a node is not different from itself", () => {
    fc.assert(
      fc.property(storedPresets, (stored) => {
        expect(compare(parsed(stored), parsed(stored)).differences).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test("where the Ignition configs differ, something is said", () => {
    fc.assert(
      fc.property(
        fc.oneof(soundPresets, storedPresets),
        fc.oneof(soundPresets, storedPresets),
        (one, other) => {
          const [before, after] = [parsed(one), parsed(other)];
          const { differences } = compare(before, after);
          if (output(before) !== output(after))
            expect(differences).not.toEqual([]);
          expectWhole(differences);
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  test("every entry that is added or gone is named", () => {
    fc.assert(
      fc.property(soundPresets, soundPresets, (one, other) => {
        const [before, after] = [parsed(one), parsed(other)];
        const text = JSON.stringify(compare(before, after).differences);
        const [old, now] = [before, after].map(paths);
        for (const path of now!)
          if (!old!.has(path)) expect(text).toContain(inJson(path));
        for (const path of old!)
          if (!now!.has(path)) expect(text).toContain(inJson(path));
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  /** The name of a mount unit may have a backslash in it. */
  const inJson = (name: string) => JSON.stringify(name).slice(1, -1);

  function paths(preset: Preset): Set<string> {
    const { storage, systemd } = transpile(compose(preset).text)
      .ignition as Record<string, Record<string, Record<string, string>[]>>;
    return new Set([
      ...(storage?.files ?? []).map(({ path }) => path!),
      ...(storage?.links ?? []).map(({ path }) => path!),
      ...(systemd?.units ?? []).map(({ name }) => name!),
    ]);
  }

  /** Says in every case what it takes, or why it takes nothing. */
  function expectWhole(differences: readonly Difference[]) {
    for (const { sentence, steps, reprovision, note } of differences) {
      expect(sentence).toMatch(/^\S.*\S$/);
      expect(steps.length > 0 || (reprovision ?? note), sentence).toBeTruthy();
    }
  }
});
