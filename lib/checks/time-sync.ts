import type { Check, Finding } from "./check";
import { entriesOf, textAt } from "./document";
import { chosenOf } from "./extensions";

const others = ["systemd-timesyncd.service", "ntpd.service"];

/** chronyd.service conflicts with the other two: whichever is started last stops the one before. */
export const timeSync: Check = ({ preset, composed }) => {
  const chrony = chosenOf(preset).find(
    ({ extension }) => extension?.id === "chrony",
  );
  if (!chrony) return [];
  const units = entriesOf(composed, ["systemd", "units"]);
  const findings = units.flatMap(({ value, at }): Finding[] => {
    const name = textAt(value, "name");
    if (!others.includes(name) || textAt(value, "enabled") !== "true")
      return [];
    return [conflict(name, { path: [...at, "enabled"] })];
  });
  const masked = units.some(
    ({ value }) =>
      textAt(value, "name") === others[0] && textAt(value, "mask") === "true",
  );
  if (masked || findings.length > 0) return findings;
  const field = chrony.at("params", "maskTimesyncd");
  return [
    {
      ...conflict(others[0]!, { field }),
      fix: {
        label: "Mask systemd-timesyncd",
        edits: [{ path: field, value: true }],
      },
    },
  ];
};

function conflict(
  name: string,
  where: Pick<Finding, "path" | "field">,
): Finding {
  return {
    kind: "warning",
    code: "time-kept-twice",
    sentence: `${name} and chronyd.service exclude each other: one of them stops the other, and chrony may be the one that does not run.`,
    ...where,
  };
}
