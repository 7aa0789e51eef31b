import {
  itemsAt,
  textAt,
  unitTypes,
  valueAt,
  type OpenDocument,
  type PlainValue,
} from "@/lib/butane";
import { sameValue } from "../../read/same-value";
import type { ReadContext } from "../../section";
import { plainUnit, userUnitLink, userUnitPath } from "./plain";
import type { NodeUnit, UserUnit } from "./value";

/** Units of a document, each without what another section writes of it. */
export function readUnits(
  { document, written }: ReadContext,
  prior: readonly NodeUnit[],
): NodeUnit[] {
  const entries = document.entriesOf("systemd.units");
  if (entries.length === 0 && prior.length === 0) return [];
  const theirs = new Map<string, PlainValue[]>();
  for (const { list, key, value } of written)
    if (list === "systemd.units")
      theirs.set(key, [...(theirs.get(key) ?? []), value]);
  const known = new Map(prior.map((unit) => [unit.name, unit]));
  const units = entries.flatMap(({ key, value }) => {
    if (key === "") return [];
    const others = theirs.get(key) ?? [];
    const own = without(readUnit(key, value), others);
    const before = known.get(key);
    if (before && isStill(before, own, value)) return [before];
    const isTheirs = others.length > 0 && saysNothing(own);
    return isTheirs ? [] : [own];
  });
  prior.forEach((unit, index) => {
    if (unit.name === "") units.splice(index, 0, unit);
  });
  return units;
}

function readUnit(name: string, value: PlainValue): NodeUnit {
  const enabled = valueAt(value, "enabled");
  return {
    name,
    enabled: typeof enabled === "boolean" ? (enabled ? "yes" : "no") : "",
    mask: valueAt(value, "mask") === true,
    contents: textAt(value, "contents") ?? "",
    dropins: itemsAt(value, "dropins").map((dropin) => ({
      name: textAt(dropin, "name") ?? "",
      contents: textAt(dropin, "contents") ?? "",
    })),
  };
}

/** What of a unit nobody else writes. */
function without(unit: NodeUnit, others: readonly PlainValue[]): NodeUnit {
  if (others.length === 0) return unit;
  const has = (key: string) =>
    others.some((other) => valueAt(other, key) !== undefined);
  const dropins = new Set(
    others
      .flatMap((other) => itemsAt(other, "dropins"))
      .map((dropin) => textAt(dropin, "name")),
  );
  return {
    name: unit.name,
    enabled: has("enabled") ? "" : unit.enabled,
    mask: !has("mask") && unit.mask,
    contents: has("contents") ? "" : unit.contents,
    dropins: unit.dropins.filter(({ name }) => !dropins.has(name)),
  };
}

function saysNothing(unit: NodeUnit): boolean {
  return Object.keys(plainUnit(unit)).length === 1;
}

/** Whether a document holds all that a unit wrote before, and no more that would be its own. */
function isStill(before: NodeUnit, own: NodeUnit, value: PlainValue): boolean {
  return (
    isPart(plainUnit(own), plainUnit(before)) &&
    isPart(plainUnit(before), value)
  );
}

/** Whether each key says the same in the whole, where drop-ins may be more and in another order. */
function isPart(part: PlainValue, whole: PlainValue): boolean {
  return Object.entries(part as object).every(
    ([key, value]: [string, PlainValue]) =>
      key === "dropins"
        ? (value as readonly PlainValue[]).every((dropin) =>
            itemsAt(whole, key).some((other) => sameValue(dropin, other)),
          )
        : valueAt(whole, key) === value,
  );
}

const userUnit = new RegExp(
  `^/etc/systemd/user/([^/]+\\.(?:${unitTypes.join("|")}))$`,
  "s",
);

/** Files that are units of the users' own systemd, as far as nobody else writes them. */
export function readUserUnits(
  { document, written }: ReadContext,
  prior: readonly UserUnit[],
): UserUnit[] {
  const theirs = new Set(
    written
      .filter(({ list }) => list === "storage.files")
      .map(({ key }) => key),
  );
  const units = document
    .entriesOf("storage.files")
    .flatMap(({ key, value }): UserUnit[] => {
      const name = userUnit.exec(key)?.[1];
      if (name === undefined || theirs.has(key)) return [];
      const contents = textAt(value, "contents", "inline");
      const { mode, ...rest } = value as { mode?: PlainValue };
      const isPlain =
        (mode === undefined || mode === 0o644) &&
        sameValue(rest, { path: key, contents: { inline: contents ?? "" } });
      return contents !== undefined && isPlain
        ? [{ name, contents, enabled: isLinked(document, name) }]
        : [];
    });
  prior.forEach((unit, index) => {
    if (unit.name === "") units.splice(index, 0, unit);
  });
  return units;
}

function isLinked(document: OpenDocument, name: string): boolean {
  const path = userUnitLink(name);
  const [link] = document.named("storage.links", path);
  return (
    link !== undefined &&
    sameValue(link.value, { path, target: userUnitPath(name) })
  );
}
