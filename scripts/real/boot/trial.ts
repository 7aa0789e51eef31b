import type { Preset } from "@/lib/preset";
import type { Tally } from "../tally";
import type { Shell } from "./machine";

/** A node that is looked at. */
export interface Looked {
  readonly preset: Preset;
  readonly machine: Shell;
  /** Counts whether something on the node is as it should be. */
  check(what: string, seen: unknown, expected: unknown): void;
}

/** What is counted and told of one node. */
export class Trial {
  readonly #since = performance.now();
  readonly #held: string[] = [];

  constructor(
    readonly tally: Tally,
    readonly name: string,
  ) {}

  check(what: string, seen: unknown, expected: unknown): void {
    const [one, other] = [seen, expected].map((value) => JSON.stringify(value));
    const holds = one === other;
    this.tally.check(
      `${this.name}: ${what}`,
      holds ? null : `${one} instead of ${other}`,
    );
    if (holds) this.#held.push(`${what}${shown(expected)}`);
  }

  /** For the report; the time is that since this was made. */
  tell(preset: Preset): void {
    this.tally.tell({
      title: this.name,
      about: aboutOf(preset),
      seconds: (performance.now() - this.#since) / 1000,
      held: this.#held,
    });
  }
}

/** What a node is made of, with versions. */
function aboutOf({ extensions }: Preset): string {
  return extensions.chosen
    .map(({ id, version, firstBoot }) =>
      firstBoot ? `the newest ${id}` : version === "" ? id : `${id} ${version}`,
    )
    .join(", ");
}

/** A value worth a word in the report. */
function shown(value: unknown): string {
  const parts = [value].flat().map(String);
  const isPlain = parts.every((part) => /^(?!\d+$)[\w.+ -]{2,40}$/.test(part));
  return isPlain && parts.length > 0 && typeof value !== "boolean"
    ? `: \`${parts.join("`, `")}\``
    : "";
}
