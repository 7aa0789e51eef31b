import {
  lintUnit,
  type Kind,
  type Path,
  type Range,
  type UnitFault,
  type UnitRole,
} from "@/lib/butane";
import { fieldOf } from "@/lib/preset/origins";
import { valueAt } from "@/lib/set-at";
import type { Check, CheckInput, Finding, Fix } from "./check";
import { entriesOf, textAt, type Found } from "./document";

/** The text of a unit or drop-in, wherever it stands in the document. */
interface UnitText {
  readonly name: string;
  readonly text: string;
  readonly role: UnitRole;
  readonly at: Path;
  /** Set of the unit's own text: what it says first is added to nothing. */
  readonly isOwn?: true;
}

/** What systemd ignores or refuses in units, line by line. */
export const unitText: Check = (input) =>
  [
    ...entriesOf(input.composed, ["systemd", "units"]).flatMap(textsOfUnit),
    ...entriesOf(input.composed, ["storage", "files"]).flatMap(textsOfFile),
  ].flatMap((unit) =>
    faultsOf(unit)
      .filter(({ code }) => !(unit.isOwn && code === "command-added"))
      .map((fault) => findingOf(fault, unit, input))
      .filter(({ path }) => !isToldAtField(path, input)),
  );

/** The limits of engines stand in a drop-in of each, and are told where they were typed. */
function isToldAtField(path: Path | undefined, { composed }: CheckInput) {
  const field = path && fieldOf(path, composed.origins);
  return field?.[0] === "containers" && field[1] === "limits";
}

function textsOfUnit({ value, at }: Found): UnitText[] {
  const name = textAt(value, "name");
  const contents = textAt(value, "contents");
  const dropins = valueAt(value, ["dropins"]);
  const changes = Array.isArray(dropins)
    ? dropins.map((dropin: unknown, index) => ({
        name,
        text: textAt(dropin, "contents"),
        role: "dropin" as const,
        at: [...at, "dropins", index, "contents"],
      }))
    : [];
  // Together they are one unit, and what it misses may stand in a drop-in.
  const role = changes.length > 0 ? "dropin" : "unit";
  const path = [...at, "contents"];
  const own = { name, text: contents, role, at: path, isOwn: true } as const;
  return [own, ...changes].filter(({ text }) => text !== "");
}

const unitFile =
  /^\/etc\/systemd\/(?:system|user)\/([^/]+\.[a-z]+)(\.d\/[^/]+\.conf)?$/;

function textsOfFile({ value, at }: Found): UnitText[] {
  const [, name, dropin] = unitFile.exec(textAt(value, "path")) ?? [];
  const text = textAt(value, "contents", "inline");
  if (name === undefined || text === "") return [];
  const role = dropin === undefined ? "unit" : "dropin";
  return [{ name, text, role, at: [...at, "contents", "inline"] }];
}

const known = new Map<string, readonly UnitFault[]>();
const mostKnown = 2000;

/** The faults of a text, remembered: between two key presses nearly all units stay the same. */
function faultsOf({ name, text, role }: UnitText): readonly UnitFault[] {
  const key = `${role}\n${name}\n${text}`;
  const before = known.get(key);
  if (before) return before;
  if (known.size >= mostKnown) known.clear();
  const faults = lintUnit(name, text, role);
  known.set(key, faults);
  return faults;
}

function findingOf(
  fault: UnitFault,
  unit: UnitText,
  { composed, preset }: CheckInput,
): Finding {
  const [kind, says, why] = words[fault.code](fault, unit);
  const field = fieldOf(unit.at, composed.origins);
  const isWhole = field && valueAt(preset, field) === unit.text;
  const fix = isWhole ? fixOf(fault, field, unit.text) : undefined;
  const place = fault.word === "" ? "" : `Line ${fault.line}: `;
  return {
    kind,
    code: `unit-${fault.code}`,
    sentence: `${place}${says}`,
    ...(why === undefined ? {} : { why }),
    path: unit.at,
    within: rangeOf(fault, unit.text),
    ...(fix ? { fix } : {}),
  };
}

type Words = (
  fault: UnitFault,
  unit: UnitText,
) => readonly [kind: Kind, says: string, why?: string | undefined];

