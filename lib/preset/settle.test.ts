import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compose } from "./compose";
import type { ChosenExtension, Preset } from "./preset";
import { read } from "./read/read";
import { settlePreset } from "./settle";

const node = `# The node of a person who writes by hand.
variant: flatcar
version: 1.0.0
storage:
  files:
    # pinned on purpose
    - path: /opt/extensions/kubernetes/kubernetes-v1.32.2-x86-64.raw
      contents:
        source: https://extensions.flatcar.org/extensions/kubernetes-v1.32.2-x86-64.raw
    - path: /etc/sysupdate.kubernetes-v1.32.d/kubernetes-v1.32.transfer
      contents:
        source: https://extensions.flatcar.org/extensions/kubernetes/kubernetes-v1.32.conf
    - {path: /etc/hostname, contents: {inline: node-1}}
  links:
    - {path: /etc/extensions/kubernetes.raw, target: /opt/extensions/kubernetes/kubernetes-v1.32.2-x86-64.raw, hard: false}
systemd:
  units:
    - name: systemd-sysupdate.timer
      enabled: true
    - name: systemd-sysupdate.service
      dropins:
        - name: kubernetes.conf
          contents: |
            [Service]
            ExecStartPre=/usr/lib/systemd/systemd-sysupdate -C kubernetes-v1.32 update
`;

function opened(text = node): Preset {
  const reading = read(text);
  if (!reading.ok) throw new Error(reading.error[0]?.code);
  return reading.value.preset;
}

