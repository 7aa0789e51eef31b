import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Bakery } from "../server";
import { checkFirstBoot } from "./first-boot";
import { releaseImage } from "./images";
import { BootedNode, type Lab } from "./node";
import { nodeOf, type Choice } from "./node-of";
import {
  eventually,
  failedUnits,
  linkedVersion,
  mergedVersion,
} from "./observe";

/** Each update policy stays within its range, each activation does what it says, and one server that is down is nobody else's trouble. */
export async function policies(lab: Lab): Promise<void> {
  // Its name comes first, and so does its turn.
  const away = new Bakery(join(lab.work, "away"));
  mkdirSync(away.folder, { recursive: true });
  releaseImage(away.folder, "btop", "1.4.5");
  const wish = nodeOf(lab, choices(await away.open()), "kured");
  const node = await BootedNode.boot(lab, "policies", wish);
  try {
    await checkFirstBoot(node);
    away.close();
    await checkUnreachable(node);
    await checkRanges(node);
    await checkHeld(node);
    await checkKept(node);
    await node.machine.reboot();
    await checkAfterReboot(node);
  } finally {
    away.close();
    await node.close();
  }
}

/** One of each policy; btop's server is the one that goes down. */
function choices(bakery: string): readonly Choice[] {
  const refresh = { activation: "refresh" } as const;
  return [
    { id: "btop", version: "1.4.5", updates: "any", ...refresh, bakery },
    { id: "docker-buildx", version: "0.34.0", updates: "none" },
    {
      ...{ id: "docker-compose", version: "5.3.0" },
      ...{ updates: "patch", activation: "reboot" },
    },
    {
      ...{ id: "ig", version: "v0.53.2" },
      ...{ updates: "any", activation: "next-boot", keep: 2 },
    },
    { id: "nerdctl", version: "v2.3.3", updates: "major", ...refresh },
    {
      id: "opkssh",
      version: "v0.15.0",
      updates: "any",
      ...refresh,
      hold: true,
    },
  ];
}

async function checkUnreachable(node: BootedNode): Promise<void> {
  const { machine } = node;
  node.publish("docker-buildx", "0.35.0");
  node.publish("docker-compose", "5.3.7", "5.4.0");
  node.publish("ig", "v0.54.1");
  node.publish("nerdctl", "v2.10.0", "v3.0.0");
  node.publish("opkssh", "v0.16.0");
  node.check(
    "the update succeeds though one server is down",
    await node.update(),
    0,
  );
  node.check(
    "what cannot be reached stays",
    [
      await linkedVersion(machine, "btop"),
      await mergedVersion(machine, "btop"),
    ],
    ["1.4.5", "1.4.5"],
  );
  const complaints = async () =>
    Number(
      await machine.says(
        "journalctl -b -u systemd-sysupdate.service | grep -c 'Failed to download\\|download failed\\|Failed to acquire\\|Failed to'",
      ),
    );
  node.check(
    "its failure is in the journal",
    await eventually(async () => (await complaints()) > 0, true),
    true,
  );
}

async function checkRanges(node: BootedNode): Promise<void> {
  const { machine } = node;
  const linked = (id: string) => linkedVersion(machine, id);
  node.check("pinned stays", await linked("docker-buildx"), "0.34.0");
  node.check(
    "patch takes the newest of its minor version",
    await linked("docker-compose"),
    "5.3.7",
  );
  node.check(
    "major takes the newest of its first number",
    await linked("nerdctl"),
    "v2.10.0",
  );
  node.check("any takes the newest", await linked("ig"), "v0.54.1");
  node.check("held stays", await linked("opkssh"), "v0.15.0");
  node.check(
    "refresh has merged it",
    await mergedVersion(machine, "nerdctl"),
    "v2.10.0",
  );
  node.check(
    "kured's flag is there",
    await machine.says("ls /run/reboot-required"),
    "/run/reboot-required",
  );
  // A refresh merges whatever the links lead to by then, also what only the next boot was to bring.
  node.check(
    "what is staged comes with somebody's refresh",
    await mergedVersion(machine, "docker-compose"),
    "5.3.7",
  );
}

async function checkHeld(node: BootedNode): Promise<void> {
  const { machine } = node;
  const byHand = await machine.run(
    ...["/usr/lib/systemd/systemd-sysupdate", "-C", "opkssh", "update"],
  );
  node.check("by hand the held one updates", byHand.status, 0);
  node.check(
    "to the newest",
    await linkedVersion(machine, "opkssh"),
    "v0.16.0",
  );
}

async function checkKept(node: BootedNode): Promise<void> {
  const { machine } = node;
  node.publish("ig", "v0.55.0");
  await node.update();
  node.check(
    "as many versions stay as were asked for",
    await machine.says("ls /opt/extensions/ig | sed 's/-[^-]*-[^-]*raw$//'"),
    "ig-v0.54.1\nig-v0.55.0",
  );
  node.check("no unit failed after updates", await failedUnits(machine), []);
}

async function checkAfterReboot(node: BootedNode): Promise<void> {
  const { machine } = node;
  node.check(
    "after a reboot the staged one is merged",
    await mergedVersion(machine, "ig"),
    "v0.55.0",
  );
  node.check(
    "and pinned is what it was",
    await mergedVersion(machine, "docker-buildx"),
    "0.34.0",
  );
}
