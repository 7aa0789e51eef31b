import { expect, test } from "vitest";
import { chosen, key, kubernetes, told, user } from "./testing";

test.each<[string, object, string]>([
  [
    "a reboot asked of a locksmithd that is off",
    {
      ...chosen({ ...kubernetes, updates: "patch", activation: "reboot" }),
      osUpdates: { strategy: "off" },
    },
    "reboot-locksmith-off osUpdates.strategy",
  ],
  [
    "a reboot at once beside a coordinator",
    {
      ...chosen({ ...kubernetes, updates: "patch", activation: "reboot-now" }),
      updates: { coordinator: "kured" },
    },
    "reboot-past-coordinator extensions.chosen.0.activation",
  ],
  [
    "a reboot window that kured never reads",
    {
      ...chosen(kubernetes),
      updates: { coordinator: "kured" },
      osUpdates: { windowStart: "04:00", windowLength: "1h" },
    },
    "window-nobody-reads osUpdates.windowStart",
  ],
  [
    "kubeadm without a hostname",
    chosen({ ...kubernetes, params: { role: "control-plane" } }),
    "hostname-for-cluster identity.hostname",
  ],
  [
    "an update server that is no address",
    { osUpdates: { server: "nebraska" } },
    "address-scheme osUpdates.server",
  ],
  [
    "a hostname with a space",
    { identity: { hostname: "node 1" } },
    "hostname-blank identity.hostname",
  ],
  [
    "a hostname with an underscore",
    { identity: { hostname: "node_1" } },
    "hostname-characters identity.hostname",
  ],
  [
    "a hostname of 65 letters",
    { identity: { hostname: "a".repeat(65) } },
    "hostname-long identity.hostname",
  ],
  [
    "a hostname in capitals",
    { identity: { hostname: "Node-1" } },
    "hostname-capitals identity.hostname",
  ],
  [
    "a time zone that there is not",
    { identity: { timezone: "Europe/Atlantis" } },
    "timezone-unknown identity.timezone",
  ],
  [
    "a time zone in lower case",
    { identity: { timezone: "europe/berlin" } },
    "timezone-unknown identity.timezone",
  ],
  [
    "a time zone that leads elsewhere",
    { identity: { timezone: "../../etc/passwd" } },
    "timezone-unknown identity.timezone",
  ],
  [
    "a user named with a space",
    user({ name: "a b" }),
    "user-name users.users.0.name",
  ],
  [
    "a user twice",
    { users: { users: [{ name: "core", keys: [key] }, { name: "core" }] } },
    "user-twice users.users.1.name",
  ],
  [
    "a group with a space",
    user({ groups: ["a b"] }),
    "group-name users.users.0.groups.0",
  ],
  [
    "a group of the list with a space",
    { users: { groups: [{ name: "" }, { name: "a b" }] } },
    "group-name users.groups.1.name",
  ],
  [
    "nobody who can log in",
    { target: { platform: "baremetal" } },
    "no-login users.users",
  ],
  [
    "a key of an unknown type",
    user({ keys: ["ssh-foo AAAA"] }),
    "key-type users.users.0.keys.0",
  ],
  [
    "a private key",
    user({ keys: ["-----BEGIN OPENSSH PRIVATE KEY-----"] }),
    "key-private users.users.0.keys.0",
  ],
  [
    "a key over two lines",
    user({ keys: [key.replace(" me", "\nme")] }),
    "key-lines users.users.0.keys.0",
  ],
  [
    "a key cut in its data",
    user({ keys: [key.slice(0, 72)] }),
    "key-damaged users.users.0.keys.0",
  ],
  [
    "a key with a missing character",
    user({ keys: [key.replace("C3Nz", "C3N")] }),
    "key-base64 users.users.0.keys.0",
  ],
  [
    "a key whose data says another type",
    user({ keys: [key.replace("ssh-ed25519 ", "ssh-rsa ")] }),
    "key-damaged users.users.0.keys.0",
  ],
  ["an empty key", user({ keys: [""] }), "key-empty users.users.0.keys.0"],
  [
    "a key twice, comments aside",
    user({ keys: [key, key.replace("me@host", "you@host")] }),
    "key-twice users.users.0.keys.1",
  ],
  [
    "a password instead of a hash",
    user({ passwordHash: "hunter2" }),
    "plain-password users.users.0.passwordHash",
  ],
  [
    "an MD5 hash",
    user({ passwordHash: "$1$salt$0123456789012345678901" }),
    "password-md5 users.users.0.passwordHash",
  ],
  [
    "a hash that was cut",
    user({ passwordHash: "$6$salt$abc" }),
    "password-hash-damaged users.users.0.passwordHash",
  ],
  [
    "a secret in the user data",
    user({ passwordHash: "*" }),
    "secret-in-user-data users.users.0.passwordHash",
  ],
  [
    "a window with a start only",
    { osUpdates: { windowStart: "04:00" } },
    "window-half osUpdates.windowLength",
  ],
  [
    "a window that starts at noon in words",
    { osUpdates: { windowStart: "noon", windowLength: "1h" } },
    "window-start osUpdates.windowStart",
  ],
  [
    "a window of an hour in words",
    { osUpdates: { windowStart: "04:00", windowLength: "1 hour" } },
    "window-length osUpdates.windowLength",
  ],
  [
    "a daily window of a day",
    { osUpdates: { windowStart: "04:00", windowLength: "24h" } },
    "window-too-long osUpdates.windowLength",
  ],
  [
    "a window of a locksmithd that is off",
    {
      osUpdates: { strategy: "off", windowStart: "04:00", windowLength: "1h" },
    },
    "window-with-strategy-off osUpdates.windowStart",
  ],
])("%s is told at its field", (_, stored, expected) => {
  expect(told(stored)).toContain(expected);
});

test("a window that nobody reads is told once", () => {
  const codes = told({
    ...chosen(kubernetes),
    updates: { coordinator: "kured" },
    osUpdates: { strategy: "off", windowStart: "04:00", windowLength: "1h" },
  });
  expect(codes.filter((code) => code.includes("window-"))).toEqual([
    "window-nobody-reads osUpdates.windowStart",
  ]);
});
