import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
/** Everything that the two commands remember or write down; never committed. */
export const state = join(root, ".kindling");

const posix = process.platform !== "win32";
const running = new Set();

/**
 * Starts a program in a process group of its own, so that one signal reaches it and all that it started. `log` names a
 * file under .kindling/logs that takes its output; without it the output is shown. The promise `ended` gives its exit
 * code (a signal or a program that could not be started counts as 1) and its output.
 */
export function start(command, args, { env, cwd = root, log, show } = {}) {
  const child = spawn(command, args, {
    cwd,
    detached: posix,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: ["ignore", ...(log ? ["pipe", "pipe"] : ["inherit", "inherit"])],
  });
  running.add(child);
  let output = "";
  if (log) {
    const path = join(state, "logs", `${log}.log`);
    mkdirSync(dirname(path), { recursive: true });
    const file = createWriteStream(path);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        // A server may talk for months; the end is what a reader needs.
        output = (output + text).slice(-200_000);
        file.write(text);
        if (show) process.stdout.write(text);
      });
    }
    child.on("close", () => file.end());
  }
  const ended = new Promise((resolve) => {
    const end = (code, message = "") => {
      running.delete(child);
      resolve({ code, output: output + message });
    };
    child.on("error", (error) => end(1, `${command}: ${error.message}\n`));
    child.on("close", (code) => end(code ?? 1));
  });
  return { child, ended };
}

/** Runs a program to its end. */
export const run = (command, args, options) =>
  start(command, args, options).ended;

/** Runs npm: the one that started us, or else the one on the path. */
export function npm(args, options) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith("npm-cli.js")
    ? run(process.execPath, [cli, ...args], options)
    : run(posix ? "npm" : "npm.cmd", args, options);
}

/** Sends a signal to everything that we started and that still runs. */
export function stopAll(signal = "SIGTERM") {
  for (const child of running) {
    try {
      if (posix) process.kill(-child.pid, signal);
      else child.kill(signal);
    } catch {
      // It has ended by itself in the meantime.
    }
  }
}

/**
 * Ends our children with us. npm starts us through a shell that dies of SIGTERM without passing it on, and a server left
 * behind keeps the port; so the loss of our parent counts as that signal.
 */
export function followParent() {
  let leaving = false;
  const leave = (signal) => {
    if (leaving) return;
    leaving = true;
    stopAll(signal);
    // Whoever ignores the signal gets three seconds.
    const deadline = Date.now() + 3000;
    setInterval(() => {
      if (running.size > 0 && Date.now() < deadline) return;
      stopAll("SIGKILL");
      process.exit(signal === "SIGINT" ? 130 : 143);
    }, 50);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => leave(signal));
  }
  const ancestors = ancestry();
  setInterval(() => {
    if (ancestry() !== ancestors) leave("SIGTERM");
  }, 500);
}

/** Our parent, and where it can be seen its parent: killed hard, npm leaves the shell between us alive. */
function ancestry() {
  const parent = process.ppid;
  try {
    // The name in parentheses may hold spaces; the parent's id is the second field behind it.
    const stat = readFileSync(`/proc/${parent}/stat`, "utf8");
    return `${parent} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]}`;
  } catch {
    return `${parent}`;
  }
}
