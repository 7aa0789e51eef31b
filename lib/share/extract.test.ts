import fc from "fast-check";
import { expect, test } from "vitest";
import { extract, restore } from "./extract";

const hash = "5e".repeat(32);
const ed25519 =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";
const rsa = `ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ${"C7vbqajDw4o6gJy8".repeat(21)}C7vbqa`;

test.each([
  ["hash of an image", 32, `"sha256-${hash}"`],
  ["the longer hash", 64, `"sha512-${hash}${hash}"`],
  ["hash of a kubeadm CA", 32, `"sha256:${hash}"`],
  ["own half of an ed25519 key", 32, `"${ed25519} me@host"`],
  ["an RSA key", 279, `"${rsa} me"`],
  ["two keys", 64, `["${ed25519}","${ed25519}"]`],
])("%s: %i bytes are taken out", (_name, size, json) => {
  const extracted = extract(json);
  expect(extracted.bytes).toHaveLength(size);
  expect(extracted.text.length).toBeLessThan(json.length - size);
  expect(restore(extracted)).toBe(json);
});

test.each([
  ["a hash with a digit too many", `"sha256-${hash}0"`],
  ["a hash in capitals", `"sha256-${hash.toUpperCase()}"`],
  ["a key that somebody cut", `"${ed25519.slice(0, -1)}"`],
  ["a key with bits behind its last byte", `"${rsa.slice(0, -3)}x=="`],
  ["a path", '"/opt/extensions/kubernetes/kubernetes/AAAA"'],
])("%s stays as it is", (_name, json) => {
  expect(extract(json)).toMatchObject({ text: json });
  expect(restore(extract(json))).toBe(json);
});

test("law 5: what was taken out comes back, whatever stands around it", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      hash,
      `sha256-${hash}`,
      ed25519,
      rsa,
      "AAAA",
      "=",
      "sha512-",
    ),
    fc.stringMatching(/^[0-9a-f]{60,70}$/),
    fc.stringMatching(/^AAAA[A-Za-z0-9+/]{20,40}={0,3}$/),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const json = JSON.stringify([pieces, pieces.join("")]);
      expect(restore(extract(json))).toBe(json);
    }),
  );
});

test("places and bytes that do not agree are refused", () => {
  const { text, bytes } = extract(`"sha256-${hash}"`);
  expect(restore({ text, bytes: bytes.subarray(1) })).toBeNull();
  expect(restore({ text: '""', bytes })).toBeNull();
  expect(restore({ text: '"\u0005999999;"', bytes })).toBeNull();
});
