import { expect, test } from "vitest";
import { run } from "@/lib/pipeline";
import { compose } from "@/lib/preset/compose";
import { secretsIn } from "@/lib/preset/secrets";
import { setAt } from "@/lib/set-at";
import { catalogue, chosen, kubernetes, presetOf, told } from "./testing";

test("a file that is on every image is to be replaced, in its own field", () => {
  const stored = {
    files: { files: [{ path: "/etc/hostname", contents: { text: "a" } }] },
  };
  expect(told(stored)).toContain("overwrite-missing files.files.0.path");
  const { problems } = run(presetOf(stored), catalogue);
  const fix = problems.find(({ code }) => code === "overwrite-missing")?.fix;
  expect(fix?.edits).toEqual([
    { path: ["files", "files", 0, "overwrite"], value: true },
  ]);
  expect(
    told({ files: { files: [{ ...stored.files.files[0], overwrite: true }] } }),
  ).not.toContain("overwrite-missing files.files.0.path");
});

test.each([
  ["/usr/local/bin/a", "path-read-only"],
  ["/run/a.conf", "path-volatile"],
  ["/tmp/a", "path-volatile"],
  ["/proc/sys/vm/swappiness", "path-kernel"],
  ["/sys/kernel/a", "path-kernel"],
  ["/dev/a", "path-kernel"],
])("nothing can be written to %s", (path, code) => {
  const files = [{ path, contents: { text: "a" } }];
  expect(told({ files: { files } })).toContain(`${code} files.files.0.path`);
});

test.each(["/etc/extensions/mine/usr/bin/a", "/opt/usr/a", "/etc/tmpfiles.d"])(
  "and %s is none of those places",
  (path) => {
    const files = [{ path, mode: "0755", contents: { text: "a" } }];
    expect(told({ files: { files } }).join()).not.toContain("path-");
  },
);

const file = (one: object) => ({
  files: { files: [{ path: "/etc/mine", ...one }] },
});

test.each<[object, string]>([
  [{ mode: "rw" }, "mode-not-octal files.files.0.mode"],
  [{ mode: "77777" }, "mode-not-octal files.files.0.mode"],
  [
    { contents: { kind: "fetch" } },
    "file-without-address files.files.0.contents.source",
  ],
  [
    { contents: { kind: "secret" } },
    "secret-of-file-missing files.files.0.contents.secret",
  ],
  [
    { mode: "0600", contents: { text: "password=a" } },
    "secret-in-file files.files.0.contents.text",
  ],
  [
    {
      contents: {
        kind: "fetch",
        source: "https://a.b/c",
        headers: [{ name: "A" }],
      },
    },
    "header-without-value files.files.0.contents.headers.0.value",
  ],
  [
    { path: "/opt/bin/a", mode: "0644" },
    "program-not-executable files.files.0.mode",
  ],
  [{ path: "/opt/bin/a" }, "program-not-executable files.files.0.mode"],
])("a file such as %j is told of", (one, expected) => {
  expect(told(file(one))).toContain(expected);
});

test.each([
  { mode: "0644", contents: { text: "password=a" } },
  { mode: "0600", contents: { text: "Password no" } },
  { path: "/opt/bin/a", mode: "0755" },
  { path: "/opt/bin/a/b" },
])("a file such as %j is fine", (one) => {
  expect(told(file(one)).filter((one) => one.includes(" files."))).toEqual([]);
});

test("a secret moves to where links leave it out", () => {
  const preset = presetOf(
    file({ mode: "0600", contents: { text: "password=a" } }),
  );
  const fix = run(preset, catalogue).problems.find(
    ({ code }) => code === "secret-in-file",
  )!.fix!;
  const fixed = fix.edits.reduce(
    (node, { path, value }) => setAt(node, path, value),
    preset,
  );
  expect(compose(fixed).text).toBe(compose(preset).text);
  expect(secretsIn(fixed)).toEqual([
    ["files", "files", 0, "contents", "secret"],
  ]);
});

test("a hard link has no owner of its own", () => {
  expect(
    told({
      files: {
        links: [{ path: "/a", target: "/b", hard: true, user: "core" }],
      },
    }),
  ).toContain("hard-link-with-owner files.links.0.user");
});

test("a download without a hash is told of in its own words", () => {
  const unchecked = (stored: object) =>
    run(presetOf(stored), catalogue).problems.find(
      ({ code }) => code === "download-unchecked",
    )?.sentence;
  const contents = { kind: "fetch", source: "https://example.com/a" };
  expect(unchecked(file({ contents }))).toMatch(/written all the same/);
  expect(unchecked(chosen(kubernetes))).toMatch(/images from being merged/);
});
