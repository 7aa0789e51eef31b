import fc from "fast-check";

const hash = `sha256-${"0123456789abcdef".repeat(4)}`;

const contents = fc.constantFrom<object>(
  { text: "a: b\n" },
  { text: "one line" },
  { kind: "none" },
  {
    kind: "fetch",
    source: "https://example.com/tool",
    hash,
    headers: [{ name: "Authorization", value: "Bearer abc" }],
  },
  {
    kind: "fetch",
    source: "https://example.com/tool.gz",
    compression: "gzip",
  },
  { kind: "fetch", source: "data:;base64,AAEC" },
);

const file = fc.oneof(
  fc.record(
    {
      contents,
      mode: fc.constantFrom("0644", "0755", "0600"),
      user: fc.constantFrom("core", "0"),
      group: fc.constantFrom("core", "1000"),
    },
    { requiredKeys: ["contents"], noNullPrototype: true },
  ),
  fc.constantFrom<object>(
    {
      mode: "0600",
      contents: { kind: "secret", secret: "password = abc\n" },
    },
    { overwrite: true, contents: { text: "" } },
    { contents: { kind: "none" }, append: [{ text: "a\n" }, { text: "b\n" }] },
  ),
);

/** Files as a careful person might fill them in, in stored form: the spec has nothing against them, and reading finds them again. */
export const soundFiles = fc.record(
  {
    files: fc
      .array(file, { minLength: 1, maxLength: 3 })
      .map((files) =>
        files.map((one, index) => ({ path: `/etc/mine/${index}`, ...one })),
      ),
    directories: fc.constantFrom<object[]>(
      [{ path: "/var/lib/mine", mode: "0700", user: "core" }],
      [{ path: "/var/lib/mine", overwrite: true }, { path: "/srv/data" }],
    ),
    links: fc.constantFrom<object[]>(
      [{ path: "/etc/one", target: "mine/0" }],
      [{ path: "/etc/one", target: "/srv", overwrite: true, user: "500" }],
      [{ path: "/etc/one", target: "/etc/mine/0", hard: true }],
    ),
  },
  { requiredKeys: [], noNullPrototype: true },
);
