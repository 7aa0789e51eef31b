import { parseUnit } from "@/lib/butane";
import { isMasked, textsOfUnit, wantedByLink } from "./unit-state";
import type { BootNode } from "./step";

/** When a timer goes off, by what the config says of it. */
export interface Timer {
  readonly isOn: boolean;
  /** Times of the config, as words that follow “at …”, “… after the boot” and the like. */
  readonly times: readonly string[];
  /** Whether the times of the unit that the OS brings hold as well: they do until an empty line takes them back. */
  readonly hasOwnTimes: boolean;
  /** The random delay that the config asks for; `undefined` leaves that of the OS, if it has one. */
  readonly delay: string | undefined;
}

/** What sets a timer off, and how that reads: systemd.timer(5). */
const triggers: ReadonlyMap<string, (value: string) => string> = new Map([
  ["OnCalendar", (value: string) => `at ${value}`],
  ["OnBootSec", (value: string) => `${value} after the boot`],
  ["OnStartupSec", (value: string) => `${value} after systemd has started`],
  ["OnActiveSec", (value: string) => `${value} after the timer has started`],
  ["OnUnitActiveSec", (value: string) => `${value} after each start`],
  ["OnUnitInactiveSec", (value: string) => `${value} after each end`],
]);

/**
 * A timer of the OS with the changes of the config, in the order in which systemd reads them. Each line adds a time to those before;
 * an empty one, of whatever kind, takes all of them back, the ones that the OS brings included.
 */
export function timerOf(node: BootNode, name: string): Timer {
  const { own, dropins } = textsOfUnit(node, name);
  let hasOwnTimes = own === undefined;
  let times: string[] = [];
  let delay: string | undefined = own === undefined ? undefined : "";
  for (const { name: key, value } of [own ?? "", ...dropins].flatMap(lines)) {
    const words = triggers.get(key);
    if (words && value === "") {
      times = [];
      hasOwnTimes = false;
    } else if (words) times.push(words(value));
    else if (key === "RandomizedDelaySec") delay = value;
  }
  return { isOn: isOn(node, name), times, hasOwnTimes, delay };
}

function lines(text: string): { name: string; value: string }[] {
  const parsed = parseUnit(text);
  if (!parsed.ok) return [];
  return parsed.options
    .filter(({ section }) => section === "Timer")
    .map(({ name, value }) => ({ name, value: value.trim() }));
}

function isOn(node: BootNode, name: string): boolean {
  if (isMasked(node, name)) return false;
  return (
    (node.config.systemd?.units ?? []).some(
      (unit) => unit.name === name && unit.enabled,
    ) || wantedByLink(node).some((one) => one.name === name)
  );
}
