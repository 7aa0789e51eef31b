import { fail, ok, type Result } from "@/lib/result";

/** Why nobody can log in with a line; nothing of what is secret in it is said. */
export interface KeyProblem {
  readonly code: string;
  readonly sentence: string;
}

/** Types sshd takes, and how many parts their key data has after the type's name. */
const types: Readonly<Record<string, number>> = {
  "ssh-ed25519": 1,
  "ssh-rsa": 2,
  "ecdsa-sha2-nistp256": 2,
  "ecdsa-sha2-nistp384": 2,
  "ecdsa-sha2-nistp521": 2,
  "sk-ssh-ed25519@openssh.com": 2,
  "sk-ecdsa-sha2-nistp256@openssh.com": 3,
};

const options = /^(?:[^\s"]|"(?:\\.|[^"\\])*")+\s+/;

/** Bytes of an elliptic curve's point, uncompressed: 0x04, x and y. */
const points: Readonly<Record<string, number>> = {
  nistp256: 65,
  nistp384: 97,
  nistp521: 133,
};

/**
 * Reads a line of authorized_keys. Answers type and key data, which name the key whatever its comment; or what is wrong with it.
 */
export function readPublicKey(line: string): Result<string, KeyProblem> {
  const typed = line.trim();
  if (typed === "")
    return refuse(
      "key-empty",
      "An empty line is no key: nobody can log in with it.",
    );
  if (/[\r\n]/.test(typed))
    return refuse(
      "key-lines",
      "A key is one line; this one was broken into several, perhaps when it was copied.",
    );
  if (/^-----BEGIN [A-Z ]*PRIVATE KEY|^PuTTY-User-Key-File/.test(typed))
    return refuse(
      "key-private",
      "This is a private key. Remove it, and paste the line of the matching .pub file.",
    );
  // Options such as from="…" may stand before the type, with blanks inside their quotes.
  const words = typed.split(/\s+/);
  const bare = Object.hasOwn(types, words[0]!)
    ? words
    : typed.replace(options, "").split(/\s+/);
  if (words[0] === "ssh-dss")
    return refuse(
      "key-dsa",
      "sshd no longer takes DSA keys: nobody can log in with this one.",
    );
  const [type = "", data = ""] = bare;
  if (!Object.hasOwn(types, type)) {
    return refuse(
      "key-type",
      "A public key begins with its type, such as ssh-ed25519 or ssh-rsa; sshd passes over this line and nobody can log in with it.",
    );
  }
  const bytes = fromBase64(data);
  if (!bytes) {
    return refuse(
      "key-base64",
      "The key data is not base64, so part of it is missing or was changed: sshd passes over this line.",
    );
  }
  const problem = dataProblem(type, bytes);
  return problem ? refuse("key-damaged", problem) : ok(`${type} ${data}`);
}

/** What is wrong with the parts inside the key data: each is a length of four bytes, then that many bytes. */
function dataProblem(type: string, bytes: Uint8Array): string | undefined {
  const parts = partsOf(bytes);
  const cut =
    "The key data ends too early or goes on too long: the line was cut or joined when it was copied, and sshd passes over it.";
  if (!parts) return cut;
  const [name, ...rest] = parts;
  const inside = String.fromCharCode(...(name ?? []));
  if (inside !== type)
    return `The line says ${type} and the key data says otherwise: sshd passes over it.`;
  if (rest.length !== types[type]) return cut;
  if (type.includes("ed25519") && rest[0]!.length !== 32) return cut;
  const curve = /nistp\d+/.exec(type)?.[0];
  if (
    curve &&
    (String.fromCharCode(...rest[0]!) !== curve ||
      rest[1]!.length !== points[curve])
  )
    return cut;
  if (type === "ssh-rsa" && bits(rest[1]!) < 1024)
    return `An RSA key of ${bits(rest[1]!)} bits is too short for sshd: nobody can log in with it.`;
  return undefined;
}

function partsOf(bytes: Uint8Array): Uint8Array[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 4 > bytes.length) return null;
    const length = view.getUint32(at);
    if (at + 4 + length > bytes.length) return null;
    parts.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return parts;
}

function bits(number: Uint8Array): number {
  const first = number.findIndex((byte) => byte !== 0);
  return first < 0
    ? 0
    : (number.length - first) * 8 - Math.clz32(number[first]!) + 24;
}

function fromBase64(text: string): Uint8Array | null {
  if (
    text === "" ||
    text.length % 4 !== 0 ||
    !/^[A-Za-z0-9+/]+={0,2}$/.test(text)
  )
    return null;
  const binary = atob(text);
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function refuse(code: string, sentence: string): Result<string, KeyProblem> {
  return fail({ code, sentence });
}
