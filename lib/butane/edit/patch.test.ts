import { expect, test } from "vitest";
import { createDocument, type ButaneDocument } from "../emit";
import { patch } from "./patch";

const header = { variant: "flatcar", version: "1.1.0" };

type Puts = (document: ButaneDocument) => void;

function draft(puts: Puts, version = "1.1.0") {
  const document = createDocument({ ...header, version });
  puts(document);
  return document;
}

const none: Puts = () => undefined;

const hostname =
  (name: string, mode = 0o644): Puts =>
  (document) =>
    document.putFile({
      path: "/etc/hostname",
      mode,
      contents: { inline: name },
    });
const image =
  (version: string): Puts =>
  (document) =>
    document.putFile(
      {
        path: `/opt/extensions/k3s/k3s-${version}-x86-64.raw`,
        contents: { source: `https://example.org/k3s-${version}-x86-64.raw` },
      },
      { origin: ["extensions", 0], comment: "The image." },
    );
const unit =
  (parts: object): Puts =>
  (document) =>
    document.putUnit({ name: "a.service", ...parts });
const keys =
  (...sshAuthorizedKeys: string[]): Puts =>
  (document) =>
    document.putUser({ name: "core", sshAuthorizedKeys });
const all =
  (...puts: Puts[]): Puts =>
  (document) =>
    puts.forEach((put) => put(document));

interface Row {
  readonly why: string;
  readonly before: Puts;
  readonly after: Puts;
  readonly text: string;
  readonly expected: string;
}

