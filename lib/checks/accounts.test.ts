import { expect, test } from "vitest";
import { key, told } from "./testing";

const user = (one: object) => ({
  users: { users: [{ name: "app", keys: [key], ...one }] },
});

test.each<[object, string]>([
  [user({ uid: "1a" }), "account-number users.users.0.uid"],
  [user({ uid: "9999999999" }), "account-number users.users.0.uid"],
  [user({ shell: "bash" }), "account-path users.users.0.shell"],
  [user({ homeDir: "app" }), "account-path users.users.0.homeDir"],
  [
    { users: { groups: [{ name: "a", gid: "-1" }] } },
    "account-number users.groups.0.gid",
  ],
  [
    { users: { groups: [{ name: "a" }, { name: "a" }] } },
    "group-twice users.groups.1.name",
  ],
])("an account such as %j is told of", (stored, expected) => {
  expect(told(stored)).toContain(expected);
});

test("an account with everything that it can have is fine", () => {
  const stored = user({
    uid: "1000",
    shell: "/bin/bash",
    homeDir: "/srv/app",
    sudo: true,
  });
  expect(told(stored).filter((one) => one.includes("users."))).toEqual([]);
});
