import { examples } from "@/examples";
import { parsePreset, type Preset } from "@/lib/preset";
import type { ComposerState } from "@/lib/state/composer-state";
import { presetOf, type Snapshot } from "@/lib/state/snapshots/snapshot";
import { when } from "./when";

/** A node that can be compared. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Which list of the menu it stands in. */
  readonly group: "This tab" | "Snapshots" | "Starting points" | "Elsewhere";
}

export const nowChoice = "now";
export const openedChoice = "opened";
/** Text that is pasted, or a file that is opened. */
export const givenChoice = "given";
export const snapshotChoice = (id: string) => `snapshot:${id}`;

/** All that is at hand. */
export function choicesOf(
  { history }: Pick<ComposerState, "history">,
  snapshots: readonly Snapshot[],
): Choice[] {
  return [
    { value: nowChoice, label: "This node", group: "This tab" },
    ...(history.past.length > 0
      ? [
          {
            value: openedChoice,
            label: "This node as it was opened",
            group: "This tab",
          } as const,
        ]
      : []),
    { value: givenChoice, label: "Text, link or file…", group: "Elsewhere" },
    ...snapshots.map((one) => ({
      value: snapshotChoice(one.id),
      label: `${one.name || "Automatic"}, ${when(one.at)}`,
      group: "Snapshots" as const,
    })),
    ...examples.map(({ id, title }) => ({
      value: `example:${id}`,
      label: title,
      group: "Starting points" as const,
    })),
  ];
}

/** The node behind a choice; null where it is gone, or waits for somebody to give it. */
export function nodeOf(
  value: string,
  { preset, history }: Pick<ComposerState, "preset" | "history">,
  snapshots: readonly Snapshot[],
): Preset | null {
  if (value === nowChoice) return preset;
  if (value === openedChoice) return history.past[0]?.preset ?? preset;
  const [kind, id] = [
    value.slice(0, value.indexOf(":")),
    value.slice(value.indexOf(":") + 1),
  ];
  if (kind === "snapshot") {
    const found = snapshots.find((one) => one.id === id);
    return found ? presetOf(found) : null;
  }
  const example = examples.find((one) => one.id === id);
  const parsed = kind === "example" && example && parsePreset(example.preset);
  return parsed && parsed.ok ? parsed.value : null;
}
