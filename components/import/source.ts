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

/** The node as it is opened: called like the file where it has no name of its own. */
export function named(preset: Preset, name: string | undefined): Preset {
  if (preset.name || preset.identity.hostname || !name) return preset;
  const bare = name
    .replace(/^.*[/\\]/, "")
    .replace(/(?:\.(?:json|ign|bu|ya?ml|gz|b64|txt|kindling))+$/i, "");
  return bare ? { ...preset, name: bare } : preset;
}
