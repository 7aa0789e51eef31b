import type { Release } from "./catalogue";
import type { UpdatePolicy } from "./extension";

/** Versions that share a track, newest first. */
export interface VersionGroup {
  /** `v1.32`; the whole version where it has no smaller part. */
  readonly track: string;
  readonly releases: readonly Release[];
}

const VALID = /[a-zA-Z0-9~.^-]/;
/** Marks that sort before anything else at their place; systemd looks at them in this order, once each per round. */
const MARKS = ["-", "^", "."] as const;

/**
 * Orders two versions the way systemd does when it looks for the newest image: `v1.10.0` after `v1.9.0`,
 * `1.0~rc1` before `1.0`, `v1.32.2+k3s2` after `v1.32.2+k3s1`. Negative when `one` is older.
 *
 * Follows the rules of UAPI.10 (version format): segments of digits compare as numbers, segments of letters as
 * text, characters that belong to neither separate segments and weigh nothing.
 */
export function compareVersions(one: string, other: string): number {
  let a = 0;
  let b = 0;
  for (;;) {
    while (a < one.length && !VALID.test(one.charAt(a))) a++;
    while (b < other.length && !VALID.test(other.charAt(b))) b++;

    // A tilde sorts before everything, the end included: pre-releases.
    if (one.charAt(a) === "~" || other.charAt(b) === "~") {
      if (one.charAt(a) !== other.charAt(b)) {
        return one.charAt(a) === "~" ? -1 : 1;
      }
      a++;
      b++;
    }
    if (a >= one.length || b >= other.length) {
      return Number(a < one.length) - Number(b < other.length);
    }
    for (const mark of MARKS) {
      const left = one.charAt(a) === mark;
      const right = other.charAt(b) === mark;
      if (left !== right) return left ? -1 : 1;
      if (left) {
        a++;
        b++;
      }
    }
    const numeric = isDigit(one.charAt(a)) || isDigit(other.charAt(b));
    const first = segment(one, a, numeric);
    const second = segment(other, b, numeric);
    const order = numeric
      ? compareNumbers(first, second)
      : compareText(first, second);
    if (order !== 0) return order;
    a += first.length;
    b += second.length;
  }
}

/**
 * The part of a version that `depth` numbers hold: `v1.32` of `v1.32.2+k3s1` (2), `v1` of `v1.9.2` (1). The last
 * number always stays free, so that `4.8` gives `4`: a pattern with nothing left to vary would match nothing.
 * `null` where the version has a single number or none.
 */
export function trackOf(version: string, depth: 1 | 2 = 2): string | null {
  const parts = /^([a-zA-Z]*)(\d+(?:\.\d+)+)/.exec(version);
  if (!parts) return null;
  const [, prefix = "", dotted = ""] = parts;
  const numbers = dotted.split(".");
  return (
    prefix + numbers.slice(0, Math.min(depth, numbers.length - 1)).join(".")
  );
}

/** The series that a policy keeps an image in: `v1.32` for `patch`, `v1` for `major`; `null` where there is none. */
export function seriesOf(
  version: string,
  policy: UpdatePolicy,
  depth: 1 | 2 = 2,
): string | null {
  if (policy === "major") return trackOf(version, 1);
  return policy === "patch" ? trackOf(version, depth) : null;
}

/**
 * Whether systemd-sysupdate takes a text for a version, as systemd 257 does: letters, digits, dots, commas, hyphens, underscores and
 * `+`. An image whose version has anything else, `1.0~rc1` say, it neither finds on a server nor sees on the node.
 */
export function isReadVersion(version: string): boolean {
  return /^[\w.,+-]+$/.test(version);
}

/**
 * What `@v` stands for in a version where the pattern has the series before it: `2` of `v1.32.2` in `v1.32`. Empty where the
 * version is none, or is not of the series: nothing that is compared with it could ever be of the other one.
 */
export function versionInSeries(
  version: string,
  series: string | null,
): string {
  const text = version.trim();
  if (!isReadVersion(text)) return "";
  if (series === null) return text;
  return text.startsWith(`${series}.`) ? text.slice(series.length + 1) : "";
}

/**
 * The `MatchPattern=` that finds newer images of `id`: `docker-@v-%a.raw` for `any`, `kubernetes-v1.32.@v-%a.raw`
 * for `patch`, `docker-28.@v-%a.raw` for `major`. `null` when there is nothing to look for: policy `none`, or a version without
 * a series.
 */
export function matchPattern(
  id: string,
  version: string,
  policy: UpdatePolicy,
  depth: 1 | 2 = 2,
): string | null {
  if (policy === "none") return null;
  if (policy === "any") return `${id}-@v-%a.raw`;
  const series = seriesOf(version, policy, depth);
  return series === null ? null : `${id}-${series}.@v-%a.raw`;
}

/** Sorts releases newest first and puts those of one minor version together. */
export function groupByMinor(releases: readonly Release[]): VersionGroup[] {
  const groups = new Map<string, Release[]>();
  const sorted = [...releases].sort((one, other) =>
    compareVersions(other.version, one.version),
  );
  for (const release of sorted) {
    const track = trackOf(release.version) ?? release.version;
    const group = groups.get(track);
    if (group) group.push(release);
    else groups.set(track, [release]);
  }
  return [...groups].map(([track, group]) => ({ track, releases: group }));
}

function segment(text: string, from: number, numeric: boolean): string {
  const pattern = numeric ? /\d*/y : /[a-zA-Z]*/y;
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0] ?? "";
}

function compareNumbers(one: string, other: string): number {
  if (one === "" || other === "") return one === "" ? -1 : 1;
  // Compared as text of equal length: a version may hold more digits than a number does.
  const left = one.replace(/^0+/, "");
  const right = other.replace(/^0+/, "");
  return left.length - right.length || compareText(left, right);
}

function compareText(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

function isDigit(char: string): boolean {
  return char >= "0" && char <= "9";
}