const rows: readonly Row[] = [
  {
    why: "a version in several places changes where it stands, its comments stay",
    before: image("1.32.2"),
    after: image("1.32.6"),
    text: `storage:
  files:
    # Our cluster.
    - path: /opt/extensions/k3s/k3s-1.32.2-x86-64.raw # the image
      contents:
        source: "https://example.org/k3s-1.32.2-x86-64.raw"
    - {path: /etc/other}
`,
    expected: `storage:
  files:
    # Our cluster.
    - path: /opt/extensions/k3s/k3s-1.32.6-x86-64.raw # the image
      contents:
        source: "https://example.org/k3s-1.32.6-x86-64.raw"
    - {path: /etc/other}
`,
  },
  {
    why: "single quotes stay, and the text keeps having no line end",
    before: hostname("a\n"),
    after: hostname("it's\n"),
    text: `storage:
  files:
    - path: /etc/hostname
      contents: {inline: 'a'} # c
`,
    expected: `storage:
  files:
    - path: /etc/hostname
      contents: {inline: 'it''s'} # c
`,
  },
  {
    why: "a block stays one, with its mark and the lines that are the same",
    before: hostname("one\ntwo  \n\nthree\n"),
    after: hostname("one\n2\n\nthree\n"),
    text: `storage:
  files:
    - path: /etc/hostname
      contents:
        inline: |   # text
            one
            two  
   
            three

    - path: /b
`,
    expected: `storage:
  files:
    - path: /etc/hostname
      contents:
        inline: |   # text
            one
            2
   
            three

    - path: /b
`,
  },
  {
    why: "a block without a line end stays without",
    before: hostname("one\n"),
    after: hostname("one\ntwo\n"),
    text: `storage:
  files:
    - contents:
        inline: |-
          one
      path: /etc/hostname
`,
    expected: `storage:
  files:
    - contents:
        inline: |-
          one
          two
      path: /etc/hostname
`,
  },
  {
    why: "a folded text of one line stays folded",
    before: hostname("one\n"),
    after: hostname("two\n"),
    text: `storage:
  files:
    - path: /etc/hostname
      contents:
        inline: >
          one
`,
    expected: `storage:
  files:
    - path: /etc/hostname
      contents:
        inline: >
          two
`,
  },
  {
    why: "a plain text that grows lines becomes a block, its comment stays behind the key",
    before: hostname("one"),
    after: hostname("one\ntwo\n"),
    text: `storage:
  files:
    - path: /etc/hostname
      contents:
        inline: one # c
      mode: 0644
`,
    expected: `storage:
  files:
    - path: /etc/hostname
      contents:
        inline: | # c
          one
          two
      mode: 0644
`,
  },
  {
    why: "a mode that was left to its default comes behind the path",
    before: hostname("a\n"),
    after: hostname("a\n", 0o600),
    text: `storage:
  files:
  - path: /etc/hostname
    contents: {inline: a}
`,
    expected: `storage:
  files:
  - path: /etc/hostname
    mode: 0600
    contents: {inline: a}
`,
  },
  {
    why: "0o644 keeps its looks",
    before: hostname("a\n"),
    after: hostname("a\n", 0o600),
    text: `storage:
  files:
  - {path: /etc/hostname, mode: 0o644, contents: {inline: a}}
`,
    expected: `storage:
  files:
  - {path: /etc/hostname, mode: 0o600, contents: {inline: a}}
`,
  },
  {
    why: "a first file makes its section, between those that people read before and after",
    before: none,
    after: hostname("a\n"),
    text: `variant: flatcar
version: 1.1.0
passwd:
    users:
    - name: core
systemd:
    units: []
`,
    expected: `variant: flatcar
version: 1.1.0
passwd:
    users:
    - name: core
storage:
    files:
    - path: /etc/hostname
      mode: 0644
      contents:
          inline: |
              a
systemd:
    units: []
`,
  },
  {
    why: "sections stay parted, a text without a last line end too",
    before: none,
    after: unit({ enabled: true }),
    text: `variant: flatcar
version: 1.1.0

storage: {}`,
    expected: `variant: flatcar
version: 1.1.0

storage: {}

systemd:
  units:
    - name: a.service
      enabled: true`,
  },
  {
    why: "a new entry comes behind the last one, in its indentation and with its comment",
    before: none,
    after: image("1"),
    text: `storage:
  files:
    -   path: /a
        contents:
          inline: x
        # local: y
# end
`,
    expected: `storage:
  files:
    -   path: /a
        contents:
          inline: x
        # local: y
    # The image.
    -   path: /opt/extensions/k3s/k3s-1-x86-64.raw
        contents:
          source: https://example.org/k3s-1-x86-64.raw
# end
`,
  },
  {
    why: "in brackets a new entry is written in brackets",
    before: none,
    after: all(unit({ enabled: true }), keys("k: 1", "k2")),
    text: `passwd: {users: [{name: core, ssh_authorized_keys: [k2]}]}
systemd:
  units: [ {name: b.service} ]
`,
    expected: `passwd: {users: [{name: core, ssh_authorized_keys: ["k: 1", k2]}]}
systemd:
  units: [ {name: b.service}, {name: a.service, enabled: true} ]
`,
  },
  {
    why: "in brackets over several lines it gets a line of its own",
    before: keys("k1"),
    after: keys("k1", "k2"),
    text: `passwd:
  users:
  - name: core
    ssh_authorized_keys: [
      k0,
      k1 # mine
    ]
`,
    expected: `passwd:
  users:
  - name: core
    ssh_authorized_keys: [
      k0,
      k1, # mine
      k2
    ]
`,
  },
  {
    why: "an empty list or key is filled",
    before: none,
    after: all(unit({ mask: true }), hostname("a\n")),
    text: `storage:
  files: [] # none yet
systemd: # units
`,
    expected: `storage:
  files: # none yet
    - path: /etc/hostname
      mode: 0644
      contents:
        inline: |
          a
systemd: # units
  units:
    - name: a.service
      mask: true
`,
  },
  {
    why: "an entry goes away with its comments, the others stay parted",
    before: hostname("a\n"),
    after: none,
    text: `storage:
  files:
    - path: /a

    # Who
    # it is.
    - path: /etc/hostname
      contents: {inline: a}
      # more: x

    # Other.
    - path: /b
`,
    expected: `storage:
  files:
    - path: /a

    # Other.
    - path: /b
`,
  },
  {
    why: "the last one takes its list and section along",
    before: hostname("a\n"),
    after: none,
    text: `variant: flatcar

storage:
  files:
    - path: /etc/hostname
      contents: {inline: a}

systemd: {}
`,
    expected: `variant: flatcar

systemd: {}
`,
  },
  {
    why: "brackets close over what goes away",
    before: all(hostname("a\n"), keys("k1", "k3")),
    after: keys(),
    text: `passwd: {users: [{name: core, ssh_authorized_keys: [k1, k2, k3]}]}
storage: {files: [{path: /etc/hostname, contents: {inline: a}}, {path: /b}]}
`,
    expected: `passwd: {users: [{name: core, ssh_authorized_keys: [k2]}]}
storage: {files: [{path: /b}]}
`,
  },
  {
    why: "of a unit only what the draft said goes away",
    before: unit({ enabled: true }),
    after: none,
    text: `systemd:
  units:
    - name: a.service
      enabled: yes
      dropins:
        - name: mine.conf
          contents: "[Service]"
    - name: b.service
`,
    expected: `systemd:
  units:
    - name: a.service
      dropins:
        - name: mine.conf
          contents: "[Service]"
    - name: b.service
`,
  },
  {
    why: "a unit of which only the name is left goes away, a user as a whole",
    before: all(unit({ enabled: true }), keys("k1")),
    after: none,
    text: `passwd:
  users:
    - name: core
      shell: /bin/zsh
      ssh_authorized_keys: [k1]
    - name: other
systemd:
  units:
    - enabled: true
      name: a.service
    - name: b.service
`,
    expected: `passwd:
  users:
    - name: other
systemd:
  units:
    - name: b.service
`,
  },
  {
    why: "a new part joins the unit that is there",
    before: none,
    after: all(unit({ enabled: true }), (document) =>
      document.putDropin("a.service", { name: "x.conf", contents: "[Unit]\n" }),
    ),
    text: `systemd:
  units:
    - name: a.service
      contents: |
        [Service]
`,
    expected: `systemd:
  units:
    - name: a.service
      enabled: true
      contents: |
        [Service]
      dropins:
        - name: x.conf
          contents: |
            [Unit]
`,
  },
  {
    why: "a key is changed in its place, a new one put where it is in the form",
    before: keys("k1", "k2"),
    after: keys("k0", "k1", "k2x"),
    text: `passwd:
  users:
    - name: core
      ssh_authorized_keys:
        # mine
        - k1
        - "k2" # yours
        - else
`,
    expected: `passwd:
  users:
    - name: core
      ssh_authorized_keys:
        - k0
        # mine
        - k1
        - "k2x" # yours
        - else
`,
  },
  {
    why: "what an alias repeats is written out where it changes",
    before: hostname("a\n"),
    after: hostname("b\n"),
    text: `storage:
  files:
    - path: /x
      contents: &c
        inline: a
    - path: /etc/hostname
      contents: *c # same
`,
    expected: `storage:
  files:
    - path: /x
      contents: &c
        inline: a
    - path: /etc/hostname
      contents: # same
        inline: b
`,
  },
  {
    why: "who repeats a value keeps the one it had",
    before: hostname("a\n"),
    after: hostname("b\n"),
    text: `storage:
  files:
    - path: /etc/hostname
      contents:
        inline: &name a
    - path: /x
      contents:
        inline: *name
`,
    expected: `storage:
  files:
    - path: /etc/hostname
      contents:
        inline: &name b
    - path: /x
      contents:
        inline: a
`,
  },
  {
    why: "what is merged in is overridden where it changes",
    before: hostname("a\n"),
    after: hostname("b\n", 0o600),
    text: `base: &base
  mode: 0644
  contents: {inline: a}
storage:
  files:
    - <<: *base
      path: /etc/hostname
    - <<: *base
      path: /x
`,
    expected: `base: &base
  mode: 0644
  contents: {inline: a}
storage:
  files:
    - <<: *base
      path: /etc/hostname
      mode: 0600
      contents:
        inline: b
    - <<: *base
      path: /x
`,
  },
];

