import { hasUpdates } from "@/lib/butane";
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
        "systemd does not understand this time span and leaves it out: every node looks for updates at the same second.",
      why: "Such as 30min, 2h or 1h 30min.",
      field: ["updates", "randomDelay"],
    });
  }
  return findings;
};

const words =
  /^(?:minutely|hourly|daily|monthly|weekly|yearly|quarterly|annually|semiannually|anually|bi-annually|biannually|semi-annually)$/i;
const day =
  "(?:mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)";
const days = new RegExp(`^${day}(?:(?:,|\\.\\.|-)${day})*,?$`, "i");

/** Whether systemd may understand an expression: day names, a date and a time in numbers, and a time zone. */
export function isCalendar(text: string): boolean {
  const typed = text.trim();
  if (words.test(typed)) return true;
  const parts = typed.split(/\s+/).filter((part) => part !== "");
  if (parts.length === 0 || /[\r\n]/.test(typed)) return false;
  if (days.test(parts[0]!)) parts.shift();
  if (parts[0]?.includes("-") && isDate(parts[0])) parts.shift();
  if (parts[0]?.includes(":")) {
    if (!isTime(parts[0])) return false;
    parts.shift();
  }
  // Whatever is left can only be one time zone.
  return (
    parts.length === 0 ||
    (parts.length === 1 &&
      /^(?:UTC|[A-Z][A-Za-z_]*(?:\/[A-Za-z_+-]+)*)$/.test(parts[0]!) &&
      typed !== parts[0])
  );
}

function isDate(text: string): boolean {
  const parts = text.split(/-|~/);
  return parts.length >= 2 && parts.length <= 3 && parts.every(isComponent);
}

function isTime(text: string): boolean {
  const parts = text.split(":");
  const most = [23, 59, 59];
  return (
    parts.length >= 2 &&
    parts.length <= 3 &&
    parts.every(
      (part, index) =>
        isComponent(part) &&
        numbers(part).every((number) => number <= most[index]!),
    )
  );
}

function isComponent(text: string): boolean {
  return /^(?:\*|\d+(?:\.\d+)?(?:\.\.\d+(?:\.\d+)?)?)(?:\/\d+(?:\.\d+)?)?(?:,(?:\*|\d+(?:\.\d+)?(?:\.\.\d+(?:\.\d+)?)?)(?:\/\d+(?:\.\d+)?)?)*$/.test(
    text,
  );
}

/** The numbers a component begins at or ends with; what follows a slash is a step. */
function numbers(component: string): number[] {
  return component
    .split(",")
    .flatMap((one) => one.split("/")[0]!.split(".."))
    .filter((one) => one !== "*")
    .map(Number);
}

const unit =
  "(?:us|usec|µs|ms|msec|s|sec|seconds?|m|min|minutes?|h|hr|hours?|d|days?|w|weeks?|M|months?|y|years?)";
const span = new RegExp(`^(?:\\d+(?:\\.\\d+)?\\s*${unit}?\\s*)+$`);

/** Whether systemd understands a time span. */
export function isTimeSpan(text: string): boolean {
  const typed = text.trim();
  return typed === "infinity" || span.test(typed);
}
