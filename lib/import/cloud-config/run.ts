import {
  createDocument,
  type ButaneDocument,
  type Draft,
  type SourceDocument,
  type YamlNode,
} from "@/lib/butane";
import { emptyPreset, type NodeUser, type Preset } from "@/lib/preset";
import type { NotCarriedOver } from "../not-carried-over";
import { lineOf } from "./yaml";

/** One translation of a cloud-config: what is known so far. */
export class Run {
  /** What no section of a preset has a field for. */
  readonly document: ButaneDocument & Draft;
  readonly users = new Map<string, NodeUser>();
  readonly left: NotCarriedOver[] = [];
  identity: Preset["identity"];
  osUpdates: Preset["osUpdates"];
  /** Whose keys those at the top are. */
  defaultUser = "core";

  constructor(
    readonly source: SourceDocument,
    readonly base: Preset = emptyPreset(),
  ) {
    const { variant, spec } = base.target;
    this.document = createDocument({ variant, version: spec });
    this.identity = base.identity;
    this.osUpdates = base.osUpdates;
  }

  leave(node: YamlNode, what: string, why: string): void {
    this.left.push({ what, why, line: lineOf(this.source, node) });
  }

  /** Changes a user, or makes one. */
  user(name: string, change: (user: NodeUser) => Partial<NodeUser>): void {
    const user = this.users.get(name) ?? {
      ...{ name, keys: [], passwordHash: "", groups: [] },
    };
    this.users.set(name, { ...user, ...change(user) });
  }

  addKeys(name: string, keys: readonly string[]): void {
    this.user(name, (user) => ({ keys: union(user.keys, keys) }));
  }

  addGroups(name: string, groups: readonly string[]): void {
    this.user(name, (user) => ({ groups: union(user.groups, groups) }));
  }
}

/** Takes over one key of a cloud-config. */
export type Handler = (value: YamlNode, run: Run, key: YamlNode) => void;

function union(
  some: readonly string[],
  more: readonly string[],
): readonly string[] {
  return [...new Set([...some, ...more])];
}
