import { expect, test } from "vitest";
import { createDocument, emit } from "../emit";
import { locate } from "./locate";
import { missingFrom } from "./missing-from";
import { openDocument, type OpenDocument } from "./open-document";
import { patch } from "./patch";

const text = `variant: flatcar
version: 1.1.0
anchors: &shared
  mode: 0755
  contents: {inline: hello}
passwd:
  users:
    - name: core
      gecos: yes
      groups: [wheel, docker]
storage:
  files:
    # Says who the node is.
    - path: /etc/hostname
      mode: 420
      contents:
        inline: node-1
        # an old name: node-0

    - <<: *shared
      path: /opt/run
      mode: 0o755
systemd:
  units: [{name: docker.service, enabled: yes, dropins: ~}]
`;

function open(source: string): OpenDocument {
  const opened = openDocument(source);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

test("entries are plain data, read for their fields", () => {
  const document = open(text);
  expect(document.header).toEqual({ variant: "flatcar", version: "1.1.0" });
  expect(document.named("passwd.users", "core")[0]?.value).toEqual({
    name: "core",
    gecos: "yes",
    groups: ["wheel", "docker"],
  });
  expect(document.entriesOf("storage.files").map(({ value }) => value)).toEqual(
    [
      {
        path: "/etc/hostname",
        mode: 0o644,
        contents: { inline: "node-1" },
      },
      { path: "/opt/run", mode: 0o755, contents: { inline: "hello" } },
    ],
  );
  expect(document.entriesOf("systemd.units")[0]?.value).toEqual({
    name: "docker.service",
    enabled: true,
  });
});

test("the range of an entry has its comments", () => {
  const document = open(text);
  const slices = document
    .entriesOf("storage.files")
    .map(({ range }) => text.slice(range.start.offset, range.end.offset));
  expect(slices[0]).toMatch(/^ +# Says who.*node-0\n$/s);
  expect(slices[1]).toMatch(/^ +- <<: .*mode: 0o755\n$/s);
  const [unit] = document.entriesOf("systemd.units");
  expect(text.slice(unit!.range.start.offset)).toMatch(/^\{name/);
});

test.each([
  ["variant: [", "yaml-syntax"],
  ["", "variant-missing"],
  ["- a\n", "type-mismatch"],
  ["variant: flatcar\n---\nvariant: fcos\n", "rest-second-document"],
  ["variant: flatcar\n...\nmore\n", "rest-second-document"],
  ["a: &x\n  b: *x\n", "alias-in-itself"],
  [
    `a: &a0 [x]\n${Array.from({ length: 20 }, (_, n) => `b${n}: &a${n + 1} [*a${n}, *a${n}, *a${n}]\n`).join("")}`,
    "too-many-aliases",
  ],
])("%j is refused", (source, code) => {
  const opened = openDocument(source);
  expect(!opened.ok && opened.error.map((entry) => entry.code)).toEqual([code]);
});

test.each([
  ["\ufeffvariant: flatcar\n", "a byte order mark"],
  ["%YAML 1.1\n---\nvariant: flatcar\n...\n# end\n", "an end of its own"],
  ["variant: flatcar\nversion: 9.9.9\n", "a version that nobody knows"],
  ["storage: {files: {path: /a}}\n", "a value of another type"],
])("%j is opened: %s", (source) => {
  expect(open(source).entriesOf("storage.files")).toEqual([]);
});

test("deep nesting is opened, and left alone", () => {
  const deep = `a: ${"[".repeat(3000)}${"]".repeat(3000)}\n`;
  const [before, after] = ["1.0.0", "1.1.0"].map((version) =>
    createDocument({ variant: "flatcar", version }),
  );
  expect(open(deep).entriesOf("storage.files")).toEqual([]);
  expect(patch(deep, before!, after!)).toEqual({ text: deep, changed: false });
});

test("a document holds what it says in other words", () => {
  const draft = createDocument({ variant: "flatcar", version: "1.1.0" });
  draft.putFile({
    path: "/etc/hostname",
    mode: 0o644,
    overwrite: true,
    contents: { inline: "node-1\n" },
  });
  draft.putFile({
    path: "/opt/run",
    mode: 0o755,
    contents: { inline: "hello" },
  });
  draft.putUser({ name: "core", groups: ["docker"] });
  draft.putUnit({ name: "docker.service", enabled: true });
  expect(missingFrom(open(text), draft)).toEqual([]);
});

test("what a document does not hold is told with its origin", () => {
  const draft = createDocument({ variant: "flatcar", version: "1.1.0" });
  draft.putFile(
    { path: "/etc/hostname", contents: { inline: "node-2\n" } },
    {
      origin: ["host"],
      fields: [{ at: ["contents", "inline"], field: ["name"] }],
    },
  );
  draft.putFile({ path: "/opt/run", mode: 0o755 }, { origin: ["run"] });
  draft.putLink({ path: "/etc/localtime", target: "/x" }, { origin: ["zone"] });
  draft.putUser(
    { name: "core", groups: ["docker", "sudo"] },
    { fields: [{ at: ["groups", 1], field: ["sudo"] }] },
  );
  draft.putDropin(
    "docker.service",
    { name: "a.conf", contents: "" },
    { origin: ["dropin"] },
  );
  expect(missingFrom(open(text), draft)).toEqual([
    {
      list: "passwd.users",
      key: "core",
      path: ["groups", 1],
      reason: "absent",
      origin: ["sudo"],
    },
    {
      list: "storage.files",
      key: "/etc/hostname",
      path: ["contents", "inline"],
      reason: "different",
      origin: ["name"],
    },
    {
      list: "storage.files",
      key: "/opt/run",
      path: [],
      reason: "more",
      origin: ["run"],
    },
    {
      list: "storage.links",
      key: "/etc/localtime",
      path: [],
      reason: "absent",
      origin: ["zone"],
    },
    {
      list: "systemd.units",
      key: "docker.service",
      path: ["dropins"],
      reason: "absent",
      origin: ["dropin"],
    },
  ]);
});

test("origins are told at the places of the document", () => {
  const draft = createDocument({ variant: "flatcar", version: "1.1.0" });
  draft.putUser(
    { name: "core", groups: ["docker"] },
    { origin: ["user"], fields: [{ at: ["groups", 0], field: ["group"] }] },
  );
  draft.putFile(
    { path: "/opt/run", mode: 0o755, contents: { inline: "hello" } },
    { origin: ["run"] },
  );
  draft.putFile({ path: "/not/there" }, { origin: ["nowhere"] });
  expect(locate(open(text), draft)).toEqual([
    { path: ["passwd", "users", 0], field: ["user"] },
    { path: ["passwd", "users", 0, "groups", 1], field: ["group"] },
    { path: ["storage", "files", 1], field: ["run"] },
  ]);
});

test("entries put from one document into another say the same", () => {
  const document = open(text);
  const draft = createDocument(document.header);
  for (const list of [
    "passwd.users",
    "storage.files",
    "systemd.units",
  ] as const)
    for (const { value } of document.entriesOf(list))
      draft.putEntry(list, value);
  const emitted = emit(draft).text;
  expect(emitted).toContain("mode: 0644");
  expect(missingFrom(document, draft)).toEqual([]);
  expect(missingFrom(open(emitted), draft)).toEqual([]);
});
