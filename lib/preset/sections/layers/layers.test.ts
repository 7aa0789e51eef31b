import { describe, expect, test } from "vitest";
import { isFatal, transpile } from "@/lib/butane";
import { compose } from "../../compose";
import { settlePreset } from "../../settle";
import { opened, presetOf } from "../testing";
import { sectionsById } from "..";

function textOf(layers: object, more: object = {}): string {
  const { text } = compose(presetOf({ layers, ...more }));
  expect(transpile(text).report.filter(isFatal)).toEqual([]);
  return text;
}

const header = "variant: flatcar\nversion: 1.0.0\n";
const hello = {
  path: "usr/bin/hello",
  executable: true,
  text: "#!/bin/sh\necho hi\n",
};

describe("directory layers", () => {
  test("a directory is written with the note that makes it an extension", () => {
    expect(textOf({ directories: [{ name: "mytools", files: [hello] }] }))
      .toBe(`${header}
storage:
  files:
    # Says which OS the layer mytools fits; without it no layer and no image is merged.
    - path: /etc/extensions/mytools/usr/lib/extension-release.d/extension-release.mytools
      mode: 0644
      contents:
        inline: |
          ID=flatcar
          SYSEXT_LEVEL=1.0
    - path: /etc/extensions/mytools/usr/bin/hello
      mode: 0755
      contents:
        inline: |
          #!/bin/sh
          echo hi
`);
  });

  test.each([
    [{ match: "any" }, "ID=_any\n"],
    [
      { match: "version", osVersion: "4593.2.5" },
      "ID=flatcar\nVERSION_ID=4593.2.5\n",
    ],
    [
      { reload: true },
      "ID=flatcar\nSYSEXT_LEVEL=1.0\nEXTENSION_RELOAD_MANAGER=1\n",
    ],
  ])("the note of %j", (note, expected) => {
    const layer = { name: "a", files: [hello], ...note };
    const { text } = compose(presetOf({ layers: { directories: [layer] } }));
    expect(text).toContain(expected.trimEnd().replaceAll(/^/gm, "          "));
    expect(opened(text).layers.directories[0]).toMatchObject(note);
  });

  test("a file may come from an address, checked by its hash", () => {
    const hash = `sha256-${"a".repeat(64)}`;
    const file = {
      path: "opt/a",
      from: "url",
      url: "https://example.com/a",
      hash,
    };
    const text = textOf({ directories: [{ name: "a", files: [file] }] });
    expect(text).toContain("source: https://example.com/a");
    expect(text).toContain(`hash: ${hash}`);
  });

  test.each<[object, string]>([
    [{ name: "", files: [hello] }, "no name yet"],
    [{ name: "a/b", files: [hello] }, "a name that is no file name"],
    [{ name: "a", files: [] }, "no file yet"],
    [
      { name: "a", files: [{ path: "usr/../../../b", text: "x" }] },
      "a way out",
    ],
    [{ name: "a", files: [{ path: "", text: "x" }] }, "a file without a path"],
    [{ name: "a", files: [{ path: "usr/a", from: "url" }] }, "no address yet"],
  ])("nothing is written for %j: %s", (layer, _why) => {
    expect(textOf({ directories: [layer] })).toBe(header);
  });

  test("a layer of somebody's own document is one, its comments stay", () => {
    const text = `# mine
${header}storage:
  files:
    - path: /etc/extensions/mytools/usr/lib/extension-release.d/extension-release.mytools
      contents: {inline: "ID=flatcar\\nSYSEXT_LEVEL=1.0"}
    - path: /etc/extensions/mytools/usr/bin/hello
      mode: 0755
      contents: {inline: "echo hi"}
    - path: /etc/extensions/mytools/usr/bin/owned
      user: {name: core}
      contents: {inline: "x"}
`;
    const preset = opened(text);
    expect(compose(preset).text).toBe(text);
    expect(preset.layers.directories).toEqual([
      {
        name: "mytools",
        match: "level",
        osVersion: "",
        reload: false,
        files: [
          {
            path: "usr/bin/hello",
            executable: true,
            from: "text",
            text: "echo hi",
            url: "",
            hash: "",
          },
        ],
      },
    ]);
    // What a layer's form has no field for stays with the files.
    expect(preset.files.files.map(({ path }) => path)).toEqual([
      "/etc/extensions/mytools/usr/bin/owned",
    ]);
  });

  test("a directory with another note stays a matter of the text", () => {
    const text = `# mine
${header}storage:
  files:
    - path: /etc/extensions/a/usr/lib/extension-release.d/extension-release.a
      contents: {inline: "ID=_any\\nSYSEXT_SCOPE=initrd\\n"}
`;
    expect(opened(text).layers.directories).toEqual([]);
  });

  test("a row that is not filled in yet stays in the form of an opened document", () => {
    const before = opened(`# mine\n${header}`);
    const row = {
      name: "",
      match: "level" as const,
      osVersion: "",
      reload: false,
      files: [],
    };
    const layers = { ...before.layers, directories: [row] };
    const after = settlePreset(before, { ...before, layers });
    expect(after.layers.directories).toEqual([row]);
    expect(compose(after).text).toBe(`# mine\n${header}`);
  });
});

