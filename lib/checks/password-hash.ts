import type { Kind, Path } from "@/lib/butane";
import type { Check, Finding } from "./check";
import { chosenOf } from "./extensions";

/**
 * What crypt(3) writes: a method between dollar signs, then its settings and the hash. The value itself is a secret and appears in no
 * sentence.
 */
export const passwordHash: Check = ({ preset }) =>
  [
    ...preset.users.users.map(({ passwordHash: hash }, index) => ({
      hash,
      field: ["users", "users", index, "passwordHash"],
    })),
    // It goes into haproxy.cfg, where "password" takes a hash as well.
    ...chosenOf(preset)
      .filter(({ extension }) => extension?.id === "dataplaneapi")
      .map(({ chosen, at }) => ({
        hash: String(chosen.params.password ?? "").trim(),
        field: at("params", "password"),
      })),
  ].flatMap(({ hash, field }) => {
    const finding = hash === "" ? undefined : hashFinding(hash, field);
    return finding ? [finding] : [];
  });

const make = "mkpasswd --method=SHA-512 or openssl passwd -6 makes a hash.";

function hashFinding(hash: string, field: Path): Finding | undefined {
  const found = (kind: Kind, code: string, sentence: string): Finding => ({
    kind,
    code,
    sentence,
    why: make,
    field,
  });
  // Locked on purpose: no password fits.
  if (/^[!*]+$/.test(hash)) return undefined;
  if (/^\$1\$/.test(hash))
    return found(
      "warning",
      "password-md5",
      "MD5 hashes are guessed within hours, and everybody who can read the user data has this one.",
    );
  if (/^\$(?:5|6)\$/.test(hash)) {
    const length = hash.startsWith("$5$") ? 43 : 86;
    return new RegExp(
      `^\\$[56]\\$(?:rounds=\\d+\\$)?[^$:\\s]{1,16}\\$[./A-Za-z0-9]{${length}}$`,
    ).test(hash)
      ? undefined
      : found(
          "error",
          "password-hash-damaged",
          "This password hash is cut or has something added: no password fits it.",
        );
  }
  if (/^\$(?:y|gy|7|2[abxy])\$[^:\s]{20,}$/.test(hash)) return undefined;
  return found(
    "error",
    "plain-password",
    "This is no password hash: no password fits it, and if it is the password itself, everybody who can read the user data has it.",
  );
}
