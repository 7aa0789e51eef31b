import type { Catalogue } from "@/lib/butane";
import type { Ignition } from "./programs";

/** What the tiers have in common. */
export interface Setting {
  /** The project's folder. */
  readonly root: string;
  /** Where images and trees lie meanwhile, and what is kept for the next run. */
  readonly folder: string;
  /** Part of a name: only such nodes are tried. */
  readonly node: string;
  readonly catalogue: Catalogue;
  readonly ignition: Ignition | null;
}

/** What one node showed, for the report. */
export interface Story {
  readonly title: string;
  /** What it is: its extensions with their versions. */
  readonly about: string;
  readonly seconds: number;
  /** What held, in the order it was looked at. */
  readonly held: readonly string[];
}

/** What a tier found out: how much held, and what did not. */
export class Tally {
  passed = 0;
  readonly failures: string[] = [];
  readonly notes: string[] = [];
  readonly stories: Story[] = [];

  /** Counts a check; without a reason it held. */
  check(name: string, reason: string | null): void {
    if (reason === null) this.passed++;
    else this.failures.push(`${name}: ${reason}`);
  }

  note(text: string): void {
    this.notes.push(text);
  }

  tell(story: Story): void {
    this.stories.push(story);
  }
}

/** What a tier says of itself before it runs: why it cannot run here, or nothing. */
export interface Tier {
  readonly title: string;
  /** Programs and rights it needs, in words. */
  readonly needs: string;
  /** Why it cannot run on this machine; `null` where it can. */
  lacks(): string | null;
  run(tally: Tally): Promise<void>;
}

/** A tier that ran or was skipped. */
export interface TierResult {
  readonly title: string;
  readonly needs: string;
  readonly skipped: string | null;
  readonly seconds: number;
  readonly tally: Tally;
}
