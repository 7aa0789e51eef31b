import type { Check, Finding } from "./check";

const startField = ["osUpdates", "windowStart"];
const lengthField = ["osUpdates", "windowLength"];

const day = "(?:mon|tue|wed|thu|fri|sat|sun)";
const start = new RegExp(`^(?:${day} )?(?:[01]?\\d|2[0-3]):[0-5]\\d$`, "i");

/** locksmithd ends at once when it cannot read its window, and then nothing reboots the node. */
export const rebootWindow: Check = ({ preset }) => {
  const { windowStart, windowLength, strategy } = preset.osUpdates;
  const findings: Finding[] = [];
  if ((windowStart === "") !== (windowLength === "")) {
    findings.push({
      kind: "error",
      code: "window-half",
      sentence:
        "A reboot window needs both its start and its length: with one of them locksmithd ends, and the node is not rebooted after updates.",
      field: windowStart === "" ? startField : lengthField,
    });
  }
  if (windowStart !== "" && !start.test(windowStart)) {
    findings.push({
      kind: "error",
      code: "window-start",
      sentence:
        "locksmithd does not understand this start and ends: write a time such as 04:00, or Thu 04:00 with the short English day.",
      field: startField,
    });
  }
  if (windowLength !== "") {
    const hours = goHours(windowLength);
    const most = new RegExp(`^${day} `, "i").test(windowStart) ? 7 * 24 : 24;
    if (hours === null || hours <= 0) {
      findings.push({
        kind: "error",
        code: "window-length",
        sentence:
          "locksmithd does not understand this length and ends: write a duration such as 1h, 90m or 1h30m.",
        field: lengthField,
      });
    } else if (hours >= most) {
      findings.push({
        kind: "error",
        code: "window-too-long",
        sentence: `A ${most === 24 ? "daily window is shorter than 24 hours" : "weekly window is shorter than 7 days"}: locksmithd refuses this one and ends.`,
        field: lengthField,
      });
    }
  }
  // Where locksmithd is masked, that is told instead.
  const { coordinator } = preset.updates;
  if (windowStart && strategy === "off" && coordinator === "locksmith") {
    findings.push({
      kind: "info",
      code: "window-with-strategy-off",
      sentence:
        "With the strategy off locksmithd does not run, so nobody looks at the reboot window.",
      field: startField,
    });
  }
  return findings;
};

const units: Readonly<Record<string, number>> = {
  ns: 1e-9 / 3600,
  us: 1e-6 / 3600,
  µs: 1e-6 / 3600,
  ms: 1e-3 / 3600,
  s: 1 / 3600,
  m: 1 / 60,
  h: 1,
};

/** Hours of a Go duration; `null` when Go does not read it as one. */
export function goHours(text: string): number | null {
  if (text === "0") return 0;
  if (!/^(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|ms|s|m|h))+$/.test(text))
    return null;
  let hours = 0;
  for (const [, number, unit] of text.matchAll(
    /(\d+\.?\d*|\.\d+)(ns|us|µs|ms|s|m|h)/g,
  ))
    hours += Number(number) * units[unit!]!;
  return hours;
}
