import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { read, secretsIn, type Preset } from "@/lib/preset";
import { compose } from "@/lib/preset/compose";
import { soundPresets } from "@/lib/preset/testing";
import { butaneTexts, compare, planOf, planText } from ".";
import {
  commands,
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

  test("a secret that is appended to a file is in no command", () => {
    // A data URL writes the space in another way.
    const authKey = `${secret} 1`;
    const node: Preset = {
      ...withExtensions({ ...tailscale, params: { authKey } }),
      rest: {
        whole: false,
        text: `storage: {files: [{path: /etc/motd, append: [{inline: "${authKey}"}]}]}\n`,
      },
    };
    expect(JSON.stringify(planOf(compare(empty, node)))).not.toContain(secret);
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

describe("logins in addresses", () => {
  const withTarget = (target: Partial<Preset["target"]>): Preset => ({
    ...empty,
    target: { ...empty.target, ...target },
  });
  const withImages = (more: Partial<Preset["extensions"]>): Preset => ({
    ...empty,
    extensions: { ...empty.extensions, chosen: [kubernetes], ...more },
  });
  const own = (url: string, updatesFrom = "") =>
    withExtensions({
      ...kubernetes,
      id: "mine",
      own: { url, updatesFrom },
    });

  test.each<[string, (address: string) => Preset]>([
    ["the bakery", (address) => withImages({ bakery: address })],
    [
      "the bakery of one image",
      (address) => withExtensions({ ...kubernetes, bakery: address }),
    ],
    [
      "keys of signers",
      (address) => withImages({ keyring: { url: address, hash: "" } }),
    ],
    ["an image of one's own", (address) => own(`${address}mine.raw`)],
    [
      "newer images of one's own",
      (address) => own("https://h/mine.raw", address),
    ],
    ["a mirror", (address) => withTarget({ mirror: address })],
    [
      "the address of the config",
      (address) => withTarget({ handOver: "pointer", handOverFrom: address }),
    ],
    [
      "the update server",
      (address) => ({
        ...empty,
        osUpdates: { ...empty.osUpdates, server: address },
      }),
    ],
    [
      "an extension's setting",
      (address) => withExtensions({ ...tailscale, params: { flags: address } }),
    ],
    [
      "a proxy",
      (address) => ({
        ...empty,
        network: {
          ...empty.network,
          proxy: { ...empty.network.proxy, http: address },
        },
      }),
    ],
    ...(
      [
        ["a file that is fetched", "{path: /opt/a, contents: {source: @}}"],
        ["a file", "{path: /etc/a, contents: {inline: 'from @'}}"],
        ["what is appended", "{path: /etc/a, append: [{inline: 'from @'}]}"],
      ] as const
    ).map(([what, text]): [string, (address: string) => Preset] => [
      what,
      (address) =>
        typed(`storage: {files: [${text.replace("@", () => address)}]}\n`),
    ]),
    ...(
      [
        ["a link", "storage: {links: [{path: /etc/a, target: '@'}]}"],
        ["a unit", "systemd: {units: [{name: a.service, contents: '# @'}]}"],
        [
          "a drop-in",
          "systemd: {units: [{name: a.service, dropins: [{name: a.conf, contents: '# @'}]}]}",
        ],
        ["a kernel argument", "kernel_arguments: {should_exist: ['a=@']}"],
        ["who somebody is", "passwd: {users: [{name: me, gecos: '@'}]}"],
        [
          "an SSH key",
          "passwd: {users: [{name: core, ssh_authorized_keys: ['ssh-ed25519 AAAA @']}]}",
        ],
        [
          "a comment",
          "systemd: {units: [{name: a.service, enabled: true}]} # @",
        ],
      ] as const
    ).map(([what, text]): [string, (address: string) => Preset] => [
      what,
      (address) => typed(`${text.replace("@", () => address)}\n`),
    ]),
  ])("%s: not shown, and another one is a difference", (_, nodeFrom) => {
    const node = (login: string) => nodeFrom(`https://${login}@h.example/`);
    const [one, other] = [node("root:SECRET-1"), node("root:SECRET-2")];
    for (const [before, after] of [
      [empty, one],
      [one, empty],
      [one, other],
    ] as const) {
      expect(said(before, after)).not.toMatch(/root:|SECRET/);
      expect(sentences(before, after)).not.toEqual([]);
    }
    const { before, after } = butaneTexts(one, other);
    // What only decides how it is handed over is in no text.
    expect(before !== after).toBe(compose(one).text !== compose(other).text);
  });

  test("they are told apart by their numbers", () => {
    const [before, after] = ["me:SECRET-1", "me:SECRET-2"].map((login) => ({
      ...own(`https://${login}@h/mine.raw`),
      osUpdates: {
        ...empty.osUpdates,
        // A long one is cut off behind it, not within.
        server: `https://${login}${"0".repeat(80)}@u/`,
      },
    })) as [Preset, Preset];
    expect(sentences(before, after)).toEqual([
      "mine: image https://(login 1)@h/mine.raw → https://(login 3)@h/mine.raw",
      "Update server https://(login 2)@u/ → https://(login 4)@u/",
    ]);
    const texts = butaneTexts(before, after);
    expect(texts.before).toContain("source: https://(login 1)@h/mine.raw\n");
    expect(texts.before).toContain("SERVER=https://(login 2)@u/\n");
    expect(texts.after).toContain("source: https://(login 3)@h/mine.raw\n");
    expect(texts.after).toContain("SERVER=https://(login 4)@u/\n");
  });

  test("they are not shown of a document that is kept whole", () => {
    const whole = (login: string) => {
      const opened = read(
        `# mine\nvariant: flatcar\nversion: 1.0.0\nstorage:\n  files:\n    - path: /opt/a\n      contents: {source: "https://${login}@h/a"}\n`,
      );
      if (!opened.ok) throw new Error("not read");
      return opened.value.preset;
    };
    const [before, after] = [whole("SECRET-1"), whole("SECRET-2")];
    expect(before.rest.whole).toBe(true);
    expect(sentences(before, after)).toEqual(["File /opt/a changed"]);
    expect(said(before, after)).not.toContain("SECRET");
    const texts = butaneTexts(before, after);
    expect(texts.before).toContain('{source: "https://(login 1)@h/a"}');
    expect(texts.after).toContain('{source: "https://(login 2)@h/a"}');
  });

  test("the fetched address of a file is another one by its login or its query", () => {
    const details = (one: string, other: string) =>
      compare(
        ...([one, other].map((source) =>
          typed(
            `storage: {files: [{path: /opt/a, contents: {source: '${source}'}}]}\n`,
          ),
        ) as [Preset, Preset]),
      ).differences.flatMap((difference) => difference.details);
    expect(details("https://a:b@h/x", "https://a:c@h/x")).toEqual([
      "fetched from https://(login 1)@h/x → https://(login 2)@h/x",
    ]);
    expect(details("https://h/x?sig=1", "https://h/x?sig=2")).toEqual([
      "fetched from another address that begins with https://h/x",
    ]);
  });

  test("curl takes a login from a file", () => {
    const node = (contents: string) =>
      typed(`storage: {files: [{path: /opt/a, contents: {${contents}}}]}\n`);
    const source = "source: 'https://me:SECRET@h/a'";
    expect(commands(empty, node(source))[0]).toContain(
      "sudo curl -fL --retry 3 --netrc-file ~/.netrc -o /opt/a.part https://h/a &&",
    );
    expect(commands(empty, node(`${source}, compression: gzip`))[0]).toContain(
      "\n  curl -fL --retry 3 --netrc-file ~/.netrc https://h/a |",
    );
    expect(planText(planOf(compare(empty, node(source))))).toContain(
      "The login is not shown here: curl takes it from ~/.netrc, where it has a line machine HOST login USER password PASSWORD. (not verified)\n",
    );
    expect(commands(empty, node("source: 'https://h/a'"))[0]).not.toContain(
      "netrc",
    );
  });

  test("a file with one in it is not written by a command, in base64 either", () => {
    const node = file("/etc/a", "\u001b https://me:SECRET@h/\n");
    expect(commands(empty, node)).toEqual([]);
    expect(commands(empty, file("/etc/a", "\u001b https://h/\n"))).toEqual([
      expect.stringContaining("base64 --decode"),
    ]);
  });

  test("a command that would not be the same without one is left to people", () => {
    const node = typed(
      "passwd: {users: [{name: me, gecos: 'https://me:SECRET@h'}]}\n",
    );
    const { phases } = planOf(compare(empty, node));
    expect(phases.flatMap(({ steps }) => steps)).toEqual([
      {
        phase: "write",
        say: "Creates the user me, without a password. Do it by hand: an address in it has a login, which is not shown here.",
        known: "not verified",
      },
    ]);
  });
});
