import { describe, expect, test } from "vitest";
import { isPublic, placeInMirror } from ".";
import { mirror } from "./testing";

describe("public addresses", () => {
  test.each([
    ["https://extensions.flatcar.org/extensions/a.raw", true],
    ["https://mirror.internal/flatcar/a", false],
    ["https://mirror.internal/other", false],
    ["http://10.1.2.3/a", false],
    ["http://172.32.0.1/a", true],
    ["http://172.31.0.1:8080/a", false],
    ["http://192.168.1.1", false],
    ["http://[fd00::1]/a", false],
    ["http://[2001:db8::1]/a", true],
    ["http://files/a", false],
    ["https://user:pass@files.lan:8443/a", false],
    ["https://files.lan.example.com/a", true],
    ["s3://bucket/a", true],
    ["tftp://10.0.0.1/a", false],
    ["data:,a", false],
    ["disabled", false],
    ["https://mirror.internal.example.com/flatcar/a", true],
  ])("%s: %j", (url, expected) => {
    expect(isPublic(url, mirror)).toBe(expected);
  });

  test.each([
    [
      "https://extensions.flatcar.org/extensions/k3s/k3s-v1.32.2+k3s1-x86-64.raw",
      "extensions/k3s/k3s-v1.32.2+k3s1-x86-64.raw",
    ],
    [
      "https://update.release.flatcar-linux.net/amd64-usr/1.2.3/flatcar-zfs.gz",
      "flatcar/amd64-usr/1.2.3/flatcar-zfs.gz",
    ],
    [
      "https://user:pass@example.com:8443/a/b?x=1&y#z",
      "example.com_8443/a/b-72350974",
    ],
    [
      "https://example.com/../../etc/passwd",
      "example.com/_-5ec1f7e7/_-5ec1f7e7/etc/passwd",
    ],
    ["https://Example.com/a/", "example.com/a/"],
    [
      "https://example.com/k3s-v1.2%2Bk3s1.raw",
      "example.com/k3s-v1.2+k3s1.raw",
    ],
    ["https://example.com/a%20b.raw?token=1", "example.com/a_b-c9a835c4.raw"],
    ["s3://example.com/a", "s3_example.com/a"],
    ["https://example.com", null],
    ["disabled", null],
  ])("%s lies at %j", (url, path) => {
    expect(placeInMirror(url)).toBe(path);
  });
});

test.each([
  ["https://me:p@ss@host.example/a", "host.example/a", "an @ in a password"],
  ["https://me@host.example/a", "host.example/a", "a user alone"],
])("the place of %j is %j: %s", (url, place) => {
  expect(placeInMirror(url)).toBe(place);
});
