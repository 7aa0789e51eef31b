import type { Path } from "../../path";
import { error, type Entry, warning } from "../../report";
import { hasUnitType, isDropinName, templateOf } from "../../units/name";
import {
  hasInstallSection,
  type ParsedUnit,
  parseUnit,
} from "../../units/parse";
import type { IgnitionStruct } from "../types";
import { errorIf, type Rule } from "./rule";

/**
 * A unit's name ends in a type, and its text can be read; where it is enabled, a text without an `[Install]` section
 * draws a warning (config/v3_3/types/unit.go).
 */
export const unit: Rule<"Unit"> = (value, at) => {
  const { name = "", contents = "", enabled } = value;
  const parsed = parseUnit(contents);
  const useless =
    enabled && contents !== "" && parsed.ok && !hasInstallSection(parsed);
  return [
    ...errorIf(!hasUnitType(name) && "unit-name-type", at, "name"),
    ...contentsProblem(parsed, at),
    ...(useless
      ? [warning("unit-without-install", [...at, "contents"], { unit: name })]
      : []),
  ];
};

/** A drop-in's name ends in `.conf`, and its text can be read; an empty one can. */
export const dropin: Rule<"Dropin"> = ({ name = "", contents = "" }, at) => [
  ...contentsProblem(parseUnit(contents), at),
  ...errorIf(!isDropinName(name) && "dropin-name", at, "name"),
];

/** An instance that is enabled takes its `[Install]` from its template, where that is in the config. */
export const systemd: Rule<"Systemd"> = ({ units = [] }, at) => {
  const byName = new Map(units.map((one) => [one.name ?? "", one]));
  const useless = new Map<string, boolean>();
  const isUseless = (template: string) => {
    const known = useless.get(template);
    if (known !== undefined) return known;
    const contents = byName.get(template)?.contents;
    const parsed = contents ? parseUnit(contents) : undefined;
    const found = parsed?.ok === true && !hasInstallSection(parsed);
    useless.set(template, found);
    return found;
  };
  return units.flatMap(({ name = "", enabled }, index) => {
    const template = enabled ? templateOf(name) : undefined;
    if (template === undefined || !isUseless(template)) return [];
    const path = [...at, "units", index, "contents"];
    return [
      warning("template-without-install", path, { unit: name, template }),
    ];
  });
};

/** A file, directory or link at the place where Ignition writes a unit or a drop-in of the same config. */
export const config: Rule<"Config"> = ({ storage = {}, systemd = {} }, at) => {
  const taken = unitPaths(systemd);
  if (taken.size === 0) return [];
  return (["files", "directories", "links"] as const).flatMap((key) =>
    (storage[key] ?? []).flatMap(({ path = "" }, index): Entry[] =>
      taken.has(path)
        ? [error("path-of-unit", [...at, "storage", key, index, "path"])]
        : [],
    ),
  );
};

function unitPaths(systemd: IgnitionStruct<"Systemd">): Set<string> {
  const paths = new Set<string>();
  for (const { name = "", contents, dropins = [] } of systemd.units ?? []) {
    const path = `/etc/systemd/system/${name}`;
    if (contents) paths.add(path);
    for (const one of dropins) {
      if (one.contents) paths.add(`${path}.d/${one.name ?? ""}`);
    }
  }
  return paths;
}

function contentsProblem(parsed: ParsedUnit, at: Path): Entry[] {
  return errorIf(!parsed.ok && `unit-${parsed.problem}`, at, "contents");
}
