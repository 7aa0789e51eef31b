import { expect, test } from "vitest";
import { jsonTokens, startState, yamlTokens, type Token } from "./line-tokens";

/** The coloured words of a text, each with its colour. */
function coloured(text: string): string[] {
  let state = startState;
  return text.split("\n").map((line) => {
    const one = yamlTokens(line, state);
    state = one.state;
    expect(one.tokens.map(({ text }) => text).join("")).toBe(line);
    return words(one.tokens);
  });
}

const words = (tokens: readonly Token[]) =>
  tokens
    .filter(({ kind, text }) => kind && text.trim())
    .map(({ kind, text }) => `${kind}(${text.trim()})`)
    .join(" ");

test.each([
  ["  - path: /etc/hostname", "key(path) string(/etc/hostname)"],
  ["      mode: 0644", "key(mode) number(0644)"],
  ["    # why", "comment(# why)"],
  ["enabled: true # yes", "key(enabled) number(true) comment(# yes)"],
  ["  files:", "key(files)"],
  ["- ssh-ed25519 AAAA me@host", "string(ssh-ed25519 AAAA me@host)"],
  [
    "source: https://a.example/b#c",
    "key(source) string(https://a.example/b#c)",
  ],
  [
    "user: {name: core, id: 500}",
    "key(user) key(name) string(core) key(id) number(500)",
  ],
  ['"a b": "c # d"', 'key("a b") string("c # d")'],
  ["a: *b", "key(a)"],
])("YAML line %j has the colours of its parts", (line, expected) => {
  expect(coloured(line)).toEqual([expected]);
});

test.each([
  [
    "a unit's contents",
    "contents: |\n  # why\n  [Service]\n  Type=oneshot\n\n  go on\nname: a",
    [
      "key(contents)",
      "comment(# why)",
      "section([Service])",
      "key(Type) string(oneshot)",
      "",
      "string(go on)",
      "key(name) string(a)",
    ],
  ],
  [
    "a file, by its path",
    "- path: /etc/sysctl.d/a.conf\n  contents:\n    inline: |\n      net.ipv4.ip_forward=1",
    [
      "key(path) string(/etc/sysctl.d/a.conf)",
      "key(contents)",
      "key(inline)",
      "key(net.ipv4.ip_forward) string(1)",
    ],
  ],
  [
    "a file, by how it begins",
    "inline: |\n  [Match]\n  Name=eth0",
    ["key(inline)", "section([Match])", "key(Name) string(eth0)"],
  ],
  [
    "any other text",
    "- path: /etc/motd\n  contents:\n    inline: |\n      a: 1\n- path: /b",
    [
      "key(path) string(/etc/motd)",
      "key(contents)",
      "key(inline)",
      "string(a: 1)",
      "key(path) string(/b)",
    ],
  ],
  [
    "a quoted text over two lines",
    'a: "b\n  c" # d\ne: 1',
    ['key(a) string("b)', 'string(c") comment(# d)', "key(e) number(1)"],
  ],
])("%s", (_, text, expected) => {
  expect(coloured(text)).toEqual(expected);
});

test.each([
  ['  "path": "/etc/hostname",', 'key("path") string("/etc/hostname",)'],
  ['    "mode": 420,', 'key("mode") number(420,)'],
  ["  }", ""],
])("JSON line %j has the colours of its parts", (line, expected) => {
  const tokens = jsonTokens(line);
  expect(tokens.map(({ text }) => text).join("")).toBe(line);
  expect(words(tokens)).toBe(expected);
});
