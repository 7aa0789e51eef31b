import { spawn, type ChildProcess } from "node:child_process";
import { openSync, readFileSync, closeSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { programAt, ran, running, type Ran } from "../programs";

/**
 * Starts systemd of the tree as a container's first process. The loop devices are made in it: systemd-sysext deletes those it is done
 * with, and bound ones would go stale. Nothing outlives the namespace; the network is this machine's, so that a server on
 * 127.0.0.1 is reached.
 */
const start = `
mount --make-rprivate /
umount -l /sys/fs/cgroup
mount -t cgroup2 cgroup2 /sys/fs/cgroup
mount -t tmpfs tmpfs /run
mkdir /run/nodes
set -- --bind=/dev/loop-control
for n in $(seq 0 63); do
  mknod /run/nodes/loop$n b 7 $n
  set -- "$@" --bind=/run/nodes/loop$n:/dev/loop$n
done
exec systemd-nspawn --quiet --register=no --keep-unit --directory="$TREE" "$@" --console=passive --boot
`;

// A machine may be busy with other things; nobody waits as long on one that is not.
const bootSeconds = 480;
const commandSeconds = 240;
const stopSeconds = 90;

/** What systemd-nspawn ends with when the node has rebooted and whoever started it is to start it again. */
const askedToReboot = 133;

/** A node that runs, as far as it can be asked. */
export interface Shell {
  /** Runs a program on the node, as root. */
  run(...words: string[]): Promise<Ran>;
  /** Runs a line of shell on the node and answers what it printed, without the newline at its end. */
  says(line: string): Promise<string>;
}

/** A container with a systemd of its own. */
export class Machine implements Shell {
  readonly #tree: string;
  readonly #log: string;
  #container: ChildProcess | undefined;
  #init = 0;

  private constructor(tree: string, log: string) {
    this.#tree = tree;
    this.#log = log;
  }

  /** Boots a tree and waits until systemd has nothing left to start. Throws when it does not come up. */
  static async boot(tree: string, log: string): Promise<Machine> {
    const machine = new Machine(tree, log);
    await machine.#up();
    return machine;
  }

  async #up(): Promise<void> {
    const log = openSync(this.#log, "a");
    const container = spawn(
      programAt("unshare")!,
      ["-m", "-C", "sh", "-c", start],
      {
        env: { ...process.env, TREE: this.#tree },
        stdio: ["ignore", log, log],
      },
    );
    closeSync(log);
    this.#container = container;
    const end = () => container.kill("SIGKILL");
    process.once("exit", end);
    container.once("exit", () => process.off("exit", end));
    const until = Date.now() + bootSeconds * 1000;
    while (!(await this.#isUp())) {
      if (Date.now() > until || isOver(container)) {
        await this.#kill();
        throw new Error(`does not boot:\n${this.#lastLines()}`);
      }
      await sleep(100);
    }
  }

  async #isUp(): Promise<boolean> {
    if (this.#init === 0) this.#init = initOf(this.#container?.pid ?? 0);
    if (this.#init === 0) return false;
    const { output } = await this.run("systemctl", "is-system-running");
    return /^(running|degraded)$/m.test(output);
  }

  run(...words: string[]): Promise<Ran> {
    const namespaces = ["-m", "-u", "-i", "-n", "-p", "-C", "-r", "-w"];
    return running(
      programAt("nsenter")!,
      ["-t", String(this.#init), ...namespaces, "--", ...words],
      {},
      commandSeconds,
    );
  }

  async says(line: string): Promise<string> {
    const { output } = await this.run("/bin/sh", "-c", line);
    return output.trimEnd();
  }

  /** Waits for a node that reboots on its own and boots it again; tells whether it did. */
  async comesBack(): Promise<boolean> {
    await this.#exited(bootSeconds);
    if (this.#container?.exitCode !== askedToReboot) return false;
    this.#init = 0;
    await this.#up();
    return true;
  }

  /** Shuts the node down in order; where that takes too long, at once. */
  async stop(): Promise<void> {
    if (this.#init !== 0 && this.#container && !isOver(this.#container)) {
      // What systemd takes as "power off" from a container's manager.
      ran("kill", ["-s", "RTMIN+4", String(this.#init)]);
      await this.#exited(stopSeconds);
    }
    await this.#kill();
  }

  /** The same node, off and on again. */
  async reboot(): Promise<void> {
    await this.stop();
    await this.#up();
  }

  async #exited(seconds: number): Promise<void> {
    const container = this.#container;
    if (!container || isOver(container)) return;
    const gone = new Promise((done) => container.once("exit", done));
    await Promise.race([gone, sleep(seconds * 1000, null, { ref: false })]);
  }

  async #kill(): Promise<void> {
    if (this.#container && !isOver(this.#container)) {
      // The container's first process takes all others with it.
      const init = initOf(this.#container.pid ?? 0);
      if (init !== 0) ran("kill", ["-s", "KILL", String(init)]);
      else this.#container.kill("SIGKILL");
      await this.#exited(60);
    }
    this.#init = 0;
  }

  #lastLines(): string {
    return readFileSync(this.#log, "utf8")
      .trimEnd()
      .split("\n")
      .slice(-15)
      .join("\n");
  }
}

/** Whether a process has ended, by itself or by a signal. */
export const isOver = ({ exitCode, signalCode }: ChildProcess) =>
  exitCode !== null || signalCode !== null;

/** The first process of the container that `pid` keeps; 0 while there is none. */
function initOf(pid: number): number {
  if (pid === 0) return 0;
  const { output } = ran("pgrep", ["-P", String(pid), "-x", "systemd"]);
  return Number(output.trim().split("\n")[0] || 0);
}
