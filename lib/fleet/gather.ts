import type { Kind, Path } from "@/lib/butane";
import { isMade, type FleetNode } from "./nodes";

/** Something that is wrong with one node or with many of them, said once. */
export interface GatheredProblem {
  readonly kind: Kind;
  readonly code: string;
  readonly sentence: string;
  readonly why?: string;
  /** Name of the role, and the field of its preset. */
  readonly role: string;
  readonly field?: Path;
  /** The rows it is about: how many, and the first of them. */
  readonly count: number;
  readonly first: { readonly line: number; readonly name: string };
  /** Lines of the table, in its order; no more than a person looks at. */
  readonly lines: readonly number[];
}

/** What is known of a fleet so far. */
export interface Gathered {
  readonly made: number;
  readonly leftOut: number;
  /** Errors first, then in the order they were found. */
  readonly problems: readonly GatheredProblem[];
}

/** Collects what is wrong with nodes as they are made. Its memory grows with the different problems, not with the nodes. */
export class Gathering {
  private made = 0;
  private leftOut = 0;
  private readonly found = new Map<string, Writable>();
  private errors = 0;

  add(node: FleetNode): void {
    if (isMade(node)) this.made++;
    else this.leftOut++;
    const { line, name, role } = node.planned;
    const first = { line, name };
    for (const problem of node.planned.problems)
      this.note({ ...problem, role: role?.name ?? "", first });
    // Advice on the preset is told where the preset is made.
    for (const { kind, code, sentence, why, field } of node.problems)
      if (kind !== "info")
        this.note({
          kind,
          code,
          sentence,
          ...(why ? { why } : {}),
          ...(field ? { field } : {}),
          role: role?.name ?? "",
          first,
        });
  }

  result(): Gathered {
    const weight = { error: 0, warning: 1, info: 2 };
    const problems = [...this.found.values()]
      .map(({ last: _, ...one }) => ({ ...one, lines: [...one.lines] }))
      .sort((one, other) => weight[one.kind] - weight[other.kind]);
    return { made: this.made, leftOut: this.leftOut, problems };
  }

  private note(problem: Omit<GatheredProblem, "count" | "lines">): void {
    const { kind, code, sentence, role, field = [], first } = problem;
    const key = JSON.stringify([kind, code, sentence, role, field]);
    const known = this.found.get(key);
    if (!known) {
      // Each kind has room of its own: many warnings never keep an error out.
      const isError = kind === "error";
      const alike = isError ? this.errors : this.found.size - this.errors;
      if (alike >= mostProblems) return;
      if (isError) this.errors++;
      const { line } = first;
      this.found.set(key, { ...problem, count: 1, lines: [line], last: line });
    } else if (known.last !== first.line) {
      known.count++;
      known.last = first.line;
      if (known.lines.length < mostLines) known.lines.push(first.line);
    }
  }
}

type Writable = Omit<GatheredProblem, "count" | "lines"> & {
  count: number;
  /** Line of the row that was counted last. */
  last: number;
  readonly lines: number[];
};

// Nobody reads further; a table that is wrong in every row is wrong in one way.
const mostProblems = 500;
const mostLines = 20;