describe("layers over /etc", () => {
  test("an image, and the service that merges it", () => {
    const confexts = [{ name: "site", url: "https://example.com/site.raw" }];
    expect(textOf({ confexts })).toBe(`${header}
storage:
  files:
    - path: /var/lib/confexts/site.raw
      mode: 0644
      contents:
        source: https://example.com/site.raw

systemd:
  units:
    - name: systemd-confext.service
      enabled: true
`);
  });

  test("files, with a note of its own place", () => {
    const files = [{ path: "etc/site/a", text: "a\n" }];
    const text = textOf({ confexts: [{ name: "site", from: "files", files }] });
    expect(text).toContain(
      "/var/lib/confexts/site/etc/extension-release.d/extension-release.site",
    );
    expect(text).toContain("          ID=_any\n");
    expect(text).toContain("/var/lib/confexts/site/etc/site/a");
    expect(text).toContain("name: systemd-confext.service");
  });

  test("without an address there is no service either", () => {
    expect(textOf({ confexts: [{ name: "site" }] })).toBe(header);
  });
});

describe("what is switched off", () => {
  test("a vendor extension, by a link that leads nowhere", () => {
    expect(textOf({ oemOff: ["azure", "../a"] })).toBe(`${header}
storage:
  links:
    # Switches the vendor tools in oem-azure off; the link that is there already has to give way.
    - path: /etc/extensions/oem-azure.raw
      target: /dev/null
      overwrite: true
`);
  });

  const zfs = { extensions: { chosen: [{ id: "zfs" }] } };
  const listed = (lines: string) =>
    `    - path: /etc/flatcar/enabled-sysext.conf\n      mode: 0644\n      contents:\n        inline: |\n${lines}`;

  test("one of Flatcar's own, by a line with a dash in the one file", () => {
    expect(textOf({ officialOff: ["sssd"] })).toContain(
      listed("          -sssd\n"),
    );
    const text = textOf({ officialOff: ["sssd"] }, zfs);
    expect(text).toContain(listed("          zfs\n          -sssd\n"));
    expect(text.match(/enabled-sysext\.conf/g)).toHaveLength(1);
  });

  test("the names and the dashes of one file come back apart", () => {
    const text = textOf({ officialOff: ["sssd", "kerberos"] }, zfs);
    const preset = opened(text);
    expect(preset.rest.whole).toBe(false);
    expect(preset.layers.officialOff).toEqual(["sssd", "kerberos"]);
    expect(preset.extensions.chosen).toMatchObject([{ id: "zfs" }]);
    expect(preset.extensions.chosen[0]!.written).toBeUndefined();
  });

  test("a name added in the form reaches a file that is written another way", () => {
    const text = `# mine
${header}storage:
  files:
    - path: /etc/flatcar/enabled-sysext.conf
      contents: {inline: "# ours\\nzfs\\n"}
`;
    const before = opened(text);
    const layers = { ...before.layers, officialOff: ["sssd"] };
    const after = settlePreset(before, { ...before, layers });
    const now = compose(after).text;
    expect(now).toContain("# mine");
    expect(now.match(/enabled-sysext\.conf/g)).toHaveLength(1);
    expect(after.layers.officialOff).toEqual(["sssd"]);
    expect(after.extensions.chosen).toMatchObject([{ id: "zfs" }]);
  });
});

