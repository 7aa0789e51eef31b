import { expect, test } from "vitest";
import { hasLogin, withoutLogin } from "./login";

test.each([
  ["https://me:secret@host/a", "https://host/a", "a user with a password"],
  ["https://token@host/a", "https://host/a", "a token in the user's place"],
  ["https://me:p@ss@host:8080/a?b", "https://host:8080/a?b", "an @ in it"],
  ["ftp://:secret@[fd00::1]/a", "ftp://[fd00::1]/a", "no user"],
  ["HTTPS://me:secret@host", "HTTPS://host", "no path"],
])("%j is shown as %j: %s", (address, shown) => {
  expect(hasLogin(address)).toBe(true);
  expect(withoutLogin(address)).toBe(shown);
  expect(hasLogin(shown)).toBe(false);
});

test.each([
  ["https://host/a@b", "an @ in the path"],
  ["https://host?mail=me@host", "an @ in the question"],
  ["https://host/#me@host", "an @ in the fragment"],
  ["me@host:/folder", "no scheme"],
])("%j has no login: %s", (address) => {
  expect(hasLogin(address)).toBe(false);
  expect(withoutLogin(address)).toBe(address);
});
