import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  emptyPreset,
  toStored,
  withoutSecrets,
  type Preset,
} from "@/lib/preset";
import { decodeShare, encodeShare, isShareLink, openShare } from "./codec";
import { dictionaryP1 } from "./dictionary-p1";
import { seal } from "./envelope";
import { arbitraryPreset } from "./testdata/arbitrary-preset";

const format = {
  dictionary: dictionaryP1,
  longestPayload: Infinity,
  longestText: Infinity,
};

/** A link as it should be, around a text that no preset gives. */
function linkAround(json: string): string {
  return `p1.${seal(json, format)}`;
}

/** The node of the issue: Kubernetes with patch updates by kured, arm64, on AWS. */
const node: Preset = {
  ...emptyPreset(),
  target: { ...emptyPreset().target, architecture: "arm64", platform: "aws" },
  extensions: {
    ...emptyPreset().extensions,
    chosen: [
      {
        id: "kubernetes",
        version: "v1.32.2",
        hash: `sha256-${"0123456789abcdef".repeat(4)}`,
        updates: "patch",
        activation: "reboot",
        keep: 3,
        params: {},
      },
    ],
  },
  updates: { ...emptyPreset().updates, coordinator: "kured" },
  identity: { hostname: "worker-arm-7.example.com", timezone: "" },
  users: {
    users: [
      {
        name: "core",
        keys: [
          "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl me@example.com",
        ],
        passwordHash: "",
        groups: [],
      },
    ],
  },
};

describe("law 5: links are safe", () => {
  test("decode(encode(p)) is p, without its secrets", () => {
    fc.assert(
      fc.property(arbitraryPreset, (preset) => {
        const { link, leftOut } = encodeShare(preset);
        expect(openShare(`#${link}`)).toEqual({
          ok: true,
          value: { preset: withoutSecrets(preset), leftOut },
        });
      }),
      { numRuns: 300 },
    );
  });

  test("the same node opened and shared again is the same link", () => {
    fc.assert(
      fc.property(arbitraryPreset, (preset) => {
        const { link } = encodeShare(withoutSecrets(preset));
        const opened = decodeShare(link);
        expect(opened.ok && encodeShare(opened.value).link).toBe(link);
      }),
    );
  });

  test("a link that was cut, at either end, is refused", () => {
    const { link } = encodeShare(node);
    for (let length = 0; length < link.length; length++) {
      expect(decodeShare(link.slice(0, length)).ok).toBe(false);
      expect(decodeShare(link.slice(link.length - length)).ok).toBe(false);
    }
    expect(decodeShare(link.slice(0, -1))).toEqual({
      ok: false,
      error: "truncated",
    });
  });

  test("every single wrong character is noticed", () => {
    const { link } = encodeShare(node);
    const alphabet = Array.from(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_. %",
    );
    for (let at = 0; at < link.length; at++) {
      for (const char of alphabet) {
        if (char === link[at]) continue;
        const wrong = link.slice(0, at) + char + link.slice(at + 1);
        expect(decodeShare(wrong), wrong).toMatchObject({ ok: false });
      }
    }
  });

  test("characters added, taken out, swapped or wrapped are noticed", () => {
    fc.assert(
      fc.property(
        arbitraryPreset,
        fc.nat(),
        fc.constantFrom(
          "A",
          "-",
          ".",
          ")",
          ">",
          " ",
          "\n",
          "\r\n",
          "=\n",
          "%0A",
          "\u200b",
          "…",
          "&utm=1",
        ),
        (preset, place, added) => {
          const { link } = encodeShare(preset);
          const at = place % (link.length + 1);
          const [head, tail] = [link.slice(0, at), link.slice(at)];
          expect(decodeShare(head + added + tail).ok).toBe(false);
          expect(decodeShare(head + tail.slice(1)).ok).toBe(tail === "");
          expect(decodeShare(link + added).ok).toBe(false);
          const [one, other] = tail;
          const swapped = other !== undefined && one !== other;
          if (swapped)
            expect(decodeShare(head + other + one + tail.slice(2)).ok).toBe(
              false,
            );
        },
      ),
      { numRuns: 300 },
    );
  });

  test("hostile strings are refused and nothing is thrown", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 200 }),
          fc.stringMatching(/^#?p[0-9]{0,3}\.[A-Za-z0-9_-]{0,80}$/),
        ),
        (text) => {
          expect(decodeShare(text).ok).toBe(false);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("whole links around anything but a preset are refused", () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(decodeShare(linkAround(json)).ok).toBe(false);
      }),
    );
  });
});

