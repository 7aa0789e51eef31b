import fc from "fast-check";

const key =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA me@host";

/** Users as a careful person might fill them in, in stored form: the spec has nothing against them, and reading finds them again. */
export const soundUsers = fc.record(
  {
    users: fc.constantFrom<object[]>(
      [{ name: "core", keys: [key], groups: ["docker"] }],
      [
        { name: "core", keys: [key], sudo: true },
        {
          name: "app",
          uid: "1100",
          gecos: "The app",
          primaryGroup: "app",
          homeDir: "/var/lib/app",
          shell: "/bin/bash",
          system: true,
          noCreateHome: true,
          noUserGroup: true,
          noLogInit: true,
        },
      ],
    ),
    groups: fc.constantFrom<object[]>(
      [{ name: "app", gid: "1100" }],
      [{ name: "app", system: true }],
    ),
  },
  { requiredKeys: ["users"], noNullPrototype: true },
);
