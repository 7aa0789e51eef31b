import type { Preset } from "@/lib/preset";
import { changedEntries, type EntryChange } from "./changes";
import {
  topics,
  type Comparison,
  type Difference,
  type Step,
  type Topic,
} from "./comparison";
import type { DraftDifference } from "./draft";
import {
  entryDetails,
  entryLine,
  entrySentence,
  topicOf,
} from "./entry-differences";
import { extensionDifferences } from "./extensions";
import { lineCounts } from "./line-counts";
import { Secrets } from "./secrets";
import { settingDifferences } from "./settings";
import { sideOf, type Side } from "./side";
import { workFor } from "./steps";
import { byHand, type Surroundings, type Work } from "./steps/work";
import { userDifferences } from "./users";
import { entryOf } from "./changes";

/**
 * What is different between two nodes, and what it takes to make a running one of the first kind a node of the second.
 *
 * What was chosen in a form is said in its words. Then the two Ignition configs are compared entry by entry, and what no
 * sentence accounts for is named as it is, so that nothing of the difference is left out. No secret, and no login of an
 * address, is part of any of it.
 */
export function compare(before: Preset, after: Preset): Comparison {
  const [old, now] = [sideOf(before), sideOf(after)];
  const secrets = new Secrets(before, after);
  const oldShown = secrets.hideLogins(before);
  const nowShown = secrets.hideLogins(after);
  const surroundings = { coordinator: after.updates.coordinator };
  const drafts = [
    ...settingDifferences(oldShown, nowShown),
    ...extensionDifferences(oldShown, nowShown),
    ...userDifferences(oldShown, nowShown),
  ];
  const entries =
    old.output === null || now.output === null ? [] : changedEntries(old, now);
  const owners = entries.map((change) => ownerOf(change, drafts));
  const differences = [
    ...drafts.map((draft) =>
      finished(
        draft,
        entries.filter((_, index) => owners[index] === draft),
        surroundings,
        secrets,
        elsewhere(draft, entries, owners),
      ),
    ),
    ...entries
      .filter((_, index) => owners[index] === undefined)
      .map((change) => entryDifference(change, surroundings, secrets)),
  ];
  return {
    sameMachine: before.target.architecture === after.target.architecture,
    differences: inOrder([
      ...differences,
      ...textDifference(old, now, differences.length > 0, secrets),
    ]),
    broken: [
      ...(old.output === null
        ? [{ side: "before" as const, errors: old.errors }]
        : []),
      ...(now.output === null
        ? [{ side: "after" as const, errors: now.errors }]
        : []),
    ],
  };
}

/** The difference that most surely made a change; of equals the first. */
function ownerOf(
  change: EntryChange,
  drafts: readonly DraftDifference[],
): DraftDifference | undefined {
  let owner: DraftDifference | undefined;
  let most = 0;
  for (const draft of drafts) {
    const claim = draft.claim(change);
    if (claim <= most) continue;
    owner = draft;
    most = claim;
  }
  return owner;
}

/** Where a difference shares all it changes with another one, that one. */
function elsewhere(
  draft: DraftDifference,
  entries: readonly EntryChange[],
  owners: readonly (DraftDifference | undefined)[],
): string | undefined {
  const shared = entries.findIndex((change) => draft.claim(change) > 4);
  const owner = owners[shared];
  return owner && owner !== draft
    ? `Its steps are those of “${owner.sentence}”.`
    : undefined;
}

function finished(
  { kind, topic, sentence, details = [], field, work }: DraftDifference,
  changes: readonly EntryChange[],
  surroundings: Surroundings,
  secrets: Secrets,
  elsewhere: string | undefined,
): Difference {
  const fromEntries = together(
    changes.map((change) => workFor(change, surroundings)),
  );
  const shared = changes.length === 0 && elsewhere !== undefined;
  const whole = shared
    ? { steps: [], note: elsewhere }
    : (work?.(fromEntries, changes) ?? fromEntries);
  return {
    kind,
    topic,
    sentence,
    details: [
      ...details,
      ...changes.map((change) => entryLine(secrets.hideLogins(change))),
    ],
    ...(field ? { field } : {}),
    ...told(whole, secrets),
    ...(shared ? { shared } : {}),
  };
}

function entryDifference(
  change: EntryChange,
  surroundings: Surroundings,
  secrets: Secrets,
): Difference {
  const shown = secrets.hideLogins(change);
  return {
    kind: change.kind,
    topic: topicOf[entryOf(change).type],
    sentence: entrySentence(shown),
    details: entryDetails(shown),
    ...(change.field ? { field: change.field } : {}),
    ...told(workFor(change, surroundings), secrets),
  };
}

/** Work without steps says why there are none. */
function told(
  { steps, reprovision, note }: Work,
  secrets: Secrets,
): Pick<Difference, "steps" | "reprovision" | "note"> {
  const why =
    note ??
    (steps.length === 0 && !reprovision
      ? "Nothing follows from it on the node."
      : undefined);
  return {
    steps: unique(steps.map((one) => withoutLogins(one, secrets))),
    ...(reprovision ? { reprovision } : {}),
    ...(why ? { note: why } : {}),
  };
}

/** A step that shows no login; its command would not be the same without it. */
function withoutLogins(step: Step, secrets: Secrets): Step {
  const shown = secrets.hideLogins(step);
  return shown.command === step.command
    ? shown
    : byHand(
        step.phase,
        `${shown.say} Do it by hand: an address in it has a login, which is not shown here.`,
      );
}

function together(works: readonly Work[]): Work {
  const sentences = (key: "reprovision" | "note") =>
    [...new Set(works.flatMap((work) => work[key] ?? []))].join(" ");
  const [reprovision, note] = [sentences("reprovision"), sentences("note")];
  return {
    steps: works.flatMap(({ steps }) => steps),
    ...(reprovision ? { reprovision } : {}),
    ...(note ? { note } : {}),
  };
}

function unique(steps: readonly Step[]): Step[] {
  const seen = new Set<string>();
  return steps.filter(({ phase, say, command }) => {
    const key = `${phase} ${command ?? say}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** What is left when the configs are no answer: comments, the order of entries, or a document that makes no config. */
function textDifference(
  old: Side,
  now: Side,
  isTold: boolean,
  secrets: Secrets,
): Difference[] {
  const configs = old.output !== null && now.output !== null;
  if (configs && isTold) return [];
  const [before, after] = [old, now].map(({ preset }) =>
    secrets.textOf(preset),
  );
  const of = (sentence: string, note: string): Difference[] => [
    {
      kind: "changed",
      topic: "text",
      sentence,
      details: before === after ? [] : [lineCounts(before!, after!)],
      field: { side: "after", path: ["rest", "text"] },
      steps: [],
      note,
    },
  ];
  if (!configs)
    return before === after
      ? []
      : of(
          "The Butane text changed",
          "At least one of the two makes no Ignition config, so what follows on a node is not known.",
        );
  if (old.output !== now.output)
    return of(
      "The same entries in another order",
      "The order of entries matters on the first boot only.",
    );
  return before === after
    ? []
    : of(
        "Only comments or layout of the Butane text changed",
        "The node gets the same config.",
      );
}

const order = Object.keys(topics) as Topic[];

function inOrder(differences: readonly Difference[]): Difference[] {
  return [...differences].sort(
    (one, other) => order.indexOf(one.topic) - order.indexOf(other.topic),
  );
}
