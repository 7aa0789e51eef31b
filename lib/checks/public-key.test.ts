import { expect, test } from "vitest";
import { readPublicKey } from "./public-key";

const bytes = (text: string) =>
  [...text].map((character) => character.charCodeAt(0));
const filled = (length: number) => Array.from({ length }, () => 7);

/** A line with key data of the given parts, each with its length before it. */
function line(type: string, ...parts: readonly number[][]): string {
  const data = [bytes(type), ...parts].flatMap((part) => [
    0,
    0,
    part.length >> 8,
    part.length & 255,
    ...part,
  ]);
  return `${type} ${btoa(String.fromCharCode(...data))} me@host`;
}

const point = (length: number) => [4, ...filled(length - 1)];
const ed25519 = line("ssh-ed25519", filled(32));

test.each([
  ["Ed25519", ed25519],
  ["RSA", line("ssh-rsa", [1, 0, 1], [0, ...filled(256).fill(255)])],
  ["ECDSA 256", line("ecdsa-sha2-nistp256", bytes("nistp256"), point(65))],
  ["ECDSA 384", line("ecdsa-sha2-nistp384", bytes("nistp384"), point(97))],
  ["ECDSA 521", line("ecdsa-sha2-nistp521", bytes("nistp521"), point(133))],
  [
    "a security key, Ed25519",
    line("sk-ssh-ed25519@openssh.com", filled(32), bytes("ssh:")),
  ],
  [
    "a security key, ECDSA",
    line(
      "sk-ecdsa-sha2-nistp256@openssh.com",
      bytes("nistp256"),
      point(65),
      bytes("ssh:"),
    ),
  ],
  ["options before it", `from="10.0.0.0/8" ${ed25519}`],
  ["options with a blank in them", `command="echo hello",no-pty ${ed25519}`],
  ["blanks around it", `  ${ed25519}  `],
  ["no comment", ed25519.replace(" me@host", "")],
  ["a comment of several words", `${ed25519} and more`],
])("a key with %s is fine", (_, key) => {
  expect(readPublicKey(key)).toMatchObject({ ok: true });
});

test("no cut of a key is taken for a key", () => {
  const whole = ed25519.replace(" me@host", "");
  for (let length = 0; length < whole.length; length++)
    expect(readPublicKey(whole.slice(0, length))).toMatchObject({ ok: false });
});

test.each([
  ["nothing", " ", "key-empty"],
  ["a private key", "-----BEGIN OPENSSH PRIVATE KEY-----", "key-private"],
  ["PuTTY's own format", "PuTTY-User-Key-File-3: ssh-ed25519", "key-private"],
  ["DSA", "ssh-dss AAAAB3NzaC1kc3M= me", "key-dsa"],
  ["a path", "~/.ssh/id_ed25519.pub", "key-type"],
  ["data alone", ed25519.split(" ")[1]!, "key-type"],
  [
    "a curve that is not its type's",
    line("ecdsa-sha2-nistp256", bytes("nistp384"), point(65)),
    "key-damaged",
  ],
  [
    "a point too short",
    line("ecdsa-sha2-nistp384", bytes("nistp384"), point(65)),
    "key-damaged",
  ],
  [
    "512 bits of RSA",
    line("ssh-rsa", [1, 0, 1], [0, ...filled(64).fill(255)]),
    "key-damaged",
  ],
  ["a part too many", line("ssh-ed25519", filled(32), [1]), "key-damaged"],
])("%s is refused", (_, key, code) => {
  expect(readPublicKey(key)).toMatchObject({ ok: false, error: { code } });
});
