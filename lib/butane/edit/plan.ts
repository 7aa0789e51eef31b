import { sameTree } from "../emit/join";
import {
  pairOf,
  type Tree,
  type TreeMapping,
  type TreePair,
  type TreeScalar,
  type TreeSequence,
} from "../emit/tree";
import type { YamlMapping, YamlNode } from "../source";
import type { YamlPair } from "../source/node";
import { additions } from "./additions";
import { remove, treeAfter, write, type Change } from "./change";
import { says } from "./holds";
import { concrete, hasMerge, memberOf, type Member } from "./members";
import { planSequence, type Planner } from "./plan-list";

const nothing: TreeMapping = { kind: "mapping", pairs: [] };
const empty: TreeSequence = { kind: "sequence", items: [] };
const planner: Planner = { value: planValue, mapping: planMapping };

/**
 * What has to become of a document's value, so that what tells `before` from `after` is told of it as well. What both say is left
 * alone, as is everything else that the document says. `at` are the keys that lead to the value, without indexes.
 */
export function planValue(
  node: YamlNode,
  before: Tree | undefined,
  after: Tree,
  at: readonly string[],
): Change | undefined {
  if (node.kind === "alias") {
    // What an alias repeats belongs to others as well, so the changed value is written out here.
    const { target } = node;
    const change = planValue(target, before, after, at);
    return change && write(treeAfter(target, change));
  }
  if (after.kind === "mapping" && node.kind === "mapping")
    return planMapping(node, before, after, at);
  if (after.kind === "sequence" && node.kind === "sequence")
    return planSequence(node, before, after, at, planner);
  if (after.kind !== "scalar") return write(after);
  const wanted = withOwnLineEnd(node, before, after);
  return says(node, wanted, undefined) ? undefined : write(wanted);
}

/** What has to become of a value that `before` says and nothing asks for any more; `remove` where nothing would be left. */
export function planRemoval(
  node: YamlNode,
  before: Tree,
  at: readonly string[],
): Change | undefined {
  const found = concrete(node);
  let change: Change | undefined;
  if (before.kind === "mapping" && found.kind === "mapping")
    change = planMapping(found, before, nothing, at);
  else if (before.kind === "sequence" && found.kind === "sequence")
    change = planSequence(found, before, empty, at, planner);
  else if (before.kind === "scalar" && says(found, before, at.at(-1)))
    return remove;
  if (!change || change.kind === "remove" || node === found) return change;
  return write(treeAfter(found, change));
}

/**
 * The same for a mapping, field by field; `before` counts as empty where it is none. `undefined` where there is nothing
 * to do, `remove` where no field would be left.
 */
export function planMapping(
  node: YamlMapping,
  before: Tree | undefined,
  after: TreeMapping,
  at: readonly string[],
): Change | undefined {
  const old = before?.kind === "mapping" ? before : nothing;
  const plan = new MappingPlan(node);
  const keys = new Set([...old.pairs, ...after.pairs].map(({ key }) => key));
  for (const key of keys) {
    const [was, wanted] = [pairOf(old, key), pairOf(after, key)];
    if (was && wanted && sameTree(was.value, wanted.value)) continue;
    const member = memberOf(node, key);
    const path = [...at, key];
    if (!member) {
      const value = wanted && additions(was?.value, wanted.value, path);
      if (value) plan.add({ ...wanted, value });
    } else if (wanted) {
      plan.change(
        key,
        member,
        planValue(member.value, was?.value, wanted.value, path),
      );
    } else {
      plan.change(key, member, planRemoval(member.value, was!.value, path));
    }
  }
  return plan.done();
}

/** Collects what becomes of a mapping's fields, whether they are its own or merged into it. */
class MappingPlan {
  private readonly pairs = new Map<YamlPair, Change>();
  private readonly added: TreePair[] = [];
  private readonly lost = new Set<string>();
  private readonly merges: boolean;

  constructor(private readonly node: YamlMapping) {
    this.merges = hasMerge(node);
  }

  add(pair: TreePair): void {
    this.added.push(pair);
  }

  change(key: string, member: Member, change: Change | undefined): void {
    if (!change) return;
    if (change.kind === "remove" && this.merges) this.lost.add(key);
    else if (member.own) this.pairs.set(member.pair, change);
    // What is said here goes before what is merged.
    else this.add({ key, value: treeAfter(member.value, change) });
  }

  done(): Change | undefined {
    const { node, pairs, added, lost } = this;
    if (pairs.size + added.length + lost.size === 0) return undefined;
    const change = { kind: "mapping", pairs, added } as const;
    if (lost.size > 0) {
      // Nothing can be taken away from what a merge key brings, so the mapping is written without it.
      const whole = treeAfter(node, change) as TreeMapping;
      const left = whole.pairs.filter(({ key }) => !lost.has(key));
      return left.length > 0 ? write({ kind: "mapping", pairs: left }) : remove;
    }
    const left = node.pairs.filter(
      (pair) => pairs.get(pair)?.kind !== "remove",
    );
    return left.length + added.length > 0 ? change : remove;
  }
}

/** Whether a text ends with a line end is up to the document, where that was all the difference. */
function withOwnLineEnd(
  node: YamlNode,
  before: Tree | undefined,
  after: TreeScalar,
): TreeScalar {
  const { value } = after;
  if (node.kind !== "scalar" || before?.kind !== "scalar") return after;
  if (typeof value !== "string" || typeof before.value !== "string")
    return after;
  if (`${node.value}\n` === before.value && value.endsWith("\n"))
    return { ...after, value: value.slice(0, -1) };
  if (node.value === `${before.value}\n` && !value.endsWith("\n"))
    return { ...after, value: `${value}\n` };
  return after;
}
