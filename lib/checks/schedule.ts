import { hasUpdates, isTimeSpan } from "@/lib/butane";
import { nodeExtensions } from "@/lib/preset/node-extensions";
import type { Check, Finding } from "./check";

/** The schedule of updates: only what systemd surely refuses is named, because it takes more than anyone remembers. */
export const schedule: Check = ({ preset }) => {
  const { schedule: kind, calendar, randomDelay } = preset.updates;
  if (kind !== "calendar" || !hasUpdates(nodeExtensions(preset))) return [];
  const findings: Finding[] = [];
  if (!isCalendar(calendar)) {
    findings.push({
      kind: "error",
      code: "calendar-malformed",
      sentence:
        "systemd does not understand this calendar expression: the timer has no time, and no update is ever looked for.",
      why: "Such as *-*-* 03:00:00, Sat 04:30 or daily; systemd-analyze calendar shows when one elapses.",
      field: ["updates", "calendar"],
    });
  }
  if (randomDelay !== "" && !isTimeSpan(randomDelay)) {
    findings.push({
      kind: "warning",
      code: "delay-malformed",
      sentence:
        "systemd does not understand this time span and leaves it out: the delay of its own timer holds, up to 4 hours.",
      why: "Such as 30min, 2h or 1h 30min.",
      field: ["updates", "randomDelay"],
    });
  }
  return findings;
};

const shorthand =
  /^(?:minutely|hourly|daily|monthly|weekly|yearly|quarterly|annually|semiannually|anually|bi-annually|biannually|semi-annually)$/i;
const day =
  "(?:mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)";
const days = new RegExp(`^${day}(?:(?:,|\\.\\.|-)${day})*,?$`, "i");
const zone = /^(?:UTC|[A-Z][A-Za-z]*(?:\/[A-Za-z_+-]+)*)$/;

/** Whether systemd may understand an expression: days, a date and a time in numbers, and a time zone. */
export function isCalendar(text: string): boolean {
  if (/[\r\n]/.test(text)) return false;
  const parts = text.split(/\s+/).filter((part) => part !== "");
  if (parts.length === 0) return false;
  if (parts.length === 1 && /^@\d+(?:\.\d+)?$/.test(parts[0]!)) return true;
  let taken = 0;
  const take = (fits: (part: string) => boolean) => {
    if (parts[0] === undefined || !fits(parts[0])) return;
    parts.shift();
    taken += 1;
  };
  take((part) => shorthand.test(part));
  if (taken === 0) {
    take((part) => days.test(part));
    take(isDate);
    take(isTime);
  }
  if (taken > 0) take((part) => zone.test(part) && !days.test(part));
  return taken > 0 && parts.length === 0;
}

function isDate(text: string): boolean {
  const parts = text.split(/[-~]/).reverse();
  return (
    parts.length > 1 &&
    fit(parts, [
      [1, 31],
      [1, 12],
      [0, 2199],
    ])
  );
}

function isTime(text: string): boolean {
  const parts = text.split(":");
  return (
    parts.length > 1 &&
    fit(parts, [
      [0, 23],
      [0, 59],
      [0, 59],
    ])
  );
}

function fit(
  parts: readonly string[],
  limits: readonly (readonly [number, number])[],
): boolean {
  return (
    parts.length <= limits.length &&
    parts.every((part, index) => isComponent(part, limits[index]!))
  );
}

/** `*`, a number, a range, with a step or without, or several of them. What follows a slash is a step and has no limit. */
function isComponent(
  text: string,
  [least, most]: readonly [number, number],
): boolean {
  return text.split(",").every((one) => {
    if (one === "*") return true;
    const numbers =
      /^(\d+(?:\.\d+)?)(?:\.\.(\d+(?:\.\d+)?))?(?:\/\d+(?:\.\d+)?)?$/.exec(one);
    if (!numbers) return false;
    const [, first, last = first] = numbers;
    return [first, last].every(
      (number) => Math.floor(Number(number)) <= most && Number(number) >= least,
    );
  });
}
