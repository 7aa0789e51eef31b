import type { IgnitionConfig, OsRelease, Path } from "@/lib/butane";
import type { Preset } from "@/lib/preset/preset";
import type { NodeTree } from "../node-file";

/** One thing of a step: a disk, an address, a unit. */
export interface BootItem {
  /** Its name on the node, or the address. */
  readonly name: string;
  /** What is done with it, in a few words. */
  readonly what?: string;
  /** Whether something about it is likely to surprise. */
  readonly odd?: true;
  /** What asked for it, in the Ignition config. */
  readonly from?: Path;
}

/** Something that can go wrong in a step, and how it shows on the node. */
export interface BootFailure {
  readonly when: string;
  readonly shows: string;
}

/** Something the node does on its first boot. */
export interface BootStep {
  readonly id: string;
  readonly title: string;
  /** A sentence or two on what else is to be known. */
  readonly note?: string;
  /** Whether it needs the network, and what for where that is not plain. */
  readonly network?: true;
  /** Part of the step is not established by documentation, and nobody has tried it. */
  readonly unverified?: string;
  readonly items: readonly BootItem[];
  readonly failures: readonly BootFailure[];
}

/** A part of the first boot; its steps come one after the other. */
export interface BootPhase {
  readonly id: "initrd" | "start" | "later";
  readonly title: string;
  readonly note: string;
  readonly steps: readonly BootStep[];
}

/** What the steps are told from. */
export interface BootNode {
  readonly config: IgnitionConfig;
  readonly tree: NodeTree;
  readonly preset: Preset;
  readonly release: OsRelease;
  /** Whether images are merged in the initrd, before anything else of the system starts. */
  readonly mergesEarly: boolean;
  /** The text of a file that the config brings along; `undefined` where there is none or it is fetched. */
  textOf(path: string): string | undefined;
}

/** A step; what `rest` does not say has nothing to show: no items, and nothing that can go wrong. */
export function step(
  id: string,
  title: string,
  rest: Partial<Omit<BootStep, "id" | "title">> = {},
): BootStep {
  return { id, title, items: [], failures: [], ...rest };
}

/** `1 file`, `2 files`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
