import { hostname, testPatches } from "./testing/patches";

testPatches([
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
]);
