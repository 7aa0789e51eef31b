/**
 * Whether a plain scalar is a timestamp to Go's yaml.v3, which tries four layouts of Go's `time.Parse`: a date, a date
 * and a time after spaces, and a date and a time with zone after `T` or `t`. Only the answer matters, never the moment:
 * no Butane field holds one, but `2024-01-01` is refused where a number or a bool is wanted.
 */
export function isTimestamp(value: string): boolean {
  const date = /^(\d{4})-(\d\d?)-(\d\d?)(?!\d)/.exec(value);
  if (!date || !isDay(Number(date[1]), Number(date[2]), Number(date[3]))) {
    return false;
  }
  const rest = value.slice(date[0].length);
  if (rest === "") return true;
  const zoned = rest[0] === "T" || rest[0] === "t";
  if (!zoned && rest[0] !== " ") return false;
  const clock = /^(\d\d?):(\d\d?):(\d\d?)(?!\d)(?:[.,]\d+)?/.exec(
    zoned ? rest.slice(1) : rest.replace(/^ +/, ""),
  );
  if (!clock || Number(clock[1]) > 23) return false;
  if (Number(clock[2]) > 59 || Number(clock[3]) > 59) return false;
  const zone = clock.input.slice(clock[0].length);
  return zoned ? isZone(zone) : zone === "";
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const february = leap ? 29 : 28;
  const days = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}

/** Go lets offsets of a full 24 hours and 60 minutes pass, because people write them. */
function isZone(zone: string): boolean {
  if (zone === "Z") return true;
  const offset = /^[-+](\d\d):(\d\d)$/.exec(zone);
  return offset !== null && Number(offset[1]) <= 24 && Number(offset[2]) <= 60;
}
