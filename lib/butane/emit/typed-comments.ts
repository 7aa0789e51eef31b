import type { TreeMember } from "./tree";

/** The comments above a member, and the one behind its key where the value stands below. */
export function commentsAbove({ typed, value }: TreeMember): string[] {
  if (!typed) return [];
  const above = typed.lines
    .slice(0, typed.own)
    .filter((line) => line.trim() !== "");
  const behind =
    value.kind === "typed" &&
    value.node.kind !== "scalar" &&
    /:[ \t]+(#.*)$/.exec(typed.lines[typed.own]!);
  return [...above, ...(behind ? [behind[1]!] : [])].map((line) => line.trim());
}

/** Puts comments above a member's own lines. */
export function lead(member: TreeMember, comments: readonly string[]): void {
  const { typed } = member;
  if (comments.length === 0 || !typed) return;
  const indented = comments.map((line) => " ".repeat(typed.column) + line);
  member.typed = {
    ...typed,
    lines: [...indented, ...typed.lines],
    own: typed.own + comments.length,
  };
}

/** Takes the comments from above one member to above another. */
export function passComments(
  from: TreeMember,
  to: TreeMember | undefined,
): void {
  if (to) lead(to, commentsAbove(from));
}
