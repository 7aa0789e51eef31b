const day = 24 * 60 * 60 * 1000;

/** A time as people say it: `today 14:03`, `yesterday 09:12`, `12 Nov 2026 09:12`. */
export function when(at: number, now = Date.now()): string {
  const date = new Date(at);
  const time = date.toLocaleTimeString("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
  });
  const days = Math.round((midnight(now) - midnight(at)) / day);
  if (days === 0) return `today ${time}`;
  if (days === 1) return `yesterday ${time}`;
  const spoken = date.toLocaleDateString("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  return `${spoken} ${time}`;
}

function midnight(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
