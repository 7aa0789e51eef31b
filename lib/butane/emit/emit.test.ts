import fc from "fast-check";
import { expect, test } from "vitest";
import type { Path } from "../path";
import { nodeAt, parse } from "../source";
import { createDocument } from "./builder";
import { emit } from "./emit";

/** Hundreds of documents, also on a machine that is busy with the browser tests. */
const patient = 60_000;

const header = { variant: "flatcar", version: "1.0.0" };

/** The text at a path of the emitted document, as a reader of the YAML sees it. */
function readBack(text: string, path: Path): unknown {
  const document = parse(text);
  expect(document.report).toEqual([]);
  const node = nodeAt(document, path);
  return node?.kind === "scalar" && node.tag === "!!str" ? node.value : node;
}

test("a document is written in the order people read it, with reasons above the entries", () => {
  const document = createDocument(header);
  document.putUnit(
    { name: "locksmithd.service", mask: true },
    { comment: "kured reboots." },
  );
  document.putFile({
    path: "/etc/hostname",
    mode: 0o644,
    overwrite: true,
    contents: { inline: "node-1\n" },
  });
  document.putLink({
    path: "/etc/localtime",
    target: "/usr/share/zoneinfo/UTC",
  });
  document.putUser({
    name: "core",
    sshAuthorizedKeys: ["ssh-ed25519 AAAA core@host"],
  });
  document.putKernelArgument("quiet");
  expect(emit(document).text).toBe(`variant: flatcar
version: 1.0.0

passwd:
  users:
    - name: core
      ssh_authorized_keys:
        - ssh-ed25519 AAAA core@host

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
      target: /usr/share/zoneinfo/UTC

systemd:
  units:
    # kured reboots.
    - name: locksmithd.service
      mask: true

kernel_arguments:
  should_exist:
    - quiet
`);
});

test.each([
  ["node-1", "node-1"],
  ["https://example.com/a?b=c#d", "https://example.com/a?b=c#d"],
  ["/etc/a b", "/etc/a b"],
  ["yes", '"yes"'],
  ["0644", '"0644"'],
  ["1.0", '"1.0"'],
  ["12:30:00", '"12:30:00"'],
  ["null", '"null"'],
  ["", '""'],
  ["- a", '"- a"'],
  ["a: b", '"a: b"'],
  ["a #b", '"a #b"'],
  ["*a", '"*a"'],
  ["2026-01-01", '"2026-01-01"'],
  ["28.0.4", "28.0.4"],
  [" ", '" "'],
  ["tab\there", '"tab\\there"'],
  ["\u0085", '"\\x85"'],
])("the string %j is written as %s", (value, written) => {
  const document = createDocument(header);
  document.putKernelArgument(value);
  expect(emit(document).text).toContain(`    - ${written}\n`);
});

test.each([
  ["a\nb\n", "|\n          a\n          b\n"],
  ["a\nb", "|-\n          a\n          b\n"],
  ["a\n\n\n", '"a\\n\\n\\n"\n'],
  ["  a\nb\n", "|2\n            a\n          b\n"],
  ["\na\n", "|2\n\n          a\n"],
  ["a\n  \nb\n", '"a\\n  \\nb\\n"\n'],
  ["a\r\nb\r\n", '"a\\r\\nb\\r\\n"\n'],
])("the text %j keeps its lines", (value, written) => {
  const document = createDocument(header);
  document.putFile({ path: "/a", contents: { inline: value } });
  expect(emit(document).text).toContain(`        inline: ${written}`);
});

