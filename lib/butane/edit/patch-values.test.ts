import { hostname, image, keys, testPatches } from "./testing/patches";

testPatches([
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
]);
