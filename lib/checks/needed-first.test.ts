import { expect, test } from "vitest";
import { key, told } from "./testing";

const app = (one: object, groups: object[] = []) => ({
  users: { users: [{ name: "app", keys: [key], ...one }], groups },
});

const codes = (stored: object) =>
  told(stored).filter((one) => /^(group-missing|hard-link-target)/.test(one));

const typed = (user: string) => ({
  rest: { text: `passwd: {users: [{name: app, ${user}}]}` },
});

test.each<[object, string[], string]>([
  [
    app({ primaryGroup: "app" }),
    ["group-missing users.users.0.primaryGroup"],
    "useradd makes no group when it is told of one",
  ],
  [app({ primaryGroup: "app" }, [{ name: "app" }]), [], "one of this node"],
  [app({ primaryGroup: "wheel" }), [], "one of the image"],
  [app({ primaryGroup: "100" }), [], "a number may be any of the image's"],
  [
    app({ groups: ["media"] }),
    [],
    "a membership of its own is no work for useradd",
  ],
  [
    typed("groups: [docker, media]"),
    ["group-missing rest.text"],
    "a further group",
  ],
  [typed("groups: [app]"), [], "the user's own, which useradd makes"],
  [
    typed("groups: [app], no_user_group: true"),
    ["group-missing rest.text"],
    "its own, which useradd is told not to make",
  ],
])("groups of %j: %j, %s", (stored, expected) => {
  expect(codes(stored)).toEqual(expected);
});

test.each<[object, string[]]>([
  [
    { links: [{ path: "/etc/a", target: "/etc/b", hard: true }] },
    ["hard-link-target files.links.0.target"],
  ],
  [{ links: [{ path: "/etc/a", target: "/etc/b" }] }, []],
  [
    {
      files: [{ path: "/etc/b", contents: { text: "x" } }],
      links: [{ path: "/etc/a", target: "/etc/b", hard: true }],
    },
    [],
  ],
])("a hard link needs its file: %j", (files, expected) => {
  expect(codes({ files })).toEqual(expected);
});
