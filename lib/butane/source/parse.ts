import { parseEvents, YAMLException, type Event } from "js-yaml";
import { error, type Entry } from "../report";
import type { SourceDocument } from "./document";
import { positionAt } from "./positions";
import { buildTree, TreeError } from "./tree";

/** Deeper documents than this are refused: yaml.v3 allows 10,000, which no stack in a browser is sure to hold. */
const MAX_DEPTH = 1000;

/**
 * Reads the first YAML document of a text the way Go's yaml.v3 does.
 *
 * Never throws. Text that is not YAML comes back without a root and with one fatal entry, whose `values.reason` says
 * what was expected and whose range is the place of the mistake.
 */
export function parse(text: string): SourceDocument {
  try {
    const events: Event[] = parseEvents(text, { maxDepth: MAX_DEPTH });
    return { text, root: buildTree(text, events), report: [] };
  } catch (problem) {
    if (problem instanceof YAMLException) {
      return refused(text, problem.reason, problem.mark?.position ?? 0);
    }
    if (problem instanceof TreeError) {
      return refused(text, problem.message, problem.offset);
    }
    throw problem;
  }
}

function refused(text: string, reason: string, offset: number): SourceDocument {
  const bare: SourceDocument = { text, root: null, report: [] };
  const start = positionAt(bare, offset);
  const end = positionAt(bare, offset + 1);
  const entry: Entry = {
    ...error("yaml-syntax", [], { reason }),
    range: { start, end },
  };
  return { ...bare, report: [entry] };
}
