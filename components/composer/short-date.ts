const months = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
];

/** `2026-07-16` → `16 Jul 2026`, the same in every language setting. */
export function shortDate(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
}

const day = 86_400_000;

/** How long ago a day was, from the second day on: `, 12 days old`, `, 4 months old`. */
export function ageOf(date: string, now: Date): string {
  const days = Math.floor((now.getTime() - Date.parse(date)) / day);
  if (!(days > 1)) return "";
  return days < 60
    ? `, ${days} days old`
    : `, ${Math.floor(days / 30.44)} months old`;
}
