import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { read, secretsIn, type Preset } from "@/lib/preset";
import { compose } from "@/lib/preset/compose";
import { soundPresets } from "@/lib/preset/testing";
import { butaneTexts, compare, planOf, planText } from ".";
import {
  empty,
  file,
  kubernetes,
  parsed,
  sentences,
  tailscale,
  typed,
  withExtensions,
  withUser,
} from "./testing";

/** Everything a comparison says, in every form it has. */
function said(before: Preset, after: Preset): string {
  const comparison = compare(before, after);
  const plan = planOf(comparison);
  return JSON.stringify([
    comparison,
    plan,
    planText(plan),
    butaneTexts(before, after),
  ]);
}

describe("secrets", () => {
  const secret = "SECRET-0123456789";

  test.each<[string, Preset]>([
    ["a password hash", withUser({ passwordHash: `$y$${secret}` })],
    [
      "an auth key",
      withExtensions({ ...tailscale, params: { authKey: `tskey-${secret}` } }),
    ],
    [
      "a join command",
      withExtensions({
        ...kubernetes,
        params: {
          role: "worker",
          joinCommand: `kubeadm join 10.0.0.1:6443 --token ${secret}`,
        },
      }),
    ],
    [
      "a token inside a file with more in it",
      withExtensions({
        ...kubernetes,
        id: "k3s",
        version: "v1.36.2+k3s1",
        params: { token: secret, extraConfig: "debug: true\n" },
      }),
    ],
    [
      "a typed password hash",
      typed(`passwd: {users: [{name: core, password_hash: ${secret}}]}\n`),
    ],
    [
      "a typed file for root's eyes only",
      file("/etc/token", `${secret}\n`, "      mode: 0600\n"),
    ],
  ])("%s is in no sentence and no command", (_, node) => {
    const hidden =
      node.rest.text.includes("/etc/token") === true
        ? (before: Preset, after: Preset) =>
            JSON.stringify(planOf(compare(before, after)))
        : said;
    expect(sentences(empty, node)).not.toEqual([]);
    for (const [before, after] of [
      [empty, node],
      [node, empty],
    ] as const)
      expect(hidden(before, after)).not.toContain(secret);
  });

  test.each([
    ["a password hash", withUser({ passwordHash: `$y$${secret}` })],
    [
      "an auth key with signs in it",
      withExtensions({
        ...tailscale,
        params: { authKey: `a'"\\: #${secret}` },
      }),
    ],
  ])("%s is not shown of a document that is kept whole", (_, node) => {
    const whole = read(`# mine\n${compose(node).text}`);
    if (!whole.ok) throw new Error("not read");
    const { preset } = whole.value;
    expect(preset.rest.whole).toBe(true);
    for (const [before, after] of [
      [empty, preset],
      [preset, empty],
      [node, preset],
    ] as const)
      expect(said(before, after)).not.toContain(secret);
  });

  test("a private file of a document that is kept whole is in no command", () => {
    const whole = read(
      `# mine\nvariant: flatcar\nversion: 1.0.0\nstorage:\n  files:\n    - path: /etc/rancher/k3s/config.yaml\n      mode: 0600\n      contents: {inline: "token: ${secret}"}\n`,
    );
    if (!whole.ok) throw new Error("not read");
    const plan = planOf(compare(empty, whole.value.preset));
    expect(plan.phases).toHaveLength(1);
    expect(JSON.stringify(plan)).not.toContain(secret);
  });

  test("another secret is a difference, and is not shown", () => {
    const node = (key: string) =>
      withExtensions({ ...tailscale, params: { authKey: key } });
    const before = node(`${secret}-1`);
    const after = node(`${secret}-2`);
    expect(sentences(before, after)).toEqual([
      "Tailscale: “Auth key” is another one",
    ]);
    expect(said(before, after)).not.toContain(secret);
    const texts = butaneTexts(before, after);
    expect(texts.before).toContain("(secret 1)");
    expect(texts.after).toContain("(secret 2)");
  });

  test("law 6: no secret leaves by accident", () => {
    fc.assert(
      fc.property(soundPresets, soundPresets, (one, other) => {
        const [before, after] = [filled(one, "BEFORE"), filled(other, "AFTER")];
        const text = said(before, after);
        expect(text).not.toMatch(/SECRET-(BEFORE|AFTER)/);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  /** A preset with something in every field that holds a secret. */
  function filled(stored: unknown, mark: string): Preset {
    const preset = parsed(stored);
    const value = `SECRET-${mark}`;
    const copy = structuredClone(preset) as unknown as {
      users: { users: { passwordHash: string }[] };
      extensions: { chosen: { params: Record<string, unknown> }[] };
    };
    for (const user of copy.users.users) user.passwordHash = value;
    for (const [, , index, , key] of secretsIn(preset).filter(
      ([section]) => section === "extensions",
    ))
      copy.extensions.chosen[Number(index)]!.params[String(key)] = value;
    return copy as unknown as Preset;
  }
});
