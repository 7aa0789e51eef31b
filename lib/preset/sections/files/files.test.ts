import { describe, expect, test } from "vitest";
import { isFatal, transpile } from "@/lib/butane";
import { compose } from "../../compose";
import type { Preset } from "../../preset";
import { settlePreset } from "../../settle";
import { setAt } from "@/lib/set-at";
import { isPresent } from "./present";
import { startingFiles } from "./starting-files";
import { uploadedContents } from "./upload";
import { secretsIn, withoutSecrets } from "../../secrets";
import { opened, presetOf } from "../testing";

const header = "variant: flatcar\nversion: 1.0.0\n";
const node = `# by hand
${header}storage:
  files:
    - path: /etc/app/hello.conf
      contents: {inline: hello}
    - path: /opt/bin/tool
      mode: 493
      user: {id: 500}
      group: {name: core}
      contents:
        source: https://example.com/tool.gz
        compression: gzip
        http_headers:
          - {name: Authorization, value: Bearer abc}
        verification:
          hash: sha256-${"0".repeat(64)}
    - path: /etc/app.env
      mode: 0600
      contents:
        inline: |
          API_TOKEN=abc
    - path: /etc/subuid
      append:
        - inline: "root:1065536:65536\\n"
        - source: https://example.com/more
    - path: /etc/hostname
      contents: {inline: node-1}
    - path: /etc/from-disk
      contents: {local: a}
  directories:
    - {path: /var/lib/app, mode: 0700, user: {name: app}}
  links:
    - {path: /etc/one, target: ../srv, hard: true}
    - {path: /etc/localtime, target: ../usr/share/zoneinfo/Europe/Berlin, overwrite: true}
`;

test("files, directories and links that no other section writes are read, with all that a file can be", () => {
  const { files, identity } = opened(node);
  expect(identity.hostname).toBe("node-1");
  expect(
    files.files.map(({ path, mode, user, group, contents, append }) => [
      path,
      mode,
      `${user}:${group}`,
      contents.kind,
      contents.text || contents.source,
      append.map(({ kind }) => kind).join(),
    ]),
  ).toEqual([
    ["/etc/app/hello.conf", "", ":", "text", "hello", ""],
    [
      "/opt/bin/tool",
      "0755",
      "500:core",
      "fetch",
      "https://example.com/tool.gz",
      "",
    ],
    ["/etc/app.env", "0600", ":", "secret", "", ""],
    ["/etc/subuid", "", ":", "none", "", "text,fetch"],
  ]);
  expect(files.files[1]!.contents).toMatchObject({
    hash: `sha256-${"0".repeat(64)}`,
    compression: "gzip",
    headers: [{ name: "Authorization", value: "Bearer abc" }],
  });
  expect(files.directories).toEqual([
    {
      path: "/var/lib/app",
      mode: "0700",
      user: "app",
      group: "",
      overwrite: false,
    },
  ]);
  expect(files.links.map(({ path, hard }) => [path, hard])).toEqual([
    ["/etc/one", true],
    // Another way to write it than that of the section it belongs to.
    ["/etc/localtime", false],
  ]);
});

