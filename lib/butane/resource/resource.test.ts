import { expect, test } from "vitest";
import { decodeDataUrl, encodeResource, parseUrl, sourceProblem } from ".";

const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  ["", "data:,", "nothing"],
  ["a b\n", "data:,a%20b%0A", "text is escaped byte by byte"],
  ["-_.!~*'()", "data:,-_.!~*'()", "what need not be escaped"],
  ["ü+/", "data:,%C3%BC%2B%2F", "equal lengths: escaped text wins"],
  ["äöü", "data:;base64,w6TDtsO8", "base64 is shorter"],
])("contents %j become %s: %s", (text, source) => {
  expect(encodeResource(bytes(text))).toEqual({ source, compression: "" });
});

// The lengths were found by trying; at them Go's compressor just saves, or just does not save, what `gzip` costs.
test.each([
  [40, "", "gzip has a header of its own"],
  [47, "", "not yet worth the word"],
  [48, "gzip", "worth it"],
])("%i times the same letter is compressed as %j: %s", (times, compression) => {
  expect(encodeResource(bytes("a".repeat(times))).compression).toBe(
    compression,
  );
});

test("bytes that the document says are compressed are not compressed again", () => {
  const contents = bytes("a".repeat(1000));
  expect(encodeResource(contents, { compression: "gzip" })).toEqual({
    source: `data:,${"a".repeat(1000)}`,
  });
  expect(encodeResource(contents, { allowCompression: false })).toEqual({
    source: `data:,${"a".repeat(1000)}`,
    compression: "",
  });
});

test.each([
  ["data:,", "", "nothing"],
  ["data:,a%20b", "a b", "escaped text"],
  ["data:;base64,YQ==", "a", "base64"],
  ["data:text/plain;charset=utf-8,x", "x", "a media type with a parameter"],
  ['data:text/plain;a="b;c,d";base64,YQ==', "a", "a quoted parameter"],
  ["data:x-own/,x", "x", "a type of one's own without a subtype"],
  ["data:textual/x,x", "x", "only the beginning of a type counts"],
  [
    'data:;a="";b=%zz,x',
    "x",
    "upstream reads on as quoted behind an empty value",
  ],
])("data URL %j holds %j: %s", (url, text) => {
  expect(decodeDataUrl(url)).toEqual(bytes(text));
});

test.each([
  ["data:x", "no comma"],
  ["DATA:,x", "capitals"],
  ["data:,a b", "a space"],
  ["data:,%4", "half an escape"],
  ["data:,ü", "not ASCII"],
  ["data:;base64,YQ", "no padding"],
  ["data:;base64,Y=Q=", "padding inside"],
  ["data:;base65,YQ==", "not base64"],
  ["data:foo/bar,x", "an unknown family of types"],
  ["data:x/y,z", "x without its dash"],
  ["data:text/plain;a=,x", "a parameter without a value"],
  ["data:;a=%zz,x", "a bad escape in a parameter"],
  ['data:;a="\\q",x', "an escape Go does not know"],
])("data URL %j is refused: %s", (url) => {
  expect(decodeDataUrl(url)).toBeUndefined();
});

test.each([
  ["http://a/b?c#d", "http", "a plain one"],
  ["HTTP://A", "http", "capitals"],
  ["a/b", "", "a relative one"],
  ["//host/x", "", "with a host and no scheme"],
  ["mailto:x", "mailto", "an opaque one"],
  ["http://[::1]:80/", "http", "an IPv6 address"],
  ["http://[fe80::1%25eth0]/", "http", "with a zone"],
  ["http://[::ffff:1.2.3.4]/", "http", "with an IPv4 address in it"],
  ["http://user:p%20w@host/", "http", "a password"],
  [
    "http://a:b:80/",
    "http",
    "colons in a host, as Butane's build of Go still allows",
  ],
  ["http://h%C3%A9/", "http", "bytes outside ASCII, escaped"],
])("%j is a URL: %s", (url, scheme) => {
  expect(parseUrl(url)?.scheme).toBe(scheme);
});

test.each([
  ["://x", "no scheme in front of the colon"],
  ["1a:b", "a scheme cannot begin with a digit, and a path not hold a colon"],
  ["http://a b/", "a space in a host"],
  ["http://a:b/", "a port of letters"],
  ["http://[::1", "no closing bracket"],
  ["http://[1.2.3.4]/", "IPv4 in brackets"],
  ["http://[1::2::3]/", "two gaps"],
  ["http://[1:2:3:4:5:6:7:8::]/", "a gap for nothing"],
  ["http://[fe80::1%25]/", "an empty zone"],
  ["http://a/%zz", "a bad escape in the path"],
  ["http://a/#%z", "a bad escape in the fragment"],
  ["http://a\n/", "a line break"],
  ["http://h%41/", "an escaped letter in a host"],
  ["http://us er@h/", "a space in a name"],
])("%j is no URL: %s", (url) => {
  expect(parseUrl(url)).toBeUndefined();
});

const schemes = new Set(["http", "https", "tftp", "gs", "s3", "arn", "data"]);

test.each<[source: string, problem: string | undefined, reason: string]>([
  ["https://a/b", undefined, "fine"],
  ["ftp://a/b", "url-scheme", "not fetched by Ignition"],
  ["", "url-scheme", "nothing"],
  ["%zz", "url-invalid", "no URL"],
  ["data:,a b", "data-url-invalid", "not decodable"],
  ["s3://bucket/key?versionId=1", undefined, "an exact version"],
  ["s3://bucket/key?versionId=", "s3-version-empty", "no version"],
  ["s3://bucket/key?versionid=", undefined, "another key"],
  ["arn:aws:s3:::bucket/key", undefined, "an object"],
  ["arn:aws:s3:::bucket", "s3-arn-invalid", "no key"],
  ["arn:aws:s3:eu:1:accesspoint/a/k", undefined, "by access point"],
  ["arn:aws:s3:eu:1:accesspoint/a", "s3-arn-invalid", "no key there"],
  ["arn:aws:iam::a/b", "s3-arn-invalid", "another service"],
  ["arn:aws:s3:::b/k?versionId=", "s3-version-empty", "no version"],
])("source %j has the problem %s: %s", (source, problem) => {
  expect(sourceProblem(source, schemes)).toBe(problem);
});
