import type { Path, PlainValue } from "@/lib/butane";
import type { NodeDropin, NodeUnit, UserUnit } from "./value";

type Plain = { readonly [key: string]: PlainValue };

/** A unit in Butane's keys. */
export function plainUnit(unit: NodeUnit): Plain {
  const dropins = unit.dropins.filter(({ name }) => name !== "");
  return {
    name: unit.name,
    ...(unit.enabled === "" ? {} : { enabled: unit.enabled === "yes" }),
    ...(unit.mask ? { mask: true } : {}),
    ...(unit.contents === "" ? {} : { contents: unit.contents }),
    ...(dropins.length === 0 ? {} : { dropins: dropins.map(plainDropin) }),
  };
}

function plainDropin({ name, contents }: NodeDropin): Plain {
  return contents === "" ? { name } : { name, contents };
}

/** Which field of a unit asked for which part of its entry. */
export function fieldsOfUnit({ dropins }: NodeUnit, at: Path) {
  const written = dropins
    .map(({ name }, index) => ({ name, index }))
    .filter(({ name }) => name !== "");
  return [
    ...["name", "enabled", "mask", "contents"].map((key) => ({
      at: [key],
      field: [...at, key],
    })),
    ...written.flatMap(({ index }, place) => [
      { at: ["dropins", place], field: [...at, "dropins", index] },
      ...["name", "contents"].map((key) => ({
        at: ["dropins", place, key],
        field: [...at, "dropins", index, key],
      })),
    ]),
  ];
}

const folder = "/etc/systemd/user";

/** The file of a unit for every user's sessions, beside those that the image brings (systemd.unit(5)). */
export function userUnitPath(name: string): string {
  return `${folder}/${name}`;
}

/** The link that has every user's session start it. */
export function userUnitLink(name: string): string {
  return `${folder}/default.target.wants/${name}`;
}

/** Paths that user units write; files and links of a document at these belong to them. */
export function pathsOfUserUnits(units: readonly UserUnit[]): Set<string> {
  return new Set(
    units.flatMap(({ name, enabled }) =>
      name === ""
        ? []
        : [userUnitPath(name), ...(enabled ? [userUnitLink(name)] : [])],
    ),
  );
}