/** The lines that a change in the form takes out and puts in. */
function touched(change: (preset: Preset) => Preset): string[] {
  const before = opened(node);
  const now = compose(settlePreset(before, change(before))).text.split("\n");
  const old = node.split("\n");
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

const withFile = (index: number, change: object) => (preset: Preset) => ({
  ...preset,
  files: {
    ...preset.files,
    files: preset.files.files.map((file, at) =>
      at === index ? { ...file, ...change } : file,
    ),
  },
});

test("a change in the form of an opened document touches its own line", () => {
  expect(touched(withFile(2, { mode: "0400" }))).toEqual([
    "-      mode: 0600",
    "+      mode: 0400",
  ]);
  expect(touched(withFile(0, { path: "/etc/app/other.conf" }))).toEqual([
    "-    - path: /etc/app/hello.conf",
    "+    - path: /etc/app/other.conf",
  ]);
});

test("what is typed and cannot be written yet stays in the form", () => {
  const before = opened(node);
  const typed = settlePreset(before, withFile(0, { mode: "9" })(before));
  expect(typed.files.files[0]!.mode).toBe("9");
  expect(compose(typed).text).toBe(node);
  const { contents } = typed.files.files[0]!;
  const added = settlePreset(typed, {
    ...typed,
    files: {
      ...typed.files,
      files: [...typed.files.files, { ...typed.files.files[0]!, path: "" }],
    },
  });
  expect(compose(added).text).toBe(node);
  expect(added.files.files.at(-1)).toMatchObject({ path: "", contents });
});

describe("secrets", () => {
  const secret = (mode: string, text: string) =>
    opened(
      `# by hand\n${header}storage:\n  files:\n    - path: /etc/a\n      mode: ${mode}\n      contents:\n        inline: ${JSON.stringify(text)}\n`,
    ).files.files[0]!.contents.kind;

  test.each([
    ["0600", "password: hunter2", "secret"],
    ["0640", "PRESHARED_KEY=abcdef", "secret"],
    ["0400", "-----BEGIN OPENSSH PRIVATE KEY-----", "secret"],
    ["0600", "PasswordAuthentication no", "text"],
    ["0644", "password: hunter2", "text"],
  ])("mode %s and %j are read as %s", (mode, text, kind) => {
    expect(secret(mode, text)).toBe(kind);
  });

  test("they go out of the text with the rest of what is shared", () => {
    const preset = opened(node);
    expect(secretsIn(preset)).toEqual([
      ["files", "files", 1, "contents", "headers", 0, "value"],
      ["files", "files", 2, "contents", "secret"],
    ]);
    const { text } = withoutSecrets(preset).rest;
    expect(text).not.toContain("Bearer abc");
    expect(text).not.toContain("API_TOKEN=abc");
    expect(text).toContain("/etc/app.env");
  });

  test("what somebody chose to be none stays none", () => {
    const before = opened(node);
    const contents = { ...before.files.files[2]!.contents, kind: "text" };
    const text = "API_TOKEN=abc\n";
    const shown = settlePreset(
      before,
      withFile(2, { contents: { ...contents, text, secret: "" } })(before),
    );
    expect(shown.files.files[2]!.contents).toMatchObject({
      kind: "text",
      text,
    });
    const again = opened(
      compose(shown).text.replace("TOKEN=abc", "TOKEN=abd"),
      shown,
    );
    expect(again.files.files[2]!.contents.kind).toBe("text");
  });
});

test.each([
  ["0644", "0644"],
  ["644", "0644"],
  ["0o755", "0755"],
  ["04755", "04755"],
  ["", undefined],
  ["rw-r--r--", undefined],
  ["0888", undefined],
])("mode %j is written as %s", (mode, written) => {
  const { text } = compose(
    presetOf({ files: { directories: [{ path: "/srv/a", mode }] } }),
  );
  expect(/mode: (\d+)/.exec(text)?.[1]).toBe(written);
});

test("everything a file can be passes Ignition's rules without a word", () => {
  const preset = opened(node.replace(/ {4}- path: \/etc\/from-disk\n.*\n/, ""));
  expect(transpile(compose(preset).text).report.filter(isFatal)).toEqual([]);
  const { report, output } = transpile(
    compose({ ...preset, rest: { text: "", whole: false } }).text,
  );
  expect(report).toEqual([]);
  expect(output).not.toBeNull();
});

test("typed Butane stays typed when the text around it changes", () => {
  const typed = "storage:\n  files:\n    - path: /etc/typed # by hand\n";
  const preset = presetOf({
    identity: { hostname: "node-1" },
    files: { files: [{ path: "/etc/mine" }] },
    rest: { text: typed },
  });
  const { text } = compose(preset);
  const after = opened(text.replace("node-1", "node-2"), preset);
  expect(after.rest).toEqual(preset.rest);
  expect(after.files).toEqual(preset.files);
  expect(after.identity.hostname).toBe("node-2");
});

const bytes = (text: string) => new TextEncoder().encode(text);

test.each<[string, Uint8Array, object]>([
  ["text", bytes("a\n\tb ü\n"), { kind: "text", text: "a\n\tb ü\n" }],
  ["nothing", bytes(""), { kind: "text", text: "" }],
  ["no UTF-8", new Uint8Array([0xff, 0xfe]), { kind: "fetch" }],
  ["a zero", new Uint8Array([0x61, 0]), { source: "data:,a%00" }],
  ["lines that end in \\r\\n", bytes("a\r\n"), { source: "data:,a%0D%0A" }],
  [
    "much of the same",
    new Uint8Array(2000),
    { kind: "fetch", compression: "gzip" },
  ],
])("an uploaded file is kept as it is: %s", (_, given, expected) => {
  expect(uploadedContents(given)).toMatchObject(expected);
});

test("every file to begin with passes Ignition's rules once it has an address", () => {
  for (const { edits } of startingFiles) {
    const preset = edits(presetOf({})).reduce(
      (node, { path, value }) => setAt(node, path, value),
      presetOf({}),
    );
    const { text } = compose(
      setAt(
        preset,
        ["files", "files", 0, "contents", "source"],
        "https://a.b/c",
      ),
    );
    expect(transpile(text).report).toEqual([]);
  }
});

function begunWith(label: string): Preset {
  const start = startingFiles.find((one) => one.label.startsWith(label))!;
  const preset = presetOf({});
  return start
    .edits(preset)
    .reduce((node, { path, value }) => setAt(node, path, value), preset);
}

test("sssd begins with a file for root alone and its unit, which stands once however often it is asked for", () => {
  const preset = begunWith("Directory service");
  const { text } = compose(preset);
  expect(text).toContain("- path: /etc/sssd/sssd.conf\n      mode: 0600\n");
  expect(text).toContain("- name: sssd.service\n      enabled: true\n");
  // It holds the directory's password, which no link takes along.
  expect(secretsIn(preset).map((path) => path.join("."))).toEqual([
    "files.files.0.contents.secret",
  ]);
  const again = startingFiles.find(({ label }) => /sssd/.test(label))!;
  expect(again.edits(preset).map(({ path }) => path[0])).toEqual(["files"]);
});

test("a program in /opt/bin begins as one that can be run, from an address", () => {
  const { files } = begunWith("Program").files;
  expect(files).toMatchObject([
    { path: "/opt/bin/tool", mode: "0755", contents: { kind: "fetch" } },
  ]);
});

test.each(["/etc/hostname", "/etc/extensions/docker-flatcar.raw"])(
  "%s is there already",
  (path) => {
    expect(isPresent(path)).toBe(true);
    expect(isPresent(`${path}.d`)).toBe(false);
  },
);
