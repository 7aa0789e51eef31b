const unit =
  "(?:us|usec|µs|ms|msec|s|sec|seconds?|m|min|minutes?|h|hr|hours?|d|days?|w|weeks?|M|months?|y|years?)";
// A number ends where its digits do: else a long one could be read in more ways than there is time to try.
const span = new RegExp(
  `^(?:\\d+(?!\\d)(?:\\.\\d+(?!\\d))?(?:\\s*${unit})?\\s*)+$`,
);

/**
 * Whether systemd understands a time span: systemd.time(7). Numbers without a unit are read in the unit of their key.
 *
 * @example
 * isTimeSpan("1h 30min"); // true
 */
export function isTimeSpan(text: string): boolean {
  const typed = text.trim();
  return typed === "infinity" || span.test(typed);
}
