import { parse, rangeOf, isFatal, type Path, type Range } from "@/lib/butane";
import { parsePreset, type Preset } from "@/lib/preset";
import { fail, ok, type Result } from "@/lib/result";

/** Why a JSON text is no preset, with its place. */
export interface PresetRefusal {
  readonly sentence: string;
  readonly path: Path;
  readonly range: Range | undefined;
}

/** The preset in a JSON text. */
export function readPresetText(text: string): Result<Preset, PresetRefusal> {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    return fail({
      sentence: `This preset is no valid JSON: ${jsonProblem(error)}.`,
      path: [],
      range: parse(text).report.find(isFatal)?.range,
    });
  }
  const preset = parsePreset(given);
  if (preset.ok) return ok(preset.value);
  const { sentence, path } = preset.error;
  // JSON is YAML, so the reader of Butane knows where a key stands.
  return fail({ sentence, path, range: rangeOf(parse(text), path) });
}

/** The engine's message without the piece of the text that it adds, which has line breaks in it. */
function jsonProblem(error: unknown): string {
  return (error as Error).message.split(/,? (?:\.{3}|in JSON|")/)[0]!;
}
