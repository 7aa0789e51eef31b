import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, type YamlNode } from "../source";
import { createDocument } from "./builder";
import { emit } from "./emit";

/** Hundreds of documents, also on a machine that is busy with the browser tests. */
const patient = 60_000;

const header = { variant: "flatcar", version: "1.0.0" };

function node() {
  const document = createDocument(header);
  document.putFile({ path: "/etc/hostname", contents: { inline: "node-1\n" } });
  document.putUnit({ name: "systemd-sysupdate.timer", enabled: true });
  document.putDropin("systemd-sysupdate.service", {
    name: "docker.conf",
    contents: "[Service]\n",
  });
  document.putUser({ name: "core", sshAuthorizedKeys: ["ssh-ed25519 AAAA"] });
  return document;
}

test("typed lines keep their comments and formatting under the parents they name", () => {
  const { text, restReport, origins } = emit(
    node(),
    `# for the proxy
variant: flatcar
storage:
    # ours
    files:   # all of them
    # the first
    - path: /etc/foo   # trailing
      contents:
        inline: |
            hello
              there
            # not a comment

    # the second
    -   path: /etc/bar
        contents: {inline: "x"}
    disks: [{device: /dev/sdb}]
systemd:
  units:
  # twice a day
  - name: systemd-sysupdate.timer
    # with a reason
    dropins:
    - name: schedule.conf
      contents: |
        [Timer]
        OnCalendar=
  - name: systemd-sysupdate.service
    dropins:
    - {name: proxy.conf, contents: "[Service]\\n"}
passwd: {users: [{name: core, groups: [docker], ssh_authorized_keys: [ssh-rsa B]}, {name: bob}]}
# the end
`,
  );
  expect(restReport).toEqual([]);
  expect(text).toBe(`variant: flatcar
version: 1.0.0

passwd:
  users:
    - name: core
      ssh_authorized_keys:
        - ssh-ed25519 AAAA
        - ssh-rsa B
      groups: [docker]
    - {name: bob}

storage:
  files:
    - path: /etc/hostname
      contents:
        inline: |
          node-1
    # for the proxy
    # ours
    # all of them
    # the first
    - path: /etc/foo   # trailing
      contents:
        inline: |
            hello
              there
            # not a comment

    # the second
    -   path: /etc/bar
        contents: {inline: "x"}
  disks: [{device: /dev/sdb}]

systemd:
  units:
    - name: systemd-sysupdate.timer
      enabled: true
      # twice a day
      # with a reason
      dropins:
      - name: schedule.conf
        contents: |
          [Timer]
          OnCalendar=
    - name: systemd-sysupdate.service
      dropins:
        - name: docker.conf
          contents: |
            [Service]
        - {name: proxy.conf, contents: "[Service]\\n"}
`);
  expect(origins).toContainEqual({
    path: ["storage", "files", 1],
    field: ["rest", "text"],
    typed: ["storage", "files", 0],
  });
  expect(origins).toContainEqual({
    path: ["systemd", "units", 0, "dropins"],
    field: ["rest", "text"],
    typed: ["systemd", "units", 0, "dropins"],
  });
});

test("a part that the document does not have is added whole", () => {
  const rest =
    "kernel_arguments:\n    should_exist: [a,  b] # two\nignition:\n  timeouts: {http_total: 5}\n";
  const { text } = emit(createDocument(header), rest);
  expect(text).toBe(`variant: flatcar
version: 1.0.0

ignition:
  timeouts: {http_total: 5}

kernel_arguments:
    should_exist: [a,  b] # two
`);
});

test("the same path as a file of the document stays beside it, so that validation names it", () => {
  const { text } = emit(
    node(),
    "storage:\n  files:\n    - path: /etc/hostname\n",
  );
  expect(text.split("path: /etc/hostname")).toHaveLength(3);
});

test("a unit that says the opposite stays beside ours, so that validation names it", () => {
  const { text } = emit(
    node(),
    "systemd:\n  units:\n    - name: systemd-sysupdate.timer\n      enabled: false\n",
  );
  expect(text).toContain("enabled: true\n");
  expect(text).toContain("enabled: false\n");
});

test("aliases that would stand before their anchor are written out", () => {
  const { text, restReport } = emit(
    node(),
    "systemd:\n  units:\n    - name: a.service\n      contents: &text |\n        [Unit]\nstorage:\n  files:\n    - path: /a\n      contents:\n        inline: *text\n",
  );
  expect(restReport).toEqual([]);
  expect(text).toContain(
    "    - path: /a\n      contents:\n        inline: |\n          [Unit]\n",
  );
});

