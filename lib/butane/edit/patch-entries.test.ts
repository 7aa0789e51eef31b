import {
  all,
  hostname,
  image,
  keys,
  none,
  unit,
  testPatches,
} from "./testing/patches";

testPatches([
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
]);
