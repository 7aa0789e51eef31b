import { formatPath, type Path } from "@/lib/butane";
import { fail, ok, type Result } from "@/lib/result";
import type { Preset } from "./preset";
import { validatePreset } from "./preset-1.validate.js";
import { fillDefaults } from "./defaults";
import { readStored } from "./read/read-stored";

/** Why something is no preset of ours. */
export interface PresetProblem {
  /** `newer-preset`: written by a later Kindling. `not-a-preset`: something else. `bad-shape`: a key or type is wrong. */
  readonly code: "newer-preset" | "not-a-preset" | "bad-shape";
  /** Where, in the preset as it was given. */
  readonly path: Path;
  readonly sentence: string;
}

/**
 * Reads a stored preset and fills in its defaults. Only the shape is checked: a value that makes no sense on a node (a hostname with a
 * space) is kept, so that it can be shown and mended. The sections of a document that is kept whole are read from it again.
 */
export function parsePreset(given: unknown): Result<Preset, PresetProblem> {
  if (typeof given !== "object" || given === null || !("kindling" in given))
    return problem(
      "not-a-preset",
      [],
      "This is not a Kindling preset: the key kindling is missing.",
    );
  if (typeof given.kindling === "number" && given.kindling > 1)
    return problem(
      "newer-preset",
      ["kindling"],
      "This preset was made by a newer Kindling than this one.",
    );
  if (!validatePreset(given)) {
    const first = validatePreset.errors?.[0];
    const path = pathOf(first?.instancePath ?? "", given);
    if (first?.params?.additionalProperty !== undefined) {
      const key = [...path, first.params.additionalProperty];
      return problem(
        "bad-shape",
        key,
        `No preset has a key ${formatPath(key).slice(2)}.`,
      );
    }
    const where = formatPath(path).replace(/^\$\.?/, "") || "The preset";
    return problem(
      "bad-shape",
      path,
      `${where} ${first?.message ?? "has the wrong shape"}.`,
    );
  }
  return ok(readStored(fillDefaults(given)));
}

function problem(code: PresetProblem["code"], path: Path, sentence: string) {
  return fail({ code, path, sentence });
}

/** A JSON pointer as a path; a step into a list is a number. */
function pathOf(pointer: string, root: unknown): Path {
  const path: (string | number)[] = [];
  let here: unknown = root;
  for (const step of pointer.split("/").slice(1)) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(Array.isArray(here) ? Number(key) : key);
    here = (here as Record<string, unknown> | undefined)?.[key];
  }
  return path;
}