test.each(rows)("$why", ({ text, before, after, expected }) => {
  const made = patch(text, draft(before), draft(after));
  expect(made.text).toBe(expected);
  expect(made.changed).toBe(true);
});

test.each(rows)("with Windows line ends: $why", (row) => {
  const crlf = (text: string) => text.replace(/\n/g, "\r\n");
  const made = patch(crlf(row.text), draft(row.before), draft(row.after));
  expect(made.text).toBe(crlf(row.expected));
});

test.each([
  ["version: 1.0.0 # old\n", "version: 1.1.0 # old\n"],
  ["# top\nversion: '1.0.0'\n", "# top\nversion: '1.1.0'\n"],
  ["{version: 1.0.0}\n", "{version: 1.1.0}\n"],
  ["\ufeff---\nversion: 1.0.0\n...\n", "\ufeff---\nversion: 1.1.0\n...\n"],
  ["? version\n: 1.0.0\n", "? version\n: 1.1.0\n"],
])("the header of %j changes in place", (text, expected) => {
  expect(patch(text, draft(none, "1.0.0"), draft(none)).text).toBe(expected);
});

test("a text that cannot be opened stays as it is", () => {
  const text = "variant: [\n";
  const made = patch(text, draft(none), draft(hostname("a")));
  expect(made).toEqual({ text, changed: false });
});
