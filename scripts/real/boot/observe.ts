import { basename } from "node:path";
import { programOf } from "../images";
import { servingFile } from "./images";
import type { Machine } from "./machine";

/** The version of an extension that is merged: what its program in /usr/bin says; empty where there is none. */
export async function mergedVersion(
  machine: Machine,
  id: string,
): Promise<string> {
  const said = await machine.says(`/usr/bin/${programOf(id)} 2>/dev/null`);
  return said.replace(`${id} `, "");
}

/** The version that the activation link of an extension leads to; empty where there is no link. */
export async function linkedVersion(
  machine: Machine,
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
  machine: Machine,
  id: string,
): Promise<string> {
  const said = await machine.says(`cat ${servingFile(id)} 2>/dev/null`);
  return said.replace(`${id} `, "");
}

export function stateOf(machine: Machine, unit: string): Promise<string> {
  return machine.says(`systemctl is-active ${unit}`);
}

/** Units that failed. */
export async function failedUnits(machine: Machine): Promise<string[]> {
  const listed = await machine.says(
    "systemctl list-units --failed --no-legend --plain",
  );
  return listed.split("\n").flatMap((line) => line.split(" ")[0] || []);
}

/** How often a service was started since the node booted. */
export async function mainPid(machine: Machine, unit: string): Promise<string> {
  return machine.says(`systemctl show -P MainPID ${unit}`);
}
