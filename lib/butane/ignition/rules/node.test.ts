import { at, file, storage, testRules } from "./testing";

const owned = "storage.files.0";

testRules([
  [{}, [], "an empty config is fine"],
  [file({ path: "" }), at(`${owned}.path`, "path-missing"), "no path"],
  [
    file({ path: "a" }),
    at(`${owned}.path`, "path-relative"),
    "a relative path",
  ],
  [
    file({ path: "/a/" }),
    at(`${owned}.path`, "path-unclean"),
    "a slash at the end",
  ],
  [
    file({ path: "/a/../b" }),
    at(`${owned}.path`, "path-unclean"),
    "a way back",
  ],
  [file({ path: "/" }), [], "the root is clean"],
  [file({ mode: 0o644 }), [], "an ordinary mode"],
  [
    file({ mode: -1 }),
    [
      ...at(`${owned}.mode`, "mode-invalid"),
      ...at(`${owned}.mode`, "mode-special-bits", "warning"),
    ],
    "a negative mode has all bits",
  ],
  [file({ mode: 0o10000 }), at(`${owned}.mode`, "mode-invalid"), "too large"],
  [
    file({ mode: 2n ** 60n }),
    at(`${owned}.mode`, "mode-invalid"),
    "far too large",
  ],
  [
    file({ mode: 0o4755 }),
    at(`${owned}.mode`, "mode-special-bits", "warning"),
    "setuid",
  ],
  [
    storage({ directories: [{ path: "/d", mode: 0o1777 }] }),
    at("storage.directories.0.mode", "mode-special-bits", "warning"),
    "sticky",
  ],
  [
    file({ overwrite: true }),
    at(`${owned}.overwrite`, "overwrite-without-source"),
    "nothing to overwrite with",
  ],
  [
    file({ overwrite: true, contents: { source: "" } }),
    [],
    "an empty file may overwrite",
  ],
  [
    file({ user: { id: 0, name: "root" } }),
    at(`${owned}.user`, "owner-twice"),
    "two owners",
  ],
  [file({ group: { id: 0, name: "" } }), [], "an empty name is none"],
]);
