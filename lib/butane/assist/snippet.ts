import type { Field } from "../struct/field";
import type { Structs } from "../struct/structs";
import type { TextLine } from "./lines";

interface Around {
  /** Column of the key. */
  readonly column: number;
  /** Inside braces everything stays on its line. */
  readonly flow: boolean;
  /** How far this document indents. */
  readonly step: number;
  readonly structs: Structs;
}

/** A key with the beginning of its value, and `$0` where typing goes on. */
export function snippetFor(key: string, field: Field, around: Around): string {
  const { flow, structs } = around;
  if (flow) return `${key}: ${opened(field)}`;
  const inner = `\n${" ".repeat(around.column + around.step)}`;
  switch (field.kind) {
    case "text":
      return field.lines ? `${key}: |${inner}$0` : `${key}: $0`;
    case "integer":
    case "flag":
      return `${key}: $0`;
    case "struct":
    case "table":
      return `${key}:${inner}${first(structs, field.kind === "struct" ? field.of : "")}$0`;
    case "list":
      return `${key}:${inner}- ${first(structs, field.of)}$0`;
  }
}

function opened(field: Field): string {
  if (field.kind === "list") return "[$0]";
  return field.kind === "struct" || field.kind === "table" ? "{$0}" : "$0";
}

/** The key that nothing of the kind does without. */
function first(structs: Structs, name: string): string {
  const required = Object.entries(structs[name] ?? {}).find(
    ([, field]) => field.required,
  );
  return required ? `${required[0]}: ` : "";
}

/** How far a document indents what is in a mapping; two columns unless it shows otherwise. */
export function indentOf(lines: readonly TextLine[]): number {
  for (const { kind, frame } of lines) {
    if (kind !== "entry" || typeof frame?.key !== "string") continue;
    const { parent, column } = frame;
    if (typeof parent?.key === "string") return column - parent.column;
  }
  return 2;
}
