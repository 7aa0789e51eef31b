import fc from "fast-check";
import { expect, test } from "vitest";
import { transpile } from "@/lib/butane";
import { compose } from "../../compose";
import { read } from "../../read/read";
import { settlePreset } from "../../settle";
import type { Preset } from "../../preset";
import { presetOf as storedPreset } from "../testing";
import { soundKernel } from "./testing";

const presetOf = (kernel: object) => storedPreset({ kernel });

function readOk(text: string, prior?: Preset): Preset {
  const reading = read(text, prior);
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  return reading.value.preset;
}

const header = "variant: flatcar\nversion: 1.0.0\n";

test("arguments, settings files and switches are written where Flatcar looks for them", () => {
  const { text } = compose(
    presetOf({
      arguments: ["flatcar.autologin", ""],
      removed: ["quiet"],
      confs: [
        { kind: "sysctl", name: "k8s", text: "net.ipv4.ip_forward = 1" },
        { kind: "udev", name: "01-block", text: 'TAG+="systemd"\n' },
        { kind: "audit", name: "99-default", text: "-D" },
        { kind: "motd", name: "", text: "no name yet" },
        { kind: "modules", name: "empty", text: "" },
      ],
      selinuxEnforcing: true,
      governor: "conservative",
    }),
  );
  expect(transpile(text).report).toEqual([]);
  expect(text).toBe(`${header}
storage:
  files:
    - path: /etc/sysctl.d/k8s.conf
      mode: 0644
      contents:
        inline: |
          net.ipv4.ip_forward = 1
    - path: /etc/udev/rules.d/01-block.rules
      mode: 0644
      contents:
        inline: |
          TAG+="systemd"
    - path: /etc/audit/rules.d/99-default.rules
      mode: 0644
      overwrite: true
      contents:
        inline: |
          -D
    - path: /etc/selinux/config
      mode: 0644
      overwrite: true
      contents:
        inline: |
          SELINUX=enforcing
          SELINUXTYPE=mcs

systemd:
  units:
    - name: cpu-governor.service
      enabled: true
      contents: |
        [Unit]
        Description=Set the CPU governor conservative

        [Service]
        Type=oneshot
        RemainAfterExit=yes
        ExecStart=-/usr/sbin/modprobe cpufreq_conservative
        ExecStart=/usr/bin/sh -c '/usr/bin/echo conservative | tee /sys/devices/system/cpu/cpu*/cpufreq/scaling_governor'

        [Install]
        WantedBy=multi-user.target

kernel_arguments:
  should_exist:
    - flatcar.autologin
  should_not_exist:
    - quiet
`);
});

test("what a switch asks for is the switch when it is read, and nothing typed", () => {
  const preset = presetOf({
    arguments: ["tsx=off"],
    fips: true,
    cgroupV1: true,
  });
  const { text } = compose(preset);
  expect(transpile(text).report).toEqual([]);
  expect(readOk(text)).toEqual(preset);
});

test("half of what a switch takes is no switch", () => {
  const { kernel } = readOk(
    `${header}kernel_arguments: {should_exist: [fips=1]}\n`,
  );
  expect(kernel).toMatchObject({ arguments: ["fips=1"], fips: false });
});

test.each([
  ["/etc/sysctl.d/nf.conf", "a=1", "sysctl", "nf"],
  ["/etc/modules-load.d/nf.conf", "nf_conntrack", "modules", "nf"],
  ["/etc/modprobe.d/b.conf", "blacklist usb-storage", "modprobe", "b"],
  ["/etc/motd.d/pi.conf", "Pi", "motd", "pi"],
  ["/etc/tmpfiles.d/x.conf", "d /srv/x", "tmpfiles", "x"],
  ["/etc/audit/rules.d/99-default.rules", "# none", "audit", "99-default"],
])("the file %s of any text is in the form", (path, text, kind, name) => {
  const document = `# mine\n${header}storage:
  files:
    - path: ${path}
      contents: {inline: "${text}"}
`;
  const preset = readOk(document);
  expect(preset.kernel.confs).toEqual([{ kind, name, text }]);
  expect(compose(preset).text).toBe(document);
});

test.each([
  ["/etc/sysctl.d/a/b.conf", "{inline: a}"],
  ["/etc/sysctl.d/.conf", "{inline: a}"],
  ["/etc/sysctl.d/nf.txt", "{inline: a}"],
  ["/etc/sysctl.d/nf.conf", "{source: https://example.com/nf.conf}"],
])("%s with %s is none of its files", (path, contents) => {
  const text = `${header}storage: {files: [{path: ${path}, contents: ${contents}}]}\n`;
  expect(readOk(text).kernel.confs).toEqual([]);
});

test("a row that is not filled in yet stays while a text is kept", () => {
  const text = `# mine\n${header}kernel_arguments:\n  should_exist: [a=1] # one\n`;
  const before = readOk(text);
  const edited = (kernel: Partial<Preset["kernel"]>) =>
    settlePreset(before, {
      ...before,
      kernel: { ...before.kernel, ...kernel },
    });
  expect(edited({ arguments: ["a=1", ""] }).kernel.arguments).toEqual([
    "a=1",
    "",
  ]);
  const changed = edited({ arguments: ["a=2"], removed: ["quiet"] });
  expect(changed.rest.text).toBe(
    `# mine\n${header}kernel_arguments:\n  should_exist: [a=2] # one\n  should_not_exist:\n    - quiet\n`,
  );
  expect(changed.kernel).toMatchObject({
    arguments: ["a=2"],
    removed: ["quiet"],
  });
});

test("whatever is filled in with care is read from its text again, and no rule has anything against it", () => {
  fc.assert(
    fc.property(soundKernel, (stored) => {
      const preset = presetOf(stored);
      const { text } = compose(preset);
      expect(transpile(text).report).toEqual([]);
      expect(readOk(text)).toEqual(preset);
    }),
  );
});
