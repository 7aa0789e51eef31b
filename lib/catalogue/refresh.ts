import {
  extensions,
  readBakeryIndex,
  readChecksums,
  type BakeryIndex,
  type Catalogue,
  type Checksum,
} from "@/lib/butane";
import { fail, ok, type Result } from "@/lib/result";
import { fetchText, type FetchLimits, type FetchProblem } from "./fetch-text";

/** Why the catalogue stays what it was. */
export interface RefreshProblem {
  readonly code:
    | FetchProblem["code"]
    | "not-an-index"
    | "cut"
    | "nothing-known"
    | "shrunk";
  /** A sentence without its full stop, as it goes on after "The catalogue was not refreshed:". */
  readonly sentence: string;
}

export interface RefreshOptions {
  /** Address of the bakery, with a slash at its end. */
  readonly bakery: string;
  /** The catalogue so far, to tell a loss from a bakery that is smaller. */
  readonly last: Catalogue;
  /** Milliseconds for everything together. Default: 30 seconds. */
  readonly timeout?: number;
  /** Bytes of one index. Default: 4 MiB; the bakery's own had less than a tenth of that in 2026. */
  readonly bytes?: number;
  /** Takes an index that has lost most of what there was. Default: false. */
  readonly acceptLoss?: boolean;
  readonly fetch?: typeof globalThis.fetch;
  /** Default: the clock. */
  readonly now?: () => Date;
}

export interface Refreshed {
  readonly catalogue: Catalogue;
  readonly index: BakeryIndex;
}

/** How many indexes of single extensions are fetched at once. */
const atOnce = 4;

/**
 * Fetches what a bakery has released: its `SHA256SUMS` of everything, or where there is none those of the single
 * extensions. An answer that did not come whole, is something else, or lost more than half of what was there is refused
 * with its reason. Nothing is thrown, and `last` is never changed.
 */
export async function refreshCatalogue({
  bakery,
  last,
  timeout = 30_000,
  bytes = 4 << 20,
  acceptLoss = false,
  fetch,
  now = () => new Date(),
}: RefreshOptions): Promise<Result<Refreshed, RefreshProblem>> {
  const limits: FetchLimits = {
    bytes,
    // It takes whole numbers of 32 bits and throws at any other.
    signal: AbortSignal.timeout(Math.min(Math.ceil(timeout), 2 ** 31 - 1)),
    ...(fetch ? { fetch } : {}),
  };
  const sums = await allSums(bakery, limits);
  if (!sums.ok) return sums;
  const index = readBakeryIndex(sums.value);
  const { host } = new URL(bakery);
  if (index.images === 0)
    return fail({
      code: "nothing-known",
      sentence: `the index of ${host} has no image that is known here`,
    });
  const before = last.bakery === bakery ? countReleases(last.releases) : 0;
  const after = countReleases(index.releases);
  if (!acceptLoss && after * 2 < before)
    return fail({
      code: "shrunk",
      sentence: `the index of ${host} has ${after} releases where there were ${before}`,
    });
  const date = now().toISOString().slice(0, 10);
  return ok({ catalogue: { date, bakery, releases: index.releases }, index });
}

/** Versions of all extensions together. */
export function countReleases(releases: Catalogue["releases"]): number {
  return Object.values(releases).reduce((sum, list) => sum + list.length, 0);
}

async function allSums(
  bakery: string,
  limits: FetchLimits,
): Promise<Result<readonly Checksum[], RefreshProblem>> {
  const whole = await sumsAt(`${bakery}SHA256SUMS`, limits);
  // A mirror that sysupdate can use has the lists of the extensions; the one of everything is the bakery's own extra.
  return whole.ok || !isMissing(whole.error)
    ? whole
    : singleSums(bakery, limits);
}

async function singleSums(
  bakery: string,
  limits: FetchLimits,
): Promise<Result<readonly Checksum[], RefreshProblem>> {
  const waiting = extensions
    .filter(({ kind }) => kind === "bakery")
    .map(({ id }) => `${bakery}${id}/SHA256SUMS`);
  const sums: Checksum[] = [];
  let problem: RefreshProblem | null = null;
  const worker = async () => {
    for (let next = waiting.pop(); next && !problem; next = waiting.pop()) {
      const one = await sumsAt(next, limits);
      if (one.ok) sums.push(...one.value);
      else if (!isMissing(one.error)) problem = one.error;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return problem ? fail(problem) : ok(sums);
}

/** A bakery does not have every extension, and answers with 404 for the others. */
const isMissing = (problem: RefreshProblem) =>
  problem.code === "status" &&
  [404, 410].includes((problem as FetchProblem).status ?? 0);

async function sumsAt(
  address: string,
  limits: FetchLimits,
): Promise<Result<readonly Checksum[], RefreshProblem>> {
  const text = await fetchText(address, limits);
  if (!text.ok) return text;
  const { sums, strange, cut } = readChecksums(text.value);
  const { host } = new URL(address);
  const last = text.value.split("\n").length;
  // A name that was cut off may look like another version, a hash that was cut off like none.
  const cutOff =
    cut &&
    (strange.length === 1
      ? strange[0]!.line === last
      : !/\.(?:raw|conf)$/.test(sums.at(-1)?.name ?? ""));
  if (cutOff && sums.length > 0)
    return fail({
      code: "cut",
      sentence: `the index of ${host} ends in the middle of a line`,
    });
  if (strange.length > 0 || sums.length === 0)
    return fail({
      code: "not-an-index",
      sentence: `what ${host} sends is no list of checksums`,
    });
  return ok(sums);
}
