import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { isOver, type Shell } from "../boot/machine";
import { programAt, type Ran } from "../programs";
import type { BootFiles } from "./initramfs";

/** What a virtual machine is made of. */
interface Hardware extends BootFiles {
  /** Files of its disks by their serial numbers; the node finds them by these. */
  readonly disks: Readonly<Record<string, string>>;
  /** The file with the Ignition config, handed over by the firmware's interface. */
  readonly config: string;
  /** Where its first serial port writes to. */
  readonly log: string;
}

// Everything is emulated, and the machine may be busy with other things: a minute may become ten.
const bootSeconds = 1200;
const commandSeconds = 300;
const stopSeconds = 300;

/** Debian's Ignition looks here; Flatcar's under `opt/org.flatcar-linux/config`. */
const configKey = "opt/com.coreos/config";

const kernelArguments = [
  ...["console=ttyS0", "root=/dev/disk/by-label/root", "rw", "panic=-1"],
  // It ends where a person would be asked.
  ...["rd.shell=0", "rd.emergency=poweroff", "systemd.firstboot=no"],
  ...["systemd.condition_needs_update=no", "audit=0", "mitigations=off"],
  ...["rd.neednet=1", "ip=dhcp", "quiet", "loglevel=4"],
  // It may be kept from running for seconds at a time: its own limits would take that for something that hangs.
  ...["no_timer_check", "nowatchdog", "rcupdate.rcu_cpu_stall_suppress=1"],
  ...["systemd.default_device_timeout_sec=1200"],
  ...["systemd.default_timeout_start_sec=1200", "systemd.service_watchdogs=0"],
];

const onFirstBoot = ["ignition.firstboot=1", "ignition.platform.id=qemu"];

/** A virtual machine that runs, and answers on its second serial port. */
export class VirtualMachine implements Shell {
  readonly #hardware: Hardware;
  #process: ChildProcess | undefined;
  #lines: AsyncIterator<string> | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(hardware: Hardware) {
    this.#hardware = hardware;
  }

  /** Switches it on for the first time and waits until systemd has nothing left to start. Throws when it does not come up. */
  static async boot(hardware: Hardware): Promise<VirtualMachine> {
    const machine = new VirtualMachine(hardware);
    await machine.#up(onFirstBoot);
    return machine;
  }

  /** Shuts it down and switches it on again, now without Ignition. */
  async reboot(): Promise<void> {
    await this.stop();
    await this.#up([]);
  }

  /** Shuts it down in order; where that takes too long, at once. */
  async stop(): Promise<void> {
    const machine = this.#process;
    if (!machine) return;
    if (!isOver(machine)) {
      this.#send("systemctl poweroff --no-block");
      await exited(machine, stopSeconds);
    }
    if (!isOver(machine)) {
      machine.kill("SIGKILL");
      await exited(machine, 10);
    }
    this.#process = undefined;
  }

  run(...words: string[]): Promise<Ran> {
    return this.#ask(words.map(quoted).join(" "));
  }

  async says(line: string): Promise<string> {
    const { output } = await this.#ask(line);
    return output.trimEnd();
  }

  async #up(more: readonly string[]): Promise<void> {
    const log = openSync(this.#hardware.log, "a");
    const machine = spawn(
      programAt("qemu-system-x86_64")!,
      argumentsFor(this.#hardware, more),
      { stdio: ["pipe", "pipe", log] },
    );
    closeSync(log);
    this.#process = machine;
    // Whoever writes to a machine that is gone hears of it by its silence.
    machine.stdin?.on("error", () => {});
    machine.on("error", () => {});
    const end = () => machine.kill("SIGKILL");
    process.once("exit", end);
    machine.once("exit", () => process.off("exit", end));
    this.#lines = createInterface(machine.stdout!)[Symbol.asyncIterator]();
    this.#turn = Promise.resolve();
    const until = Date.now() + bootSeconds * 1000;
    try {
      while ((await this.#line(until - Date.now())) !== "ready");
      while (!(await this.#isUp())) {
        if (Date.now() > until) throw new Error("is not up in time");
        await sleep(1000);
      }
    } catch (error) {
      machine.kill("SIGKILL");
      throw new Error(
        `does not boot: ${(error as Error).message}\n${this.#lastLines()}`,
      );
    }
  }

  async #isUp(): Promise<boolean> {
    const state = await this.says("systemctl is-system-running");
    return /^(running|degraded)$/.test(state);
  }

  /** One command at a time; each gets one line. */
  #ask(command: string): Promise<Ran> {
    const answer = this.#turn.then(async () => {
      this.#send(command);
      const line = await this.#line(commandSeconds * 1000);
      const [status = "1", text = ""] = line.split(" ");
      const output = Buffer.from(text, "base64").toString();
      return { status: Number(status), output };
    });
    this.#turn = answer.catch(() => {});
    return answer;
  }

  #send(command: string): void {
    const line = Buffer.from(command).toString("base64");
    this.#process?.stdin?.write(`${line}\n`);
  }

  async #line(milliseconds: number): Promise<string> {
    const timer = new AbortController();
    const late = sleep(milliseconds, "late" as const, timer);
    late.catch(() => {});
    const next = await Promise.race([this.#lines!.next(), late]);
    timer.abort();
    if (next === "late") throw new Error("it does not answer");
    if (next.done) throw new Error("it is off");
    return next.value.trim();
  }

  #lastLines(): string {
    return readFileSync(this.#hardware.log, "utf8")
      .trimEnd()
      .split("\n")
      .slice(-15)
      .join("\n");
  }
}

/**
 * Emulated as a whole: a hypervisor within one may start no stock kernel. One processor, because with two QEMU 7.2 runs code that the
 * guest's kernel is just patching, and now and then that ends in a panic; `cx16=off` as it gets that instruction wrong as well. Without `romfile=` the firmware would try to boot from the network.
 */
function argumentsFor(
  { kernel, initramfs, disks, config, log }: Hardware,
  more: readonly string[],
): string[] {
  return [
    ...["-M", "q35", "-accel", "tcg"],
    ...["-cpu", "Nehalem,cx16=off", "-m", "1536", "-smp", "1"],
    ...["-nodefaults", "-display", "none", "-no-reboot"],
    ...["-chardev", `file,id=console,path=${log},append=on`],
    ...["-serial", "chardev:console", "-serial", "stdio"],
    ...["-kernel", kernel, "-initrd", initramfs],
    ...["-append", [...kernelArguments, ...more].join(" ")],
    ...["-fw_cfg", `name=${configKey},file=${config}`],
    ...Object.entries(disks).flatMap(([serial, file], index) => [
      ...[
        "-drive",
        `file=${file},format=raw,if=none,id=d${index},cache=unsafe`,
      ],
      ...["-device", `nvme,drive=d${index},serial=${serial}`],
    ]),
    ...["-netdev", "user,id=net"],
    ...["-device", "virtio-net-pci,netdev=net,romfile="],
  ];
}

async function exited(process: ChildProcess, seconds: number): Promise<void> {
  if (isOver(process)) return;
  const gone = new Promise((done) => process.once("exit", done));
  await Promise.race([gone, sleep(seconds * 1000, null, { ref: false })]);
}

const quoted = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`;