/** The lines that a change of the form touches, before and after. */
function touched(change: (preset: Preset) => Preset): string[] {
  const before = opened();
  const text = compose(settlePreset(before, change(before))).text;
  const [old, now] = [node.split("\n"), text.split("\n")];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

function first(change: Partial<ChosenExtension>) {
  return (preset: Preset): Preset => ({
    ...preset,
    extensions: {
      ...preset.extensions,
      chosen: preset.extensions.chosen.map((one) => ({ ...one, ...change })),
    },
  });
}

describe("a change in the form of a document that is kept whole", () => {
  test("touches no line when nothing is written of it", () => {
    expect(
      touched((preset) => ({
        ...preset,
        name: "a name",
        target: { ...preset.target, platform: "vmware" },
      })),
    ).toEqual([]);
  });

  test("of the host's name touches its line, in the style it has", () => {
    expect(
      touched((preset) => ({
        ...preset,
        identity: { ...preset.identity, hostname: "node-2" },
      })),
    ).toEqual([
      "-    - {path: /etc/hostname, contents: {inline: node-1}}",
      expect.stringMatching(
        /^\+ {4}- \{path: \/etc\/hostname, contents: \{inline: .*node-2.*\}\}$/,
      ),
    ]);
  });

  test("of a version touches the lines that name it, and the series with it", () => {
    expect(touched(first({ version: "v1.33.1" }))).toEqual(
      ["-", "+"].flatMap((sign) => {
        const [version, series] =
          sign === "-" ? ["v1.32.2", "v1.32"] : ["v1.33.1", "v1.33"];
        return [
          `    - path: /opt/extensions/kubernetes/kubernetes-${version}-x86-64.raw`,
          `        source: https://extensions.flatcar.org/extensions/kubernetes-${version}-x86-64.raw`,
          `    - path: /etc/sysupdate.kubernetes-${series}.d/kubernetes-${series}.transfer`,
          `        source: https://extensions.flatcar.org/extensions/kubernetes/kubernetes-${series}.conf`,
          `    - {path: /etc/extensions/kubernetes.raw, target: /opt/extensions/kubernetes/kubernetes-${version}-x86-64.raw, hard: false}`,
          `            ExecStartPre=/usr/lib/systemd/systemd-sysupdate -C kubernetes-${series} update`,
        ].map((line) => `${sign}${line}`);
      }),
    );
  });

  test("of a version, typed letter by letter, ends at what was typed", () => {
    let preset = opened();
    for (const version of [
      "v1.3",
      "v1.",
      "v1",
      "v",
      "",
      "v",
      "v2.",
      "v2.1",
      "v2.1.4",
    ]) {
      preset = settlePreset(preset, first({ version })(preset));
      expect(preset.extensions.chosen[0]?.version).toBe(version);
    }
    expect(compose(preset).text).toBe(
      node.replaceAll("v1.32.2", "v2.1.4").replaceAll("v1.32", "v2.1"),
    );
  });

  test("of the architecture touches the images", () => {
    const lines = touched((preset) => ({
      ...preset,
      target: { ...preset.target, architecture: "arm64" },
    }));
    expect(lines.filter((line) => line.startsWith("+"))).toHaveLength(3);
    expect(lines.join("\n")).not.toMatch(/^\+.*x86-64/m);
  });

  test("that takes the extension out takes all of it out and nothing else", () => {
    const before = opened();
    const after = {
      ...before,
      extensions: { ...before.extensions, chosen: [] },
    };
    expect(compose(settlePreset(before, after)).text).toMatch(
      /^# The node[^]*\/etc\/hostname/,
    );
    expect(compose(settlePreset(before, after)).text).not.toContain(
      "kubernetes",
    );
  });

  test("of what happens with an update touches the drop-in alone where it can", () => {
    const lines = touched(first({ activation: "reboot" }));
    expect(lines.join("\n")).toContain("locksmithctl send-need-reboot");
    expect(lines.join("\n")).not.toContain(".raw:");
    const settled = settlePreset(
      opened(),
      first({ activation: "reboot" })(opened()),
    );
    expect(settled.extensions.chosen[0]).toMatchObject({
      activation: "reboot",
      updates: "patch",
    });
  });

  test("of where its update rule comes from writes the rule out", () => {
    const before = opened();
    expect(before.extensions.chosen[0]?.rules).toBe("published");
    const { rules: _, ...writtenOut } = before.extensions.chosen[0]!;
    const after = {
      ...before,
      extensions: { ...before.extensions, chosen: [writtenOut] },
    };
    const settled = settlePreset(before, after);
    expect(settled.extensions.chosen[0]?.rules).toBeUndefined();
    expect(compose(settled).text).toContain(
      "MatchPattern=kubernetes-v1.32.@v-%a.raw",
    );
  });

  test("of a parameter is written and comes back", () => {
    const params = { role: "control-plane", initArgs: "--v=5 " };
    const before = opened();
    const settled = settlePreset(before, first({ params })(before));
    expect(settled.extensions.chosen[0]?.params).toEqual(params);
    expect(compose(settled).text).toContain("/usr/bin/kubeadm init --v=5\n");
  });
});

test("what is typed in a field comes back as it was typed", () => {
  const before = opened();
  const typed = fc.record({
    hostname: fc.stringMatching(/^[a-z ]{0,8}$/),
    timezone: fc.constantFrom("", "Europe/Berlin", "Eur"),
    keys: fc.array(fc.constantFrom("", "ssh-ed", "ssh-ed25519 AAAA me"), {
      maxLength: 3,
    }),
    windowStart: fc.constantFrom("", "Thu", "Thu 04:00", "Thu  04"),
  });
  fc.assert(
    fc.property(typed, ({ hostname, timezone, keys, windowStart }) => {
      const after: Preset = {
        ...before,
        identity: { hostname, timezone },
        users: {
          users: [{ name: "core", keys, passwordHash: "", groups: [] }],
        },
        osUpdates: { ...before.osUpdates, windowStart },
      };
      const settled = settlePreset(before, after);
      expect(settled.identity).toEqual(after.identity);
      expect(settled.users).toEqual(after.users);
      expect(settled.osUpdates).toEqual(after.osUpdates);
    }),
    { numRuns: 60 },
  );
}, 30_000);
