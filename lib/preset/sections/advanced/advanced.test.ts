import { describe, expect, test } from "vitest";
import { isFatal, transpile } from "@/lib/butane";
import { compose } from "../../compose";
import { parsePreset } from "../../parse-preset";
import { opened, presetOf } from "../testing";
import { sectionsById } from "..";

function textOf(advanced: object, release = ""): string {
  const { text } = compose(presetOf({ advanced, target: { release } }));
  expect(transpile(text).report.filter(isFatal)).toEqual([]);
  return text;
}

const header = "variant: flatcar\nversion: 1.0.0\n";

describe("how images are merged", () => {
  test("as settings for a new systemd, and as options for an old one", () => {
    expect(textOf({ sysext: { mutable: "auto", policy: "verity" } }))
      .toBe(`${header}
storage:
  files:
    # Read by systemd 259 and later.
    - path: /etc/systemd/sysext.conf
      mode: 0644
      contents:
        inline: |
          [SysExt]
          Mutable=auto
          ImagePolicy=root=verity+signed+absent:usr=verity+signed+absent

systemd:
  units:
    - name: systemd-sysext.service
      dropins:
        # The same for an older systemd, which knows options only.
        - name: options.conf
          contents: |
            [Service]
            ExecStart=
            ExecStart=systemd-sysext refresh --mutable=auto --image-policy=root=verity+signed+absent:usr=verity+signed+absent
            ExecReload=
            ExecReload=systemd-sysext refresh --mutable=auto --image-policy=root=verity+signed+absent:usr=verity+signed+absent
`);
  });

  test("confext has a file, a section and a service of its own, and no /usr", () => {
    const text = textOf({ confext: { mutable: "yes", policy: "signed" } });
    expect(text).toContain("/etc/systemd/confext.conf");
    expect(text).toContain("          [ConfExt]\n          Mutable=yes\n");
    expect(text).toContain("ImagePolicy=root=signed+absent\n");
    expect(text).toContain(
      "ExecStart=systemd-confext refresh --mutable=yes --image-policy=root=signed+absent\n",
    );
  });

  test.each([
    ["4593.2.5", true],
    ["4628.0.0", true],
    ["4722.0.0", false],
    ["4757.1.0", false],
    ["", true],
  ])("for release %j the drop-in is written: %s", (release, isThere) => {
    const text = textOf({ sysext: { mutable: "auto" } }, release);
    expect(text.includes("options.conf")).toBe(isThere);
    expect(text).toContain("Mutable=auto");
  });

  test.each(["no", "auto", "yes", "import", "ephemeral", "ephemeral-import"])(
    "mode %s is written and read",
    (mutable) => {
      const text = textOf({ sysext: { mutable } });
      expect(text).toContain(`--mutable=${mutable}\n`);
      expect(opened(text).advanced.sysext.mutable).toBe(mutable);
    },
  );

  test.each([
    ["root=signed+absent", true],
    ["*", true],
    ["-", true],
    ["=signed+absent:usr=verity", true],
    ["root=signed; rm -rf /", false],
    ["root=signed\nExecStart=/bin/sh", false],
    ["%n", false],
    ["root", false],
  ])("an own policy %j is written: %s", (ownPolicy, isWritten) => {
    const text = textOf({ sysext: { policy: "own", ownPolicy } });
    if (!isWritten) expect(text).toBe(header);
    else {
      expect(text).toContain(`ImagePolicy=${ownPolicy}\n`);
      expect(opened(text).advanced.sysext).toEqual({
        mutable: "",
        policy: "own",
        ownPolicy,
      });
    }
  });

  test("a drop-in alone, as another hand wrote it, stays a matter of the text", () => {
    const text = `# mine
${header}systemd:
  units:
    - name: systemd-sysext.service
      dropins:
        - name: options.conf
          contents: |
            [Service]
            ExecStart=
            ExecStart=systemd-sysext refresh --mutable=auto
`;
    const preset = opened(text);
    expect(compose(preset).text).toBe(text);
    expect(preset.advanced.sysext.mutable).toBe("");
  });
});

describe("where writes go", () => {
  test("a directory, or the tree itself", () => {
    expect(
      textOf({
        writes: { usr: "directory", opt: "original", etc: "original" },
      }),
    ).toBe(`${header}
storage:
  directories:
    - path: /var/lib/extensions.mutable/usr
      mode: 0755
  links:
    - path: /var/lib/extensions.mutable/opt
      target: /opt
    - path: /var/lib/extensions.mutable/etc
      target: /etc
      overwrite: true
`);
  });

  test("the read-only /usr cannot be chosen", () => {
    const parsed = parsePreset({
      kindling: 1,
      advanced: { writes: { usr: "original" } },
    });
    expect(parsed).toMatchObject({ ok: false, error: { code: "bad-shape" } });
  });

  test("the link with which an extension keeps /opt writable is the extension's", () => {
    const { text } = compose(
      presetOf({
        extensions: {
          chosen: [
            {
              id: "kata-containers",
              version: "4.0.0",
              params: { keepOptWritable: true },
            },
          ],
        },
      }),
    );
    expect(text).toContain("/var/lib/extensions.mutable/opt");
    expect(opened(text).advanced.writes.opt).toBe("");
  });
});

test("certificates of signers, one file each", () => {
  const certificate =
    "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
  const certificates = [
    { name: "release", text: certificate },
    { name: "", text: certificate },
    { name: "../a", text: certificate },
    { name: "empty" },
  ];
  const text = textOf({ certificates });
  expect(text).toContain("- path: /etc/verity.d/release.crt\n");
  expect(text.match(/path:/g)).toHaveLength(1);
  expect(opened(text).advanced.certificates).toEqual([certificates[0]]);
});

test("copies of defaults stay in /etc", () => {
  const text = textOf({ keepEtcCopies: true });
  expect(text).toContain("- path: /etc/.no-dup-update\n      mode: 0644\n");
  expect(opened(text).advanced.keepEtcCopies).toBe(true);
});

test("what a node would get is told before it is opened", () => {
  const { advanced } = presetOf({
    advanced: {
      sysext: { mutable: "auto", policy: "signed" },
      writes: { opt: "original" },
      keepEtcCopies: true,
    },
  });
  expect(sectionsById.advanced.describe!(advanced)).toEqual([
    "merges images over /usr and /opt in mode auto",
    "takes images over /usr and /opt by policy root=signed+absent:usr=signed+absent",
    "says where writes to a merged /opt go",
    "keeps copies of defaults in /etc",
  ]);
  expect(sectionsById.advanced.count!(advanced)).toBe(4);
});
