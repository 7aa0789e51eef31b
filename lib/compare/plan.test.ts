import { describe, expect, test } from "vitest";
import type { Preset } from "@/lib/preset";
import { compare, planOf, planText } from ".";
import {
  commands,
  empty,
  file,
  kubernetes,
  tailscale,
  typed,
  withExtensions,
} from "./testing";

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
