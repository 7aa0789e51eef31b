import type { Architecture } from "@/lib/butane";
import type { Snippet, SnippetInput } from "./platform";
import { fileWord, shellWord } from "./quote";

/** What a command is written with: everything that came from a person is already quoted. */
export interface CommandWords {
  /** The node's name as one shell word. */
  readonly name: string;
  /** The node's name as a part of a path. */
  readonly file: string;
  readonly architecture: Architecture;
  /** Flatcar's board of the architecture. */
  readonly board: "amd64-usr" | "arm64-usr";
  /** Release channel as Flatcar's servers and installer name it. */
  readonly channel: "stable" | "beta" | "alpha" | "lts";
  /** Exact OS release; null takes the channel's current one. */
  readonly release: string | null;
}

/** Lines for a shell. `documented` is false where neither the platform nor Flatcar documents them. */
export function command(
  title: string,
  text: (words: CommandWords) => string,
  documented = true,
): Snippet {
  return {
    title,
    language: "sh",
    documented,
    text: (input) => text(wordsOf(input)),
  };
}

/** A Terraform resource that reads `config.ign` beside it; only what carries the config is written out. */
export function terraform(
  resource: string,
  body: string,
  {
    title = "Terraform",
    documented = true,
  }: { readonly title?: string; readonly documented?: boolean } = {},
): Snippet {
  const indented = body.replace(/^(?=.)/gm, "  ");
  const text = `resource "${resource}" "node" {\n${indented}\n}`;
  return { title, language: "hcl", documented, text: () => text };
}

/**
 * What was typed, fit for a command: `lts-2024` is `lts` to the servers, a channel that is none becomes stable, and a
 * release that is not three numbers the channel's current one.
 */
export function wordsOf(input: SnippetInput): CommandWords {
  const channel = input.channel.replace(/-.*/, "");
  return {
    name: shellWord(input.name),
    file: fileWord(input.name),
    architecture: input.architecture,
    board: input.architecture === "arm64" ? "arm64-usr" : "amd64-usr",
    channel:
      channel === "beta" || channel === "alpha" || channel === "lts"
        ? channel
        : "stable",
    release: /^\d+\.\d+\.\d+$/.test(input.release) ? input.release : null,
  };
}
