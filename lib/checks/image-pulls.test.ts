import { expect, test } from "vitest";
import { containers, registryLogin, told } from "./testing";

test.each<[string, object, string]>([
  [
    "logins for nobody",
    containers({ registries: { logins: [registryLogin], holders: [] } }),
    "login-for-nobody containers.registries",
  ],
  [
    "a login without a password",
    containers({
      registries: { logins: [{ ...registryLogin, password: "" }] },
    }),
    "login-incomplete containers.registries.logins.0.password",
  ],
  [
    "a user with a colon",
    containers({ registries: { logins: [{ ...registryLogin, user: "a:b" }] } }),
    "login-user-colon containers.registries.logins.0.user",
  ],
  [
    "Docker Hub by the name of its images",
    containers({
      registries: { logins: [{ ...registryLogin, server: "docker.io" }] },
    }),
    "login-docker-hub containers.registries.logins.0.server",
  ],
  [
    "Docker Hub without the slash at the end",
    containers({
      registries: {
        logins: [{ ...registryLogin, server: "https://index.docker.io/v1" }],
      },
    }),
    "login-docker-hub containers.registries.logins.0.server",
  ],
  [
    "two logins for a registry",
    containers({ registries: { logins: [registryLogin, registryLogin] } }),
    "login-twice containers.registries.logins.1.server",
  ],
])("%s is told", (_, stored, expected) => {
  expect(told(stored)).toContain(expected);
});
