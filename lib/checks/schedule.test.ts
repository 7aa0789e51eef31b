import { expect, test } from "vitest";
import { isTimeSpan } from "@/lib/butane";
import { isCalendar } from "./schedule";

// What systemd-analyze of systemd 252 says about each; where ours accepts more, that is on purpose and not listed.
test.each([
  ...[
    "*-*-* 03:00:00",
    "daily",
    "minutely UTC",
    "daily Europe/Berlin",
    "Sat",
    "Sat 04:30",
    "Mon..Fri 03:00",
    "Mon-Fri",
  ],
  ...[
    "Mon,Tue *-*-* 1:2:3",
    "*-*-01",
    "2026-01-01 00:00:00 UTC",
    "03:00 Europe/Berlin",
    "*:0/15",
    "*:*:0/30",
    "*-*~1",
  ],
  ...[
    "*-02~03 10:00",
    "Mon *-05~07/1",
    "00:00:00.5",
    "@1500000000",
    "9..17/2:00",
    "8:05..08",
    "Mon,Wed,",
    "69-01-01",
  ],
  ...[
    "Thu,Fri 2012-*-1,5 11:12:13",
    "2003-02..04-05",
    "12-25",
    "Sun *-*~7/1 3:00",
    "0/8:00",
    "Sat UTC",
  ],
])("the calendar expression %j is left alone", (text) => {
  expect(isCalendar(text)).toBe(true);
});

test.each([
  ...[
    "",
    "foo",
    "25:00",
    "24:00",
    "23:60",
    "12:00:60",
    "Mon...Fri",
    "*-13-01",
    "*-*-32",
    "*/2:00",
    "Mon, Wed",
    "UTC",
  ],
  ...[
    "every day",
    "3am",
    "1:",
    "2 Jan",
    "weekday",
    "0",
    "12",
    "*-0-1",
    "*-*-0",
    "*-1..14-*",
    "Europe/Berlin",
    "daily\nMon",
  ],
])("the calendar expression %j is refused", (text) => {
  expect(isCalendar(text)).toBe(false);
});

test.each([
  ...[
    "30min",
    "2h",
    "1h 30min",
    "infinity",
    "5",
    "5 min",
    "1.5h",
    "1week 2d",
    "3 M",
    "1y",
    "5minutes",
    "1sec 5 msec",
    "0",
  ],
])("the time span %j is left alone", (text) => {
  expect(isTimeSpan(text)).toBe(true);
});

test.each([
  "ms",
  "a while",
  "",
  "-5",
  "10 fortnights",
  "1d,2h",
  // Long enough to take for ever where digits could be split in every way.
  `${"1".repeat(60)}!`,
])("the time span %j is refused", (text) => {
  expect(isTimeSpan(text)).toBe(false);
});
