import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { programOf } from "../images";
import { servingFile } from "./images";
import type { Shell } from "./machine";

/** The version of an extension that is merged: what its program in /usr/bin says; empty where there is none. */
export async function mergedVersion(
  machine: Shell,
  id: string,
): Promise<string> {
  const said = await machine.says(`/usr/bin/${programOf(id)} 2>/dev/null`);
  return said.replace(`${id} `, "");
}

/** The version that the activation link of an extension leads to; empty where there is no link. */
export async function linkedVersion(
  machine: Shell,
  id: string,
): Promise<string> {
  const target = await machine.says(`readlink -f /etc/extensions/${id}.raw`);
  return (
    /-(v?\d.*)-(?:x86-64|arm64)\.raw$/.exec(
      basename(target).slice(id.length),
    )?.[1] ?? ""
  );
}

/** The version that a service of an extension runs as. */
export async function servingVersion(
  machine: Shell,
  id: string,
): Promise<string> {
  const said = await machine.says(`cat ${servingFile(id)} 2>/dev/null`);
  return said.replace(`${id} `, "");
}

export function stateOf(machine: Shell, unit: string): Promise<string> {
  return machine.says(`systemctl is-active ${unit}`);
}

/** Units that failed. */
export async function failedUnits(machine: Shell): Promise<string[]> {
  const listed = await machine.says(
    "systemctl list-units --failed --no-legend --plain",
  );
  return listed.split("\n").flatMap((line) => line.split(" ")[0] || []);
}

/** How often a service was started since the node booted. */
export async function mainPid(machine: Shell, unit: string): Promise<string> {
  return machine.says(`systemctl show -P MainPID ${unit}`);
}

/** A service starts when its turn comes, which on a busy machine is not at once. */
const patienceSeconds = 20;

/** An update asks servers and unpacks images. */
const updateSeconds = 120;

/**
 * What is asked, once it is as expected, or as it is when that takes too long: for what a node comes to by itself. What must not
 * happen is asked without.
 */
export async function eventually<Value>(
  ask: () => Promise<Value>,
  expected: Value,
): Promise<Value> {
  const until = Date.now() + patienceSeconds * 1000;
  const wanted = JSON.stringify(expected);
  let seen = await ask();
  while (JSON.stringify(seen) !== wanted && Date.now() < until) {
    await sleep(250);
    seen = await ask();
  }
  return seen;
}

/** Whether a service of an extension is active, and the version that it runs as, once it is so. */
export function running(
  machine: Shell,
  unit: string,
  id: string,
  version: string,
): Promise<string[]> {
  return eventually(
    async () => [
      await stateOf(machine, unit),
      await servingVersion(machine, id),
    ],
    ["active", version],
  );
}

/** The state of a unit, once it is active. */
export function active(machine: Shell, unit: string): Promise<string> {
  return eventually(() => stateOf(machine, unit), "active");
}

/** Runs the updates as the timer would, to their end; answers what `systemctl start` ended with. */
export async function runUpdate(machine: Shell): Promise<number> {
  const service = "systemd-sysupdate.service";
  const { status } = await machine.run("systemctl", "start", service);
  // The service is over once its last line ran, which `start` of a simple service does not wait for.
  const until = Date.now() + updateSeconds * 1000;
  while (
    /^(activating|active|deactivating)$/.test(await stateOf(machine, service))
  ) {
    if (Date.now() > until) break;
    await sleep(50);
  }
  return status;
}
