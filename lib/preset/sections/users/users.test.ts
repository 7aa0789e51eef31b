import { expect, test } from "vitest";
import { transpile } from "@/lib/butane";
import { describeShare } from "@/lib/share/describe";
import { compose } from "../../compose";
import { settlePreset } from "../../settle";
import { toStored } from "../../stored";
import { opened, presetOf } from "../testing";

const account = {
  name: "app",
  uid: "1100",
  gecos: "The app",
  primaryGroup: "app",
  homeDir: "/var/lib/app",
  shell: "/bin/bash",
  system: true,
  noCreateHome: true,
  sudo: true,
  groups: ["app", "dev", "systemd-journal"],
};

test("an account is written with all that it has, and read back", () => {
  const stored = {
    kindling: 1,
    users: { users: [account], groups: [{ name: "app", gid: "1100" }] },
  };
  const { text } = compose(presetOf(stored));
  expect(text).toContain("uid: 1100");
  expect(text).toContain(
    "- path: /etc/sudoers.d/app\n      mode: 0440\n      contents:\n        inline: |\n          app ALL=(ALL) NOPASSWD: ALL\n",
  );
  expect(text.match(/- name: app\n/g)).toHaveLength(2);
  expect(transpile(text).report).toEqual([]);
  expect(toStored(opened(text), { secrets: "keep" })).toEqual({
    kindling: 1,
    users: {
      groups: [{ name: "app", gid: "1100" }],
      users: [account],
    },
  });
});

test("what is typed for a number and is none stays in the field and out of the text", () => {
  const text =
    "variant: flatcar\nversion: 1.0.0\npasswd:\n  users:\n    - {name: app}\n";
  const before = opened(text);
  const [user] = before.users.users;
  const after = settlePreset(before, {
    ...before,
    users: { users: [{ ...user!, uid: "1x" }], groups: [{ name: "" }] },
  });
  expect(compose(after).text).toBe(text);
  expect(after.users.users[0]!.uid).toBe("1x");
  expect(after.users.groups).toEqual([{ name: "" }]);
});

test("sudo rules of another kind are a file of their own", () => {
  const text = `variant: flatcar
version: 1.0.0
passwd:
  users:
    - {name: app}
storage:
  files:
    - path: /etc/sudoers.d/app
      contents: {inline: "app ALL=(ALL) NOPASSWD: /usr/bin/systemctl"}
`;
  const { users, files } = opened(text);
  expect(users.users[0]).not.toHaveProperty("sudo");
  expect(files.files.map(({ path }) => path)).toEqual(["/etc/sudoers.d/app"]);
});

test("who opens a link is told of sudo without a password", () => {
  const preset = presetOf({ users: { users: [account, { name: "b" }] } });
  expect(describeShare(preset)).toContain(
    "gives sudo without a password to app",
  );
});
