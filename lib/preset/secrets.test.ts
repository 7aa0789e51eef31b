import fc from "fast-check";
import { expect, test } from "vitest";
import { extensions } from "@/lib/butane";
import { compose } from "./compose";
import { parsePreset } from "./parse-preset";
import type { Preset } from "./preset";
import { read } from "./read/read";
import { secretsIn, withoutSecrets } from "./secrets";
import { toStored } from "./stored";

const presetOf = (stored: object): Preset => {
  const parsed = parsePreset({ kindling: 1, ...stored });
  if (!parsed.ok) throw new Error(parsed.error.sentence);
  return parsed.value;
};

/** The node of a text that is kept whole. */
function opened(text: string): Preset {
  const reading = read(text);
  if (!reading.ok) throw new Error("not readable");
  expect(reading.value.preset.rest.whole).toBe(true);
  return reading.value.preset;
}

const word = "Xk9mvPq2";

/** Extensions with every parameter filled, the secret ones with a word that stands nowhere else. */
const withSecrets = extensions.flatMap(({ id, kind, params }) => {
  const entries = Object.entries(params);
  if (!entries.some(([, { secret }]) => secret)) return [];
  const selects = entries.filter(([, { type }]) => type === "select");
  const shapes = selects.length
    ? selects.flatMap(([name, spec]) =>
        spec.type === "select"
          ? spec.options.map(({ value }) => ({ [name]: value }))
          : [],
      )
    : [{}];
  const filled = Object.fromEntries(
    entries
      .filter(([, { secret, type }]) => secret || type === "boolean")
      .map(([name, { secret }]) => [name, secret ? word : true]),
  );
  return shapes.map((shape) => ({
    id,
    version: kind === "bakery" ? "v1.2.3" : "",
    params: { ...filled, ...shape },
  }));
});

test.each(withSecrets.map((chosen) => [chosen.id, chosen] as const))(
  "law 6: the secrets of %s are in nothing that is shared, however its document came here",
  (_, chosen) => {
    const preset = presetOf({ extensions: { chosen: [chosen] } });
    const { text } = compose(preset);
    expect(stored(preset)).not.toContain(word);
    const commented = opened(`# mine\n${text}`);
    expect(stored(commented)).not.toContain(word);
    if (text.includes(word)) expect(secretsIn(commented)).not.toEqual([]);
    // Another layout of the same files, which is not ours any more.
    const foreign = opened(
      `# mine\n${text}`.replaceAll(
        "inline: |\n",
        "inline: |\n          # by hand\n",
      ),
    );
    expect(stored(foreign)).not.toContain(word);
  },
);

const stored = (preset: Preset) =>
  JSON.stringify(toStored(preset, { secrets: "omit" }));

const hash = "$y$j9T$abcdefghijk$lmnopqrstuvwxyz0123456789";

test("a password hash goes out of the text, and the rest of the text stays", () => {
  const text = `# a node
variant: flatcar
version: 1.0.0
passwd:
  users:
    - name: core # the first
      password_hash: ${hash}
      ssh_authorized_keys: [a, b]
`;
  const preset = opened(text);
  expect(secretsIn(preset)).toEqual([["users", "users", 0, "passwordHash"]]);
  expect(withoutSecrets(preset).rest.text).toBe(
    text.replace(`      password_hash: ${hash}\n`, ""),
  );
});

test("a password hash of a user no section knows goes out as well", () => {
  const text = `variant: flatcar
version: 1.0.0
passwd:
  users:
    - name: core
      password_hash: ${hash}
    - name: core
      password_hash: ${hash}
`;
  const preset = opened(text);
  expect(JSON.stringify(withoutSecrets(preset))).not.toContain(hash);
});

test("law 6: no hash of a user is shared, whatever else is said of them", () => {
  const line = fc.constantFrom(
    "      uid: 1000\n",
    "      shell: /bin/zsh\n",
    "      groups: [docker, sudo, mine]\n",
    "      ssh_authorized_keys:\n        - a\n",
    "      # mine\n",
  );
  const user = fc
    .tuple(
      fc.constantFrom("core", "bob", "eve"),
      fc.array(line, { maxLength: 1 }),
    )
    .map(
      ([name, more]) =>
        `    - name: ${name}\n      password_hash: "${hash}"\n${more.join("")}`,
    );
  fc.assert(
    fc.property(fc.array(user, { minLength: 1, maxLength: 3 }), (users) => {
      const text = `# mine\nvariant: flatcar\nversion: 1.0.0\npasswd:\n  users:\n${users.join("")}`;
      const preset = opened(text);
      expect(stored(preset)).not.toContain(hash);
      expect(secretsIn(preset)).not.toEqual([]);
    }),
    { numRuns: 40 },
  );
});
