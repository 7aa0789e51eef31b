import type { Check, Finding } from "./check";
import { readPublicKey } from "./public-key";

/** sshd passes over a line it cannot read, so a damaged key locks its owner out without a word. */
export const sshKeys: Check = ({ preset }) =>
  preset.users.users.flatMap((user, index) => {
    const seen = new Set<string>();
    return user.keys.flatMap((key, position): Finding[] => {
      const field = ["users", "users", index, "keys", position];
      const read = readPublicKey(key);
      if (!read.ok) return [{ kind: "error", ...read.error, field }];
      if (seen.has(read.value)) {
        const same = user.keys.indexOf(key) < position;
        return [
          {
            kind: same ? "error" : "warning",
            code: "key-twice",
            sentence: same
              ? "This key stands in the list already, and Ignition refuses a config that has the very same line twice."
              : "This key stands in the list already, with another comment.",
            field,
            fix: {
              label: "Remove this one",
              edits: [
                {
                  path: ["users", "users", index, "keys"],
                  value: user.keys.filter((_, other) => other !== position),
                },
              ],
            },
          },
        ];
      }
      seen.add(read.value);
      return [];
    });
  });
