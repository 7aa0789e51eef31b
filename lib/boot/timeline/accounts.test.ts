import { describe, expect, test } from "vitest";
import { rows, stepOf } from "./testing";

describe("accounts", () => {
  const told = (user: object) => {
    const text = JSON.stringify({ passwd: { users: [user] } });
    return rows(stepOf("accounts", { rest: { text } }))[0];
  };

  test.each<[object, string]>([
    [
      {
        name: "app",
        uid: 1100,
        system: true,
        primary_group: "app",
        home_dir: "/srv/app",
        no_create_home: true,
        shell: "/sbin/nologin",
      },
      "app: an account of the system; number 1100; its group is app; no folder is made at /srv/app; with /sbin/nologin",
    ],
    [
      { name: "app", no_user_group: true, groups: ["docker"] },
      "app: no group of its own: it is in users; in docker",
    ],
    [
      { name: "app", no_create_home: true },
      "app: no folder is made at /home/app",
    ],
    [{ name: "app", home_dir: "/srv/app" }, "app: at home in /srv/app"],
    // What holds of new accounts alone changes nothing of one that is there.
    [
      { name: "core", system: true, no_create_home: true, no_user_group: true },
      "core: ",
    ],
    [{ name: "app", should_exist: false, uid: 7 }, "app: goes away"],
  ])("%j", (user, expected) => {
    expect(told(user)).toBe(expected);
  });
});
