import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { build } from "./build.mjs";
import { packages } from "./packages.mjs";
import { start } from "./process.mjs";
import { elapsed, Failure, tail } from "./progress.mjs";

/** Installs and builds what is missing, then serves the composer until it is stopped. Gives the exit code. */
export async function serve() {
  const port = portFrom(process.env.PORT);
  const host = process.env.HOST || "localhost";
  // Asked first: nobody wants to wait for a build to hear that the port is taken.
  await expectFree(host, port);
  await packages();
  const built = await build();
  if (!built.ok) throw new Failure(`The build failed:\n${tail(built.output)}`);

  const { child, ended } = start(
    process.execPath,
    [
      "node_modules/next/dist/bin/next",
      "start",
      "--port",
      `${port}`,
      "--hostname",
      addressesOf(host)[0],
    ],
    { log: "serve", env: { NODE_ENV: "production" } },
  );
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  const answers = whenAnswering(addressesOf(host)[0], port);
  const first = await Promise.race([answers, ended]);
  if (first !== "answers") {
    throw new Failure(`The server stopped:\n${tail(first.output, 20)}`);
  }
  console.log(`\nKindling is at ${url} (after ${elapsed()}). Ctrl+C stops it.`);
  child.stdout.pipe(process.stdout);
  child.stderr.pipe(process.stderr);
  return (await ended).code;
}

function portFrom(text = "3000") {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Failure(`PORT must be a number from 1 to 65535, not "${text}".`);
}

/** `localhost` is served on 127.0.0.1, but a browser may try ::1 first: both must be ours. */
const addressesOf = (host) =>
  host === "localhost" ? ["127.0.0.1", "::1"] : [host];

async function expectFree(host, port) {
  for (const address of addressesOf(host)) {
    const code = await new Promise((resolve) => {
      const probe = createServer();
      probe.once("error", (error) => resolve(error.code));
      probe.listen({ port, host: address, exclusive: true }, () =>
        probe.close(() => resolve(undefined)),
      );
    });
    if (code === "EADDRINUSE") {
      throw new Failure(
        `Port ${port} is in use by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
      );
    }
    if (code === "EACCES") {
      throw new Failure(
        `Port ${port} needs more rights than you have. Choose one above 1023: PORT=3000 npm start`,
      );
    }
    if (address === host && code) {
      throw new Failure(`HOST=${host} cannot be served here (${code}).`);
    }
  }
}

async function whenAnswering(address, port) {
  const name = address.includes(":") ? `[${address}]` : address;
  for (;;) {
    try {
      await fetch(`http://${name}:${port}/`);
      return "answers";
    } catch {
      await wait(50);
    }
  }
}
