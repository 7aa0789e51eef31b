import { expect, test } from "vitest";
import { fetchImport, importAddress } from "./fetch-import";

test.each([
  ["https://example.com/a.bu", "https://example.com/a.bu"],
  ["  https://example.com/a.bu#L3 ", "https://example.com/a.bu"],
  ["http://localhost:8000/a", "http://localhost:8000/a"],
  ["http://127.0.0.1/a", "http://127.0.0.1/a"],
  ["http://[::1]:80/a", "http://[::1]/a"],
  [
    "https://github.com/flatcar/sysext-bakery/blob/main/docs/k3s.md?plain=1#L2",
    "https://raw.githubusercontent.com/flatcar/sysext-bakery/main/docs/k3s.md",
  ],
  [
    "https://github.com/o/r/raw/main/a.bu",
    "https://raw.githubusercontent.com/o/r/main/a.bu",
  ],
  [
    "https://gist.github.com/someone/0123456789abcdef0123456789abcdef",
    "https://gist.githubusercontent.com/someone/0123456789abcdef0123456789abcdef/raw",
  ],
  [
    "https://gitlab.com/g/p/-/blob/main/a.bu",
    "https://gitlab.com/g/p/-/raw/main/a.bu",
  ],
])("%s is fetched from %s", (address, expected) => {
  const checked = importAddress(address);
  expect(checked.ok && checked.value.href).toBe(expected);
});

test.each([
  ["", /no address/],
  ["example.com/a", /no address/],
  ["http://example.com/a", /Only https/],
  ["http://localhost.example.com/", /Only https/],
  ["ftp://example.com/a", /Only https/],
  ["file:///etc/passwd", /Only https/],
  ["javascript:alert(1)", /Only https/],
  ["https://me:secret@example.com/a", /password/],
])("%j is not fetched: %s", async (address, sentence) => {
  const fetched = await fetchImport(address, { fetch: never });
  expect(fetched.ok ? "" : fetched.error).toMatch(sentence);
});

const never: typeof fetch = () => {
  throw new Error("nothing may be fetched");
};
const address = "https://example.com/node.bu";
const answering = (answer: Response, url = address): typeof fetch =>
  (() => {
    Object.defineProperty(answer, "url", { value: url });
    return Promise.resolve(answer);
  }) as typeof fetch;

test("what is fetched is opened, without cookies", async () => {
  let asked: RequestInit | undefined;
  const fetched = await fetchImport(address, {
    fetch: (input, init) => {
      asked = init;
      return answering(new Response("variant: flatcar\nversion: 1.1.0\n"))(
        input,
      );
    },
  });
  expect(fetched).toMatchObject({ ok: true, value: { kind: "butane" } });
  expect(asked).toMatchObject({
    credentials: "omit",
    referrerPolicy: "no-referrer",
  });
});

test("what is fetched and is nothing of ours is an answer as well", async () => {
  const fetched = await fetchImport(address, {
    fetch: answering(new Response("<!doctype html>")),
  });
  expect(fetched).toMatchObject({ ok: true, value: { ok: false } });
});

test.each<[string, typeof fetch, RegExp]>([
  ["an error", answering(new Response("", { status: 404 })), /with 404/],
  [
    "too much",
    answering(new Response(new Uint8Array(2 ** 20 + 1))),
    /larger than 1 MiB/,
  ],
  [
    "a way to http",
    answering(new Response("a"), "http://example.com/a"),
    /not https/,
  ],
  [
    "no leave to read it",
    () => Promise.reject(new TypeError("Failed to fetch")),
    /CORS/,
  ],
])("%s is told in a sentence", async (_what, fetch, sentence) => {
  const fetched = await fetchImport(address, { fetch });
  expect(fetched.ok ? "" : fetched.error).toMatch(sentence);
});

test("a server that says nothing is not waited for", async () => {
  const silent: typeof fetch = (_input, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener("abort", () => reject(new Error("late")));
    });
  const fetched = await fetchImport(address, { fetch: silent, timeout: 20 });
  expect(fetched.ok ? "" : fetched.error).toMatch(/in time/);
});
