import type { PlainValue } from "./plain";
import { scalar, sequence, type Tree, type TreePair } from "./tree";

/** Plain data in Butane's keys as a tree; nothing for what is null, which Butane takes for left out. */
export function plainTree(value: PlainValue, key?: string): Tree | undefined {
  if (value === null) return undefined;
  if (typeof value === "number" && key === "mode")
    return { kind: "scalar", value, octal: true };
  if (typeof value !== "object") return scalar(value);
  if (Array.isArray(value))
    return sequence(value.flatMap((item: PlainValue) => plainTree(item) ?? []));
  const pairs = Object.entries(value).flatMap(([name, one]): TreePair[] => {
    const tree = plainTree(one as PlainValue, name);
    return tree ? [{ key: name, value: tree }] : [];
  });
  return { kind: "mapping", pairs };
}
