import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { chromium as playwright } from "playwright-core";

/** Serves the last build on a port of its own, opens a Chromium, and ends both after the work. */
export function withBuiltPage(root, { chromium, chromiumFlags }, work) {
  return withServer(root, async (url) => {
    const browser = await playwright.launch({
      ...(chromium && { executablePath: chromium }),
      args: chromiumFlags,
    });
    try {
      return await work(browser, url);
    } finally {
      await browser.close();
    }
  });
}

/** Serves the last build on a port of its own, and stops after the work. */
export async function withServer(root, work) {
  const port = await freePort();
  const server = spawn(
    process.execPath,
    [
      "node_modules/next/dist/bin/next",
      "start",
      "--port",
      `${port}`,
      "--hostname",
      "127.0.0.1",
    ],
    { cwd: root, stdio: ["ignore", "ignore", "inherit"] },
  );
  const url = `http://127.0.0.1:${port}/`;
  try {
    for (;;) {
      if (server.exitCode !== null) throw new Error("the server did not start");
      if (await fetch(url).catch(() => undefined)) break;
      await wait(50);
    }
    return await work(url);
  } finally {
    server.kill();
  }
}

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
