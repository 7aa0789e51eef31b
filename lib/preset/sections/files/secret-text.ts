import { modeNumber } from "./plain";

interface Mark {
  /** What a match is called in a sentence. */
  readonly what: string;
  readonly pattern: RegExp;
  /** Whether nothing else looks like it. A name with a value beside it may stand for something harmless. */
  readonly isSure: boolean;
}

// In a quoted text of YAML, quotes have a backslash before them. What a program fills in itself, a path and a switch are no secrets.
const value = String.raw`\\?["']?(?!(?:\/(?:dev|etc|home|opt|root|run|srv|tmp|usr|var)\/|(?:true|false|yes|no|null|none)\b))[^\s"'$%{<\\]`;
const named =
  "passwo?r?d|passphrase|secret|token|api[_-]?key|private[_-]?key|preshared[_-]?key|psk";

const marks: readonly Mark[] = [
  {
    what: "a private key",
    pattern: /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY/,
    isSure: true,
  },
  {
    what: "a login for a registry",
    pattern:
      /"(?:auth|identitytoken|registrytoken)\\?"\s*:\s*\\?"[\w+/=.-]{4,}\\?"|\.dockerconfigjson["']?[ \t]*:[ \t]*["']?[\w+/={]/,
    isSure: true,
  },
  {
    what: "a token that joins a cluster",
    pattern:
      /\btoken["']?(?:[ \t]*[=:][ \t]*|[ \t]+)["']?(?:[a-z0-9]{6}\.[a-z0-9]{16}\b|K10[0-9a-f]{16,}::)|--certificate-key[ =]["']?[0-9a-f]{64}\b/,
    isSure: true,
  },
  {
    what: "a key of WireGuard",
    pattern:
      /(?:^|\\n)[ \t]*(?:PrivateKey|PresharedKey)[ \t]*=[ \t]*[A-Za-z0-9+/]{43}=/m,
    isSure: true,
  },
  {
    what: "the key of a client",
    pattern: /\bclient-key-data["']?[ \t]*:[ \t]*["']?[\w+/=]{16,}/,
    isSure: true,
  },
  {
    what: "a login in a header",
    pattern:
      /(?:authorization["']?[ \t]*[:=][ \t]*|\bvalue["']?[ \t]*:[ \t]*)["']?(?:Bearer|Basic)[ \t]+[\w.~+/=-]{4,}/i,
    isSure: true,
  },
  {
    what: "a password or token",
    pattern: new RegExp(
      // A comment tells people what to write, and a longer name is that of something else.
      `^(?![ \\t]*(?:[#;]|//)).*?(?:(?:${named})\\\\?["']?[ \\t]*[=:][ \\t]*|--(?:[a-z]+-)*(?:password|token)[ =])${value}`,
      "im",
    ),
    isSure: false,
  },
];

/** What a text holds that others must not see: the first of it, as words for a sentence, and where. */
export interface SecretFound {
  readonly what: string;
  readonly index: number;
  readonly isSure: boolean;
}

/** Everything in a text that looks like a secret, one of a kind. */
export function secretsInText(text: string): SecretFound[] {
  return marks.flatMap(({ what, pattern, isSure }) => {
    const found = pattern.exec(text);
    return found ? [{ what, index: found.index, isSure }] : [];
  });
}

/** Whether a text looks like one that must not be seen by others. */
export function looksSecret(text: string): boolean {
  return marks.some(({ pattern }) => pattern.test(text));
}

/** Whether a file of a document is taken for a secret: others may not read it, and it looks like one. */
export function isSecretFile(mode: string, text: string): boolean {
  const bits = modeNumber(mode);
  return bits !== undefined && (bits & 0o007) === 0 && looksSecret(text);
}