describe("late settings", () => {
  test("what is applied again, in one unit", () => {
    const late = { users: true, folders: true, udev: true };
    expect(textOf({ late }))
      .toContain(`    - name: apply-extension-settings.service
      enabled: true
      contents: |
        [Unit]
        Description=Apply settings shipped in system extensions
        After=systemd-sysext.service
        Before=multi-user.target

        [Service]
        Type=oneshot
        RemainAfterExit=yes
        ExecStart=-/usr/bin/systemd-sysusers
        ExecStart=-/usr/bin/systemd-tmpfiles --create --exclude-prefix=/dev
        ExecStart=-/usr/bin/udevadm control --reload
        ExecStart=-/usr/bin/udevadm trigger

        [Install]
        WantedBy=multi-user.target
`);
  });

  test("modules, sysctl, D-Bus, and again with every merge", () => {
    const text = textOf({
      late: {
        modules: ["zram", "no module"],
        sysctl: true,
        dbus: true,
        again: true,
      },
    });
    expect(text).toContain("        PartOf=systemd-sysext.service\n");
    expect(text).toContain("        ExecStart=-/usr/sbin/modprobe zram\n");
    expect(text).not.toContain("no module");
    expect(text).toContain("restart systemd-sysctl.service");
    expect(text).toContain("reload dbus.service");
  });

  test("to run it again, there has to be something to run", () => {
    expect(textOf({ late: { again: true } })).toBe(header);
  });
});

describe("units of one's own images", () => {
  test.each([
    [
      { unit: "mine.service" },
      "multi-user.target.wants/mine.service",
      "/usr/lib/systemd/system/mine.service",
    ],
    [
      { unit: "mine.timer", path: "/usr/local/lib/systemd/system/mine.timer" },
      "timers.target.wants/mine.timer",
      "/usr/local/lib/systemd/system/mine.timer",
    ],
    [
      { unit: "mine.socket", target: "basic.target" },
      "basic.target.wants/mine.socket",
      "/usr/lib/systemd/system/mine.socket",
    ],
  ])("%j is started by a link", (start, link, target) => {
    const text = textOf({ starts: [start] });
    expect(text).toContain(`- path: /etc/systemd/system/${link}\n`);
    expect(text).toContain(`target: ${target}\n`);
    expect(opened(text).layers.starts).toMatchObject([start]);
  });

  test("a link that an extension writes is the extension's", () => {
    const k3s = {
      extensions: { chosen: [{ id: "k3s", version: "v1.36.2+k3s1" }] },
    };
    const text = textOf({ starts: [{ unit: "mine.service" }] }, k3s);
    expect(text.match(/\.wants\//g)).toHaveLength(2);
    expect(opened(text).layers.starts).toMatchObject([
      { unit: "mine.service" },
    ]);
  });

  test("a unit that stands in /etc is no image's", () => {
    const text = `# mine
${header}storage:
  links:
    - path: /etc/systemd/system/multi-user.target.wants/a.service
      target: /etc/systemd/system/a.service
`;
    expect(opened(text).layers.starts).toEqual([]);
  });
});

test("what a node would get is told before it is opened", () => {
  const { layers } = presetOf({
    layers: {
      directories: [{ name: "mytools", files: [hello] }],
      confexts: [{ name: "site", url: "https://example.com/site.raw" }],
      oemOff: ["azure"],
      late: { users: true },
    },
  });
  expect(sectionsById.layers.describe!(layers)).toEqual([
    "adds 1 layer over /usr: mytools",
    "adds 1 layer over /etc: site",
    "switches off 1 vendor extension: oem-azure",
    "applies settings that images bring",
  ]);
  expect(sectionsById.layers.count!(layers)).toBe(4);
});