test.each([
  ["storage: [", "yaml-syntax", 1],
  ["- a\n- b\n", "rest-not-a-mapping", 1],
  ["text", "rest-not-a-mapping", 1],
  ["# one\nvariant: fcos\n", "rest-variant", 2],
  ["storage:\n  files: []\nversion: 1.1.0\n", "rest-version", 3],
  ["storage: {}\nsystemd: {}\nstorage: {}\n", "rest-key-twice", 3],
  ["storage: {}\n---\nstorage: {}\n", "rest-second-document", 2],
  ["a: &a {}\n<<: *a\n", "rest-key", 2],
  ["storage:\n  files: 5\n", "rest-contradicts", undefined],
])(
  "typed text %j is left out as %s, and the node is written all the same",
  (typed, code, line) => {
    const { text, restReport } = emit(node(), typed);
    expect(restReport.map((entry) => entry.code)).toEqual([code]);
    expect(restReport[0]?.range?.start.line).toBe(line);
    expect(text).toBe(emit(node()).text);
  },
);

test.each([
  ["", "nothing"],
  ["# only a remark\n", "a remark"],
  ["---\n", "an empty document"],
  ["variant: flatcar\nversion: 1.0.0\n", "the header again"],
  ["storage:\n", "an empty part"],
])("%j changes nothing: %s", (typed) => {
  const { text, restReport } = emit(node(), typed);
  expect(restReport).toEqual([]);
  expect(text).toBe(emit(node()).text);
});

test("half a surrogate pair elsewhere in the node keeps no typed line out", () => {
  const document = createDocument(header);
  document.putKernelArgument("a\ud800b");
  const { text, restReport } = emit(
    document,
    "storage:\n  files:\n    - path: /a\n",
  );
  expect(restReport).toEqual([]);
  expect(text).toContain("path: /a");
});

test(
  "whatever mapping is typed is in the document afterwards, or reported",
  () => {
    const word = fc.constantFrom(
      "a",
      "0644",
      "yes",
      "'q u'",
      '"d\\n"',
      "~",
      "http://x/y",
    );
    const remark = fc.constantFrom("", "# remark\n", "\n", "  # odd\n");
    const block = fc.constantFrom("|", "|-", "|+", ">", ">-");
    const typed = fc
      .record({
        files: fc.array(word, { maxLength: 3 }),
        units: fc.array(
          fc.constantFrom("a.service", "systemd-sysupdate.timer"),
          {
            maxLength: 3,
          },
        ),
        indent: fc
          .integer({ min: 1, max: 5 })
          .map((width) => " ".repeat(width)),
        flow: fc.boolean(),
        remark,
        block,
      })
      .map(({ files, units, indent, flow, remark, block }) => {
        const listed = files.map(
          (path) =>
            `${remark}${indent}${indent}- path: ${path}\n${indent}${indent}  mode: 0644 # octal\n`,
        );
        const storage = flow
          ? 'storage: {files: [{path: /a, mode: 0644}, {path: "/b,c"}]}\n'
          : listed.length > 0
            ? `storage:\n${indent}files:\n${listed.join("")}`
            : "";
        const dropins = units.map(
          (name) =>
            `  - name: ${name}\n    dropins:\n${indent}     - name: d.conf\n${indent}       contents: ${block}\n${indent}         [Unit]\n${indent}          # kept\n`,
        );
        const systemd =
          dropins.length > 0
            ? `systemd:\n  units:\n${dropins.join(remark)}`
            : "";
        return remark + systemd + storage;
      });
    fc.assert(
      fc.property(typed, (text) => {
        const merged = emit(node(), text);
        expect(merged.restReport).toEqual([]);
        const document = parse(merged.text);
        expect(document.report).toEqual([]);
        const there = scalars(document.root);
        const wanted = scalars(parse(text).root);
        for (const scalar of wanted) expect(there).toContain(scalar);
      }),
      { numRuns: 150 },
    );
  },
  patient,
);

/** Every scalar below a node with its type, in order. */
function scalars(node: YamlNode | null): string[] {
  if (!node) return [];
  if (node.kind === "scalar") return [`${node.tag} ${node.value}`];
  if (node.kind === "sequence") return node.items.flatMap(scalars);
  if (node.kind === "mapping")
    return node.pairs.flatMap(({ key, value }) => [
      ...scalars(key),
      ...scalars(value),
    ]);
  return scalars(node.target);
}
