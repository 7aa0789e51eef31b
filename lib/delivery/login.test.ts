import { expect, test } from "vitest";
import { hasLogin, hasLoginWithin, replaceLogins, withoutLogin } from "./login";

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

test.each([
  ["curl https://me:secret@host/a", "curl https://(me:secret)@host/a", "one"],
  [
    "https://a@b,https://c:d@e",
    "https://(a)@b,https://(c:d)@e",
    "two without a space between them",
  ],
  ["https://me:p@ss@host", "https://(me:p@ss)@host", "an @ in it"],
  ["HTTP_PROXY=me:secret@p:1", "HTTP_PROXY=(me:secret)@p:1", "no scheme"],
  [
    'Environment="https_proxy=me:secret@p"',
    'Environment="https_proxy=(me:secret)@p"',
    "no scheme, in a unit",
  ],
  [
    '{"http-proxy": "me:secret@p"}',
    '{"http-proxy": "(me:secret)@p"}',
    "no scheme, in JSON",
  ],
])("in %j logins are replaced: %s", (text, shown) => {
  expect(hasLoginWithin(text)).toBe(true);
  expect(replaceLogins(text, (login) => `(${login})`)).toBe(shown);
});

test.each([
  ["https://host/a@b", "an @ in the path"],
  ["https://host and me@host", "an @ in another word"],
  ['["https://host","me@host"]', "an @ in another text"],
  [String.raw`"Path=https://host\nMatchPattern=a-@v"`, "an @ in another line"],
  ["me@host", "no address"],
  [
    "proxy=".repeat(100_000),
    "a long text that might begin a login all the time",
  ],
])("%.40j has no login in it: %s", (text) => {
  expect(hasLoginWithin(text)).toBe(false);
  expect(replaceLogins(text, () => "(login)")).toBe(text);
});
