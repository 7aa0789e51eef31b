import { fail, ok, type Result } from "@/lib/result";
import { importBytes } from "./import-bytes";
import { longestImport } from "./import-text";
import type { ImportAnswer } from "./imported";

interface FetchOptions {
  /** How to fetch. Default: the browser's way. */
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds until giving up. Default: 10 seconds. */
  readonly timeout?: number;
}

/**
 * Fetches what an address leads to and opens it: `https` only, apart from this very machine, at most 1 MiB, without cookies
 * and without telling where the request came from. Pages of GitHub and GitLab that show a file lead to the file.
 */
export async function fetchImport(
  address: string,
  options: FetchOptions = {},
): Promise<Result<ImportAnswer, string>> {
  const fetched = await fetchBytes(address, options);
  return fetched.ok ? ok(importBytes(fetched.value)) : fetched;
}

/** What an address leads to, under the same conditions, or a sentence that says why there is nothing. */
export async function fetchBytes(
  address: string,
  { fetch = globalThis.fetch, timeout = 10_000 }: FetchOptions = {},
): Promise<Result<Uint8Array, string>> {
  const checked = importAddress(address);
  if (!checked.ok) return checked;
  const url = checked.value;
  const stop = AbortSignal.timeout(timeout);
  try {
    const answer = await fetch(url, {
      signal: stop,
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
    });
    if (!answer.ok)
      return fail(
        `${url.host} answers with ${answer.status} instead of a file.`,
      );
    if (!isAllowed(new URL(answer.url || url)))
      return fail(`${url.host} leads on to an address that is not https.`);
    const bytes = await readUpTo(answer, longestImport);
    if (!bytes) return fail(`What ${url.host} sends is larger than 1 MiB.`);
    return ok(bytes);
  } catch {
    return fail(
      stop.aborted
        ? `${url.host} did not answer in time.`
        : `${url.host} cannot be reached, or does not let other pages read the file (CORS). Download it and open the file.`,
    );
  }
}

/** The address that is fetched, or why none is. */
export function importAddress(address: string): Result<URL, string> {
  const text = address.trim();
  if (!URL.canParse(text)) return fail("This is no address.");
  const url = new URL(text);
  if (url.username || url.password)
    return fail("The address has a password in it, which would be sent along.");
  if (!isAllowed(url)) return fail("Only https addresses are opened.");
  return ok(rawAddress(url));
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

function isAllowed({ protocol, hostname }: URL): boolean {
  return (
    protocol === "https:" || (protocol === "http:" && loopback.test(hostname))
  );
}

/** Of a page that shows a file, the file. */
function rawAddress(url: URL): URL {
  const raw = new URL(url);
  raw.hash = "";
  if (url.hostname === "github.com") {
    const [, owner, name, rest] =
      /^\/([^/]+)\/([^/]+)\/(?:blob|raw)\/(.+)$/.exec(url.pathname) ?? [];
    if (!rest) return raw;
    return new URL(
      `https://raw.githubusercontent.com/${owner}/${name}/${rest}`,
    );
  }
  if (url.hostname === "gist.github.com") {
    const [, path] = /^\/([^/]+\/[0-9a-f]+)\/?$/.exec(url.pathname) ?? [];
    return path
      ? new URL(`https://gist.githubusercontent.com/${path}/raw`)
      : raw;
  }
  raw.pathname = url.pathname.replace(/\/-\/blob\//, "/-/raw/");
  return raw;
}

/** The bytes of an answer; null as soon as there are too many. */
async function readUpTo(
  answer: Response,
  most: number,
): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = answer.body?.getReader();
  if (!reader) return new Uint8Array();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
