import { expect, test, vi } from "vitest";
import type { Catalogue } from "@/lib/butane";
import { platforms } from "@/lib/delivery/platforms";
import * as stages from "@/lib/pipeline";
import { emptyPreset, type Preset } from "@/lib/preset";
import { settling, type Settled, type Unsettled } from "./settler";
import { PageEnd, WorkerEnd, type Answer, type Question } from "./wire";

const catalogue: Catalogue = {
  date: "2026-07-16",
  bakery: "https://extensions.flatcar.org/extensions/",
  releases: {},
};

const text = `variant: flatcar
version: 1.1.0
# Who runs this: the edge team.
storage:
  files:
    - path: /etc/hostname
      contents:
        inline: edge-1
    - path: /etc/motd
      contents:
        inline: Lit by hand.
`;

const standing = (part: Partial<Unsettled> = {}): Unsettled => ({
  preset: emptyPreset(),
  broken: null,
  pending: null,
  catalogue,
  ...part,
});

/** Two ends and a wire between them that carries copies, as the one to a worker does. */
function wired(settle = vi.fn(settling(stages))) {
  const page = new PageEnd();
  const worker = new WorkerEnd(settle);
  const sent: { question: Question; answer: Answer }[] = [];
  const ask = (unsettled: Unsettled): Settled => {
    const question = structuredClone(page.ask(unsettled));
    const answer = structuredClone(worker.answer(question));
    sent.push({ question, answer });
    return page.take(answer);
  };
  return { ask, sent, settle };
}

const sizeOf = (sent: unknown) => JSON.stringify(sent).length;

test("every step of a node comes back as it would be made in the page", () => {
  const { ask } = wired();
  const direct = settling(stages);
  let { preset } = standing();
  const follow = (part: Partial<Unsettled>) => {
    const asked = standing({ preset, ...part });
    const settled = ask(asked);
    expect(settled).toEqual(direct(asked));
    preset = settled.preset;
    return settled;
  };
  const hostname = (name: string): Preset => ({
    ...preset,
    identity: { ...preset.identity, hostname: name },
  });

  follow({ preset: hostname("a") });
  follow({ pending: { side: "text", text } });
  expect(preset.identity.hostname).toBe("edge-1");
  const after = hostname("edge-2");
  follow({ preset: after, pending: { side: "form", before: preset } });
  expect(preset.rest.text).toContain("edge-2");
  const { broken } = follow({ pending: { side: "text", text: "a: [" } });
  expect(broken?.problems).not.toEqual([]);
  expect(follow({ broken }).broken).toBe(broken);
  follow({ pending: { side: "text", text: `${text}# more\n` } });
  follow({ catalogue: { ...catalogue, date: "2026-08-01" } });
  follow({ preset: emptyPreset() });
});

test("every platform's user data can be sent", () => {
  const { ask } = wired();
  for (const { id } of platforms) {
    const asked = standing();
    const target = { ...asked.preset.target, platform: id };
    const preset = { ...asked.preset, target };
    expect(ask({ ...asked, preset }).outcome).toEqual(
      stages.run(preset, catalogue),
    );
  }
});

test("what did not change is not sent and stays the same object", () => {
  const { ask, sent } = wired();
  const first = ask(standing({ pending: { side: "text", text } }));
  const again = ask(standing({ preset: first.preset }));
  expect(again).toEqual(first);
  expect(again.preset).toBe(first.preset);
  expect(again.outcome).toBe(first.outcome);
  expect(sizeOf(sent[1])).toBeLessThan(100);

  const users = { ...first.preset.users, users: [] };
  const named = { ...first.preset, users, name: "named" };
  const third = ask(standing({ preset: named }));
  expect(third.preset).toBe(named);
  expect(third.outcome?.origins).toBe(first.outcome?.origins);
  expect(third.outcome?.problems).toBe(first.outcome?.problems);
  expect(sizeOf(sent[2]?.question)).toBeLessThan(200);
});

test("the catalogue is sent once, and again when it is another", () => {
  const { ask, sent, settle } = wired();
  const asked = standing();
  ask(asked);
  ask({ ...asked, preset: { ...asked.preset, name: "a" } });
  const fresher = { ...catalogue, date: "2026-08-01" };
  ask({ ...asked, catalogue: fresher });
  expect(sent.map(({ question }) => "catalogue" in question)).toEqual([
    true,
    false,
    true,
  ]);
  expect(settle.mock.lastCall?.[0].catalogue).toEqual(fresher);
});

test("a bug of ours is told, and the next answer is whole again", () => {
  const complaint = vi.spyOn(console, "error").mockImplementation(() => {});
  const run = vi.fn(stages.run);
  const { ask } = wired(vi.fn(settling({ ...stages, run })));
  const asked = standing();
  ask(asked);
  run.mockImplementationOnce(() => {
    throw new Error("stage broke");
  });
  const named = { ...asked.preset, name: "named" };
  const fault = { kind: "bug", message: "stage broke" };
  expect(ask({ ...asked, preset: named })).toEqual({
    preset: named,
    broken: null,
    outcome: null,
    fault,
  });
  expect(ask({ ...asked, preset: named })).toEqual(
    settling(stages)({ ...asked, preset: named }),
  );
  complaint.mockRestore();
});