test(
  "whatever string goes in comes out of the text again",
  () => {
    const lines = fc.array(
      fc.string({
        unit: fc.constantFrom("a", " ", "\t", "#", ":", "-", "|", "é"),
      }),
    );
    const hard = fc.constantFrom(
      "\u0000",
      "\u0085",
      "\u2028",
      "\ufeff",
      "\ufffe",
      "\u007f",
      "\u{1fffe}",
      "\r",
      "{}",
      "&a",
      "!!int 3",
      "'",
      "---",
      "...",
    );
    const any = fc.oneof(
      fc.string({ unit: "binary" }),
      lines.map((all) => all.join("\n")),
      fc
        .array(
          fc.oneof(
            hard,
            fc.string({ unit: "binary" }),
            fc.constantFrom("\n", " ", "a"),
          ),
        )
        .map((all) => all.join("")),
      fc.string().map((text) => text + "\n"),
    );
    fc.assert(
      fc.property(any, any, any, (path, contents, comment) => {
        const document = createDocument(header);
        document.putFile(
          { path, mode: 0o4755, contents: { inline: contents, source: path } },
          { comment },
        );
        document.putKernelArgument(contents, { comment });
        document.putUnit({ name: path, contents }, { comment });
        const { text } = emit(document);
        expect(readBack(text, ["storage", "files", 0, "path"])).toBe(path);
        expect(
          readBack(text, ["storage", "files", 0, "contents", "source"]),
        ).toBe(path);
        expect(
          readBack(text, ["storage", "files", 0, "contents", "inline"]),
        ).toBe(contents);
        expect(readBack(text, ["kernel_arguments", "should_exist", 0])).toBe(
          contents,
        );
        expect(readBack(text, ["systemd", "units", 0, "contents"])).toBe(
          contents,
        );
      }),
      { numRuns: 400 },
    );
  },
  patient,
);

test("half a surrogate pair becomes what UTF-8 writers make of it", () => {
  const document = createDocument(header);
  document.putKernelArgument("a\ud800b");
  expect(
    readBack(emit(document).text, ["kernel_arguments", "should_exist", 0]),
  ).toBe("a\ufffdb");
});

test("entries of one name are one entry", () => {
  const document = createDocument(header);
  document.putUnit({ name: "a.service", enabled: true }, { origin: ["one"] });
  document.putDropin(
    "a.service",
    { name: "10.conf", contents: "[Unit]\n" },
    { origin: ["two"] },
  );
  document.putDropin("a.service", { name: "10.conf", contents: "[Unit]\n" });
  document.putUnit({ name: "a.service", mask: true });
  document.putUser({ name: "core", sshAuthorizedKeys: ["a"] });
  document.putUser({ name: "core", sshAuthorizedKeys: ["a", "b"], uid: 500 });
  const { text, origins } = emit(document);
  expect(text).toContain(`    - name: a.service
      enabled: true
      mask: true
      dropins:
        - name: 10.conf
          contents: |
            [Unit]
`);
  expect(text).toContain(`    - name: core
      ssh_authorized_keys:
        - a
        - b
      uid: 500
`);
  expect(origins).toContainEqual({
    path: ["systemd", "units", 0],
    field: ["one"],
  });
  expect(origins).toContainEqual({
    path: ["systemd", "units", 0, "dropins", 0],
    field: ["two"],
  });
});

test.each([
  [
    "a unit of two texts",
    (document: ReturnType<typeof createDocument>) => {
      document.putUnit({ name: "a.service", contents: "[Unit]\n" });
      document.putUnit({ name: "a.service", contents: "[Service]\n" });
    },
    "name: a.service",
  ],
  [
    "a path of two files",
    (document: ReturnType<typeof createDocument>) => {
      document.putFile({ path: "/a", contents: { inline: "1" } });
      document.putFile({ path: "/a", contents: { inline: "2" } });
    },
    "path: /a",
  ],
])("%s stays twice, so that validation names it", (_, put, line) => {
  const document = createDocument(header);
  put(document);
  expect(emit(document).text.split(line)).toHaveLength(3);
});

test("the very same file twice is there once, and emitting changes nothing in the document", () => {
  const document = createDocument(header);
  document.putFile({ path: "/a", contents: { inline: "1" } });
  document.putFile({ path: "/a", contents: { inline: "1" } });
  const text = emit(document).text;
  expect(text.split("path: /a")).toHaveLength(2);
  emit(document, "storage:\n  files:\n    - path: /b\n");
  expect(emit(document).text).toBe(text);
});

test("finer origins lead from a part of an entry to its field", () => {
  const document = createDocument(header);
  document.putUser(
    { name: "core", sshAuthorizedKeys: ["a", "b"] },
    {
      origin: ["users", 0],
      fields: [
        { at: ["ssh_authorized_keys", 1], field: ["users", 0, "keys", 1] },
      ],
    },
  );
  expect(emit(document).origins).toEqual([
    { path: ["passwd", "users", 0], field: ["users", 0] },
    {
      path: ["passwd", "users", 0, "ssh_authorized_keys", 1],
      field: ["users", 0, "keys", 1],
    },
  ]);
});
