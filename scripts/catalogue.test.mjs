import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const hash = "a".repeat(64);
let body = "";
let bakery;
let folder;
const server = createServer((request, response) => {
  if (request.url === "/extensions/SHA256SUMS")
    response.writeHead(302, { location: "/storage/SHA256SUMS" }).end();
  else if (request.url === "/storage/SHA256SUMS") response.end(body);
  else response.writeHead(404).end();
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kindling-refresh-"));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  bakery = `http://127.0.0.1:${server.address().port}/extensions`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command; gives its exit code and everything it said. */
function refresh(...args) {
  const child = spawn(process.execPath, ["scripts/catalogue.mjs", ...args], {
    env: { ...process.env, KINDLING_BAKERY_URL: bakery },
  });
  let said = "";
  child.stdout.on("data", (data) => (said += data));
  child.stderr.on("data", (data) => (said += data));
  return new Promise((done) =>
    child.on("close", (code) => done({ code, said })),
  );
}

test("the file holds what the bakery has, and what came and went is said", async () => {
  const output = join(folder, "catalogue.json");
  body = `${hash}  btop-9.9.9-x86-64.raw\n`;
  const first = await refresh("--output", output);
  expect(first).toMatchObject({
    code: 0,
    said: expect.stringContaining("btop: new 9.9.9; gone 1.4.6"),
  });
  const catalogue = JSON.parse(readFileSync(output, "utf8"));
  expect(catalogue).toMatchObject({
    bakery: `${bakery}/`,
    releases: {
      btop: [{ version: "9.9.9", hashes: { "x86-64": `sha256-${hash}` } }],
    },
  });

  body = "<!DOCTYPE html>";
  const before = readFileSync(output, "utf8");
  const second = await refresh("--output", output);
  expect(second).toMatchObject({
    code: 1,
    said: expect.stringContaining("no list of checksums"),
  });
  expect(readFileSync(output, "utf8")).toBe(before);
}, 30_000);

test("a place that cannot be written is told", async () => {
  body = `${hash}  btop-9.9.9-x86-64.raw\n`;
  const output = join(folder, "full", "catalogue.json");
  writeFileSync(join(folder, "full"), "a file where a folder should be");
  const { code, said } = await refresh("--output", output);
  expect(code).toBe(1);
  expect(said).toContain(`${output} cannot be written (`);
}, 30_000);
