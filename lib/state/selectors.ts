import { extensionById, type Kind, type Path } from "@/lib/butane";
import type { Problem } from "@/lib/pipeline";
import {
  sections,
  type ChosenExtension,
  type Preset,
  type SectionId,
} from "@/lib/preset";
import type { Broken } from "./input";
import type { SectionKey } from "./view-store";

/** Chosen extensions that have parameters, with their place in the list. */
export function workloads(
  preset: Preset,
): { chosen: ChosenExtension; index: number }[] {
  return preset.extensions.chosen
    .map((chosen, index) => ({ chosen, index }))
    .filter(({ chosen }) => !chosen.own && hasParams(chosen.id));
}

/** Whether an extension has a section of its own; one that nobody knows has none. */
export function hasParams(id: string): boolean {
  return Object.keys(extensionById(id)?.params ?? {}).length > 0;
}

/** The section that a field of the preset is edited in. */
export function sectionOf(path: Path, preset: Preset): SectionKey {
  const [section, list, index, part] = path;
  if (section === "extensions" && list === "chosen" && part === "params") {
    const chosen = preset.extensions.chosen[Number(index)];
    if (chosen) return `workload:${chosen.id}`;
  }
  return (section as SectionId | undefined) ?? "target";
}

/** What a section is called: an extension's own one by the extension. */
export function sectionTitle(key: SectionKey): string {
  const id = key.replace(/^workload:/, "");
  const section = sections.find((one) => one.id === key);
  return section?.title ?? extensionById(id)?.title ?? id;
}

/** The worst kind among the problems of each section. */
export function sectionKinds(
  problems: readonly Problem[],
  preset: Preset,
): ReadonlyMap<SectionKey, Kind> {
  const kinds = new Map<SectionKey, Kind>();
  for (const problem of problems) {
    if (!problem.field || problem.kind === "info") continue;
    const key = sectionOf(problem.field, preset);
    if (kinds.get(key) !== "error") kinds.set(key, problem.kind);
  }
  return kinds;
}

/** How many things are set in each section; what is not counted has no number in the list. */
export function sectionCounts(
  preset: Preset,
): Partial<Record<SectionId, number>> {
  return Object.fromEntries(
    sections.flatMap(({ id, count }) =>
      count ? [[id, count(preset[id])]] : [],
    ),
  );
}

/** Where a text that cannot be read goes wrong first; its beginning, where no problem has a place. */
export function whereBroken({ problems }: Broken) {
  const start = problems.find(({ range }) => range)?.range?.start;
  return start
    ? { line: start.line, column: start.column, words: `Line ${start.line}` }
    : { line: 1, column: 1, words: "The text" };
}

/** How many problems of each kind: `1 error, 2 warnings`. */
export function problemSum(problems: readonly Problem[]): string {
  const words: [Kind, string][] = [
    ["error", "error"],
    ["warning", "warning"],
    ["info", "note"],
  ];
  const parts = words
    .map(
      ([kind, word]) =>
        [problems.filter((one) => one.kind === kind).length, word] as const,
    )
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}${count === 1 ? "" : "s"}`);
  return parts.join(", ") || "No problems";
}