describe("law 6: no secret leaves by accident", () => {
  test("secrets are not in the link, their places are", () => {
    const preset: Preset = {
      ...node,
      users: {
        users: [{ ...node.users.users[0]!, passwordHash: "$y$j9T$SECRET" }],
      },
    };
    const { link, leftOut } = encodeShare(preset);
    expect(leftOut).toEqual([["users", "users", 0, "passwordHash"]]);
    const opened = openShare(link);
    expect(opened).toMatchObject({ ok: true, value: { leftOut } });
    expect(JSON.stringify(opened)).not.toContain("SECRET");
  });
});

function withParams(params: string): string {
  return `{"kindling":1,"extensions":{"chosen":[{"id":"a","params":{${params}}}]}}`;
}

test.each([
  ["nothing", "unknown-codec", ""],
  ["only the codec", "unknown-codec", "p1"],
  ["nothing behind the codec", "truncated", "p1."],
  ["another codec", "unknown-codec", "q1.AAAAAAAAAAAA"],
  ["capitals", "unknown-codec", "P1.AAAAAAAAAAAA"],
  ["a codec to come", "newer-version", "p2.AAAAAAAAAAAA"],
  ["no name of ours", "unknown-codec", "p01.AAAA"],
  [
    "a preset to come",
    "newer-version",
    linkAround('{"kindling":2,"target":[]}'),
  ],
  ["a version that never was", "bad-preset", linkAround('{"kindling":0}')],
  ["broken JSON", "bad-preset", linkAround("{")],
  ["null", "bad-preset", linkAround("null")],
  [
    "a key that no preset has",
    "bad-preset",
    linkAround('{"kindling":1,"x":1}'),
  ],
  [
    "a prototype key",
    "bad-preset",
    linkAround('{"kindling":1,"__proto__":{"name":"x"}}'),
  ],
  [
    "a prototype key as parameter",
    "bad-preset",
    linkAround(withParams('"__proto__":"x"')),
  ],
  [
    "a constructor as parameter",
    "bad-preset",
    linkAround(withParams('"constructor":"x"')),
  ],
  [
    "a place that is none",
    "bad-preset",
    linkAround('{"kindling":1,"leftOut":["<b>"]}'),
  ],
  [
    "no list of places",
    "bad-preset",
    linkAround('{"kindling":1,"leftOut":{}}'),
  ],
  [
    "deep nesting",
    "bad-preset",
    linkAround(`{"kindling":1,"name":${"[".repeat(100_000)}`),
  ],
  ["a very long link", "too-large", `p1.${"A".repeat(300_000)}`],
] as const)("%s is refused: %s", (_reason, error, link) => {
  expect(decodeShare(link)).toEqual({ ok: false, error });
  expect(({} as { name?: string }).name).toBeUndefined();
});

test("a link may bring its #, and only a share link looks like one", () => {
  const { link } = encodeShare(node);
  expect(decodeShare(`#${link}`)).toEqual(decodeShare(link));
  expect(
    [link, `#${link}`, link.slice(0, 9), `q${link.slice(1)}`].map(isShareLink),
  ).toEqual([true, true, true, true]);
  expect(
    ["", "#", "problems", "url=https://example.com/a.json", "p1"].map(
      isShareLink,
    ),
  ).toEqual([false, false, false, false, false]);
});

test("the node of the issue needs far less than 300 characters", () => {
  const { link, length } = encodeShare(node);
  expect(link).toMatch(/^p1\.[A-Za-z0-9_-]+$/);
  expect(link.length).toBeLessThanOrEqual(160);
  expect(length).toBe("fine");
});

test("a link says when it is long", () => {
  const withText = (size: number): Preset => ({
    ...node,
    // Hardly compressible, and the same on every run.
    rest: {
      whole: false,
      text: fc.sample(
        fc.string({ unit: "binary", minLength: size, maxLength: size }),
        { numRuns: 1, seed: 1 },
      )[0]!,
    },
  });
  expect(encodeShare(withText(700)).length).toBe("long");
  expect(encodeShare(withText(2_000)).length).toBe("very-long");
  const huge = encodeShare(withText(100_000));
  expect(huge.length).toBe("too-long");
  expect(decodeShare(huge.link)).toEqual({ ok: false, error: "too-large" });
});

test("nothing is shared but the difference from the defaults", () => {
  expect(toStored(emptyPreset(), { secrets: "omit" })).toEqual({ kindling: 1 });
  expect(encodeShare(emptyPreset()).link.length).toBeLessThan(25);
});
