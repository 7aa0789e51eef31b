import type { IgnitionStruct } from "..";
import { at, file, testRules } from "./testing";

const contents = (value: IgnitionStruct<"Resource">) =>
  file({ contents: value });
const hashed = (hash: string) =>
  contents({ source: "https://x", verification: { hash } });
const withHeader = (source: string, name?: string, value?: string) =>
  contents({
    source,
    httpHeaders: [
      { ...(name && { name }), ...(value !== undefined && { value }) },
    ],
  });
const here = "storage.files.0.contents";

testRules([
  [contents({ source: "https://x" }), [], "an address"],
  [contents({ source: "" }), [], "an empty file"],
  [
    contents({ source: "ftp://x" }),
    at(`${here}.source`, "url-scheme"),
    "an unknown scheme",
  ],
  [contents({ compression: "" }), [], "no compression, said aloud"],
  [
    contents({ compression: "xz" }),
    at(`${here}.compression`, "compression-unknown"),
    "an unknown compression",
  ],
  [
    contents({ verification: { hash: `sha256-${"0".repeat(64)}` } }),
    at(`${here}.verification.hash`, "hash-without-source"),
    "a hash of nothing",
  ],
  [hashed(`sha512-${"0".repeat(128)}`), [], "a hash"],
  [
    hashed("sha512"),
    at(`${here}.verification.hash`, "hash-malformed"),
    "no dash",
  ],
  [
    hashed("md5-x"),
    at(`${here}.verification.hash`, "hash-function-unknown"),
    "another function",
  ],
  [
    hashed("sha512-00"),
    at(`${here}.verification.hash`, "hash-length-wrong"),
    "too short",
  ],
  [withHeader("http://x", "A", "b"), [], "a header"],
  [
    withHeader("gs://x", "A", "b"),
    at(`${here}.httpHeaders`, "headers-need-http"),
    "headers without HTTP",
  ],
  [
    withHeader("", "A", "b"),
    at(`${here}.httpHeaders`, "headers-without-url"),
    "headers for nothing",
  ],
  [withHeader("http://x", "A"), [], "a header that is taken away"],
  [
    withHeader("http://x", undefined, ""),
    [
      ...at(`${here}.httpHeaders.0.name`, "header-name-missing"),
      ...at(`${here}.httpHeaders.0.value`, "header-value-empty"),
    ],
    "an empty header",
  ],
]);