/** What happens on the node, by what is wrong. */
const words: Readonly<Record<UnitFault["code"], Words>> = {
  "outside-section": ({ word }) => [
    "warning",
    `${word}= stands before the first section, and systemd ignores it.`,
  ],
  "section-unknown": ({ word, instead }) => [
    "warning",
    `systemd does not know the section [${word}], and ignores everything in it.`,
    instead && `[${instead}] may be meant.`,
  ],
  "section-of-other-type": ({ word, instead }, { name }) => [
    "warning",
    `[${word}] has no place in ${name}, and systemd ignores everything in it.`,
    `Its sections are ${instead}.`,
  ],
  "key-unknown": ({ word, section, instead }) => [
    "warning",
    `systemd does not know ${word}= in [${section}], and ignores the line.`,
    instead && `${instead}= may be meant.`,
  ],
  "key-elsewhere": ({ word, section, instead }) => [
    "warning",
    `${word}= belongs into [${instead}]; in [${section}] systemd ignores it.`,
  ],
  "value-unknown": ({ word, key, instead }) => [
    "warning",
    `${key}= cannot be ${word}, and systemd ignores the line.`,
    instead && `${instead} may be meant.`,
  ],
  "command-missing": (_, { name }) => [
    "error",
    `${name} has no ExecStart=, and systemd refuses to load it.`,
  ],
  "command-several": () => [
    "error",
    "A second ExecStart= is allowed for Type=oneshot only: systemd refuses to load the unit.",
  ],
  "command-added": () => [
    "warning",
    "This adds a second ExecStart=, which systemd refuses for anything but Type=oneshot.",
    "An empty ExecStart= in the line before takes the first one back.",
  ],
  "command-shell": () => [
    "warning",
    "systemd runs no shell: signs such as && and > reach the program as arguments.",
    "Put the command into /bin/sh -c '…'.",
  ],
  "quote-open": ({ key }) => [
    "error",
    `A quote in ${key}= has no other end: systemd refuses to load the unit.`,
    "A single quote, as in it's, begins one as well; a backslash before it makes it a sign like any other.",
  ],
  "oneshot-restart": ({ word }) => [
    "error",
    `Restart=${word} is not allowed with Type=oneshot: systemd refuses to load the unit.`,
  ],
  "trigger-missing": ({ section }, { name }) => [
    "error",
    `${name} does not say in [${section}] what it waits for, and systemd refuses to load it.`,
  ],
  "mount-what": (_, { name }) => [
    "error",
    `${name} does not say what it mounts (What=), and systemd refuses to load it.`,
  ],
  "mount-where": ({ word, instead }) => [
    "error",
    `A unit that mounts at ${word} has to be called ${instead}: systemd refuses to load this one.`,
  ],
  "order-alone": ({ word }) => [
    "warning",
    `After=${word} orders only: unless something else starts ${word}, the unit does not wait for the network.`,
    `Add Wants=${word}.`,
  ],
};

/** Words that what is meant can simply take the place of. */
const replaced: ReadonlySet<UnitFault["code"]> = new Set([
  "section-unknown",
  "key-unknown",
  "value-unknown",
  "oneshot-restart",
]);

function fixOf(fault: UnitFault, field: Path, text: string): Fix | undefined {
  const { code, word, instead, line } = fault;
  if (code === "order-alone") {
    const lines = text.split("\n");
    lines.splice(line - 1, 0, `Wants=${word}`);
    return edit(`Add Wants=${word}`, field, lines.join("\n"));
  }
  if (instead === undefined || !replaced.has(code)) return undefined;
  const { start, end } = rangeOf(fault, text);
  if (text.slice(start.offset, end.offset) !== word) return undefined;
  return edit(
    `Use ${instead}`,
    field,
    text.slice(0, start.offset) + instead + text.slice(end.offset),
  );
}

function edit(label: string, path: Path, value: string): Fix {
  return { label, edits: [{ path, value }] };
}

function rangeOf({ line, column, word }: UnitFault, text: string): Range {
  let start = 0;
  for (let at = 1; at < line; at++) start = text.indexOf("\n", start) + 1;
  const offset = start + column - 1;
  const end = offset + word.length;
  return {
    start: { line, column, offset },
    end: { line, column: column + word.length, offset: end },
  };
}
