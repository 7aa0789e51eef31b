import type { Extension } from "../extension";
import type { Values } from "./captured";
import type { Probe } from "./probe";
import type { Part } from "./template";

/** What stands before a parameter in its line; `null` where the parameter is the whole text. */
export interface Lead {
  readonly before: string | null;
  readonly name: string;
}

/** The words before each hole in its line. */
export function leadsOf(parts: readonly Part[]): Lead[] {
  return parts.flatMap((part, index) => {
    if (part.kind === "choice")
      return part.forms.flatMap((form) => leadsOf(form));
    if (part.kind !== "hole") return [];
    const lead = parts[index - 1];
    const text = lead?.kind === "text" ? lead.text : "";
    const before = text.slice(text.lastIndexOf("\n") + 1);
    const whole = parts.every(
      (one) => one === part || (one.kind === "text" && one.text.trim() === ""),
    );
    return before === "" && !whole
      ? []
      : [{ before: whole ? null : before, name: part.param.name }];
  });
}

/** The part of a lead that stands in every form of the line: quotes and blanks may be left out. */
export function wordOf(before: string): string {
  return before.replace(/["'\s]+$/, "").trimStart();
}

/**
 * Whether a parameter of free text holds the line of a secret one. It would be shared with the text: such a file is better left as the
 * document has it.
 */
export function exposes(
  params: Values,
  extension: Extension,
  probes: readonly Probe[],
): boolean {
  const isSecret = (name: string) =>
    extension.params[name]?.secret === true && !params[name];
  const words = probes.flatMap(({ templates }) =>
    templates.flatMap(({ leaves }) =>
      leaves.flatMap(({ parts }) =>
        leadsOf(parts).flatMap(({ before, name }) =>
          before !== null && isSecret(name) ? [wordOf(before)] : [],
        ),
      ),
    ),
  );
  const wanted = new Set(words.filter((word) => word !== ""));
  if (wanted.size === 0) return false;
  return Object.entries(params).some(
    ([name, value]) =>
      extension.params[name]?.type === "text" &&
      !extension.params[name].secret &&
      String(value)
        .split("\n")
        .some((line) =>
          [...wanted].some((word) => line.trimStart().startsWith(word)),
        ),
  );
}
