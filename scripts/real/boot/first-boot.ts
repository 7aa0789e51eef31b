import { extensionById } from "@/lib/butane";
import type { Preset } from "@/lib/preset";
import { exampleNodes } from "../nodes";
import { failedUnits, mergedVersion, running, stateOf } from "./observe";
import type { Looked } from "./trial";

/** The starting point of that name, with what it leaves to whoever takes it. */
export function exampleNode(id: string): Preset {
  const found = exampleNodes().find(({ name }) => name === `example ${id}`);
  if (!found) throw new Error(`there is no example ${id}`);
  return found.preset;
}

/** What every node has after its first boot, whatever it is for. */
export async function checkFirstBoot(node: Looked): Promise<void> {
  const { machine, preset } = node;
  const { identity, users, extensions } = preset;
  node.check("no unit failed", await failedUnits(machine), []);
  if (identity.hostname !== "")
    node.check("hostname", await machine.says("uname -n"), identity.hostname);
  for (const { name, keys } of users.users)
    node.check(
      `${name}'s keys`,
      await machine.says(
        `cd ~${name}/.ssh/authorized_keys.d && stat -c '%U %a' ignition && cat ignition`,
      ),
      `${name} 600\n${keys.join("\n")}`,
    );
  for (const chosen of extensions.chosen) {
    const extension = extensionById(chosen.id);
    if (extension?.kind !== "bakery" && !chosen.own) continue;
    node.check(
      `${chosen.id} is merged`,
      await mergedVersion(machine, chosen.id),
      chosen.version,
    );
    for (const { name, start } of extension?.units ?? [])
      if ((start === "upheld" || start === "link") && name.endsWith(".service"))
        node.check(
          `${name} runs`,
          await running(machine, name, chosen.id, chosen.version),
          ["active", chosen.version],
        );
  }
  if (extensions.chosen.some(({ updates }) => updates !== "none"))
    node.check(
      "the timer waits",
      await stateOf(machine, "systemd-sysupdate.timer"),
      preset.updates.schedule === "manual" ? "inactive" : "active",
    );
}
