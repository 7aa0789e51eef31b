import {
  importBytes,
  importText,
  longestImport,
  type ImportAnswer,
} from "@/lib/import";
import type { Preset } from "@/lib/preset";

/** What is being looked at in the dialog. */
export interface Source {
  /** What stands in the field. */
  readonly text: string;
  readonly answer: ImportAnswer;
  /** Of the file it came from. */
  readonly name?: string | undefined;
}

export const nothing: Source = { text: "", answer: importText("") };

/** What was typed or pasted. */
export function sourceOfText(text: string, name?: string): Source {
  return { text, answer: importText(text), name };
}

/** A file, unpacked where it is packed. */
export async function sourceOfFile(file: File): Promise<Source> {
  try {
    // One byte more than is opened, so that a larger file is told without being read.
    const part = await file.slice(0, longestImport + 1).arrayBuffer();
    const answer = importBytes(new Uint8Array(part));
    return { text: answer.text, answer, name: file.name };
  } catch {
    const sentence = `${file.name} cannot be read: is it a folder?`;
    const nothing = { report: [], text: "" };
    return {
      text: "",
      answer: { ok: false, kind: "unknown", sentence, ...nothing },
    };
  }
}

/**
 * The answer as it is opened: called like the file where it has no name of its own, and for the platform and release of the
 * draft, of which only a preset can say anything itself.
 */
export function fitted(
  { answer, name }: Source,
  draft: Preset | null,
): ImportAnswer {
  if (!answer.ok) return answer;
  const preset = named(answer.preset, name);
  if (!draft || answer.kind === "preset" || answer.kind === "link")
    return { ...answer, preset };
  const { channel, release, platform } = draft.target;
  const target = { ...preset.target, channel, release, platform };
  return { ...answer, preset: { ...preset, target } };
}

/** A preset with a name; one it has itself stays. */
export function named(preset: Preset, name: string | undefined): Preset {
  if (preset.name || preset.identity.hostname || !name) return preset;
  const bare = name
    .replace(/^.*[/\\]/, "")
    .replace(/(?:\.(?:json|ign|bu|ya?ml|gz|b64|txt|kindling))+$/i, "");
  return bare ? { ...preset, name: bare } : preset;
}
