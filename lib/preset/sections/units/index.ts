import type { ButaneDocument } from "@/lib/butane";
import { defineSection } from "../../section";
import { count, firstFew, quote } from "../../words";
import { fieldsOfUnit, plainUnit, userUnitLink, userUnitPath } from "./plain";
import { readUnits, readUserUnits } from "./read";
import { unitsSchema } from "./schema";
import type { UnitsValue, UserUnit } from "./value";

const initial: UnitsValue = { units: [], userUnits: [] };

export const units = defineSection({
  id: "units",
  title: "Units",
  group: "system",
  schema: unitsSchema,
  initial,
  compose({ units, userUnits }, { document }) {
    units.forEach((unit, index) => {
      const origin = ["units", "units", index];
      if (unit.name)
        document.putEntry("systemd.units", plainUnit(unit), {
          origin,
          fields: fieldsOfUnit(unit, origin),
        });
    });
    userUnits.forEach((unit, index) => {
      if (unit.name) composeUserUnit(unit, index, document);
    });
  },
  read: (context) => ({
    units: readUnits(context, context.prior.units.units),
    userUnits: readUserUnits(context, context.prior.units.userUnits),
  }),
  without: (value, fields) => {
    const gone = new Set(fields.map(([, list, index]) => `${list}/${index}`));
    return {
      units: value.units.filter((_, index) => !gone.has(`units/${index}`)),
      userUnits: value.userUnits.filter(
        (_, index) => !gone.has(`userUnits/${index}`),
      ),
    };
  },
  count: ({ units, userUnits }) => units.length + userUnits.length,
  describe: ({ units, userUnits }) => [
    ...lineOf("unit", units),
    ...lineOf("user unit", userUnits),
  ],
});

function composeUserUnit(
  { name, contents, enabled }: UserUnit,
  index: number,
  document: ButaneDocument,
): void {
  const origin = ["units", "userUnits", index];
  document.putFile(
    {
      path: userUnitPath(name),
      mode: 0o644,
      contents: { inline: contents },
    },
    {
      origin,
      fields: [
        { at: ["path"], field: [...origin, "name"] },
        { at: ["contents", "inline"], field: [...origin, "contents"] },
      ],
    },
  );
  if (enabled)
    document.putLink(
      { path: userUnitLink(name), target: userUnitPath(name) },
      { origin: [...origin, "enabled"] },
    );
}

function lineOf(
  what: string,
  units: readonly { readonly name: string }[],
): string[] {
  const names = units.map(({ name }) => quote(name)).filter(Boolean);
  return names.length === 0
    ? []
    : [`sets up ${count(names.length, what)}: ${firstFew(names)}`];
}
