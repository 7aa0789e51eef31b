import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { encodeUtf8 } from "@/lib/butane/utf8";
import { twiceIn, type Outcome } from "./compare";
import type { TestDocument } from "./documents";

interface Answer {
  readonly output: string | null;
  readonly error: string;
  readonly entries: readonly {
    readonly kind: string;
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
}

/** What the real Butane answers. */
export interface UpstreamOutcome extends Outcome {
  readonly answer: Answer;
  /** It came to no answer at all: a list as a key of some struct ends the real program. */
  readonly crashed?: boolean;
}

/** The program of conformance/main.go. It runs beside us: requests and answers go through files. */
export class Oracle {
  constructor(
    readonly program: string,
    readonly folder: string,
    readonly environment: Readonly<Record<string, string>> = {},
  ) {}

  async ask(
    documents: readonly TestDocument[],
  ): Promise<readonly UpstreamOutcome[]> {
    const requests = join(this.folder, "requests.jsonl");
    const answers = join(this.folder, "answers.jsonl");
    writeFileSync(
      requests,
      documents.map((one) => `${JSON.stringify(requestOf(one))}\n`).join(""),
    );
    const files = [openSync(requests, "r"), openSync(answers, "w")] as const;
    const child = spawn(this.program, {
      stdio: [...files, "inherit"],
      env: { ...process.env, ...this.environment },
    });
    const [code] = (await once(child, "close")) as [number | null];
    files.forEach(closeSync);
    if (code !== 0) throw new Error(`the oracle ended with ${code}`);
    const lines = readFileSync(answers, "utf8").split("\n").slice(0, -1);
    return lines.map((line, index) =>
      outcomeOf(JSON.parse(line) as Answer, documents[index]?.ignition),
    );
  }
}

/** A text with lone bytes would reach the program as another one. */
function requestOf(document: TestDocument): object {
  if (!/[\ud800-\udfff]/u.test(document.text)) return document;
  const bytes = Buffer.from(encodeUtf8(document.text)).toString("base64");
  return { ...document, text: "", bytes };
}

function outcomeOf(answer: Answer, ignition = false): UpstreamOutcome {
  const { output, error, entries } = answer;
  // Values of a wrong type are told in the error alone, with a line each.
  const typeErrors = error.matchAll(/^ {2}(line \d+): (mapping key)?/gm);
  return {
    output,
    stopped: ignition ? undefined : stageOf(answer),
    entries: [
      ...entries.map(
        ({ kind, path, line, column }) => `${kind} ${path} ${line}:${column}`,
      ),
      ...[...typeErrors].map(([, line = "", key]) =>
        key ? twiceIn(line) : line,
      ),
    ],
    answer,
    crashed: error.startsWith("crash: "),
  };
}

function stageOf({ output, error }: Answer): Outcome["stopped"] {
  if (output !== null) return undefined;
  if (error === "source config is invalid") return "source";
  if (error === "config generated was invalid") return "generated";
  // The name of an alias may be anything, so the beginning is looked at first.
  if (/^Error unmarshaling yaml/.test(error)) return "yaml";
  const isHeader = /^error parsing (?:variant|version)|^No translator|rhcos/i;
  return isHeader.test(error) ? "variant" : "yaml";
}
