import { fail, ok, type Result } from "@/lib/result";

/** What fetching may cost. */
export interface FetchLimits {
  /** Bytes of one answer, unpacked. */
  readonly bytes: number;
  /** Ends everything that is under way. */
  readonly signal: AbortSignal;
  /** How to fetch. Default: the platform's way. */
  readonly fetch?: typeof globalThis.fetch;
}

/** Why nothing was fetched. */
export interface FetchProblem {
  readonly code:
    | "unreachable"
    | "slow"
    | "broken-off"
    | "too-large"
    | "status"
    | "redirect"
    | "not-text";
  /** A sentence without its full stop, as it goes on after "The catalogue was not refreshed:". */
  readonly sentence: string;
  /** The status of the answer, for `status`. */
  readonly status?: number;
}

/** The bakery answers with one redirect to GitHub, which answers with one to its storage. */
const mostRedirects = 5;

/**
 * The text at an address. Redirects are followed five times, and never from https to http; an answer that is too long,
 * does not come whole, is no success or no UTF-8 is refused. Nothing is thrown.
 */
export async function fetchText(
  address: string,
  limits: FetchLimits,
): Promise<Result<string, FetchProblem>> {
  const { host } = new URL(address);
  try {
    const answered = await follow(address, limits);
    if (!answered.ok) return answered;
    return await textOf(answered.value, host, limits);
  } catch (reason) {
    if (limits.signal.aborted) return problem("slow", `${host} is too slow`);
    return problem("unreachable", `${host} cannot be reached${word(reason)}`);
  }
}

async function follow(
  address: string,
  { signal, fetch = globalThis.fetch }: FetchLimits,
): Promise<Result<Response, FetchProblem>> {
  let url = new URL(address);
  for (let hops = 0; hops <= mostRedirects; hops++) {
    const answer = await fetch(url, {
      signal,
      redirect: "manual",
      cache: "no-store",
      headers: {
        accept: "text/plain, application/octet-stream;q=0.9, */*;q=0.1",
      },
    });
    const onward = answer.headers.get("location");
    if (answer.status < 300 || answer.status > 399 || onward === null)
      return answer.ok ? ok(answer) : refused(answer, url.host);
    await answer.body?.cancel();
    if (!URL.canParse(onward, url))
      return problem("redirect", `${url.host} leads on to no address`);
    const next = new URL(onward, url);
    if (!mayFollow(url, next))
      return problem(
        "redirect",
        `${url.host} leads on to an address that is not https`,
      );
    url = next;
  }
  return problem("redirect", `${url.host} leads on without an end`);
}

/** A list of hashes that came over http proves nothing about images that come over https. */
function mayFollow(from: URL, to: URL): boolean {
  return (
    to.protocol === "https:" ||
    (to.protocol === "http:" && from.protocol === "http:")
  );
}

async function refused(answer: Response, host: string) {
  await answer.body?.cancel();
  return fail<FetchProblem>({
    code: "status",
    sentence: `${host} answers with ${answer.status}`,
    status: answer.status,
  });
}

async function textOf(
  answer: Response,
  host: string,
  { bytes, signal }: FetchLimits,
): Promise<Result<string, FetchProblem>> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const reader = answer.body?.getReader();
  let text = "";
  let length = 0;
  while (reader) {
    let part: ReadableStreamReadResult<Uint8Array>;
    try {
      part = await reader.read();
    } catch {
      if (signal.aborted) return problem("slow", `${host} is too slow`);
      return problem("broken-off", `the answer of ${host} broke off`);
    }
    if (part.done) break;
    length += part.value.length;
    if (length > bytes) {
      await reader.cancel();
      return problem(
        "too-large",
        `the answer of ${host} is larger than ${bytes} bytes`,
      );
    }
    try {
      text += decoder.decode(part.value, { stream: true });
    } catch {
      await reader.cancel();
      return problem("not-text", `the answer of ${host} is no text`);
    }
  }
  return ok(text);
}

/** What the system said, as in ` (ECONNREFUSED)`. */
function word(reason: unknown): string {
  const cause = (reason as { cause?: { code?: unknown } }).cause?.code;
  return typeof cause === "string" ? ` (${cause})` : "";
}

const problem = (code: FetchProblem["code"], sentence: string) =>
  fail<FetchProblem>({ code, sentence });
