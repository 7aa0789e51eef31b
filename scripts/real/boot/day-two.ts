import { dayTwo, minorUpgrade } from "@/lib/butane";
import { nodeExtensions } from "@/lib/preset/node-extensions";
import type { Ran } from "../programs";
import { BootedNode, type Lab } from "./node";
import {
  failedUnits,
  linkedVersion,
  mergedVersion,
  servingVersion,
} from "./observe";
import { nodeOf } from "./node-of";

/** Does on a node what the page says an operator types, in one shell; `version` is the one that is picked out of the list. */
async function asToldBy(
  node: BootedNode,
  id: string,
  part: string,
  version?: string,
): Promise<Ran> {
  const { preset, machine } = node;
  const chosen = preset.extensions.chosen.find((each) => each.id === id)!;
  const told = dayTwo(nodeExtensions(preset), chosen).find(
    (each) => each.id === part,
  );
  if (!told) throw new Error(`nothing is said of how to ${part} ${id}`);
  const lines = told.commands.map(({ command }) =>
    version ? command.replace(/^VERSION=.*/, `VERSION=${version}`) : command,
  );
  return machine.run("/bin/sh", "-c", lines.join("\n"));
}

/** What the page says an operator does with an extension of a running node. */
export async function dayTwoCommands(lab: Lab): Promise<void> {
  const node = await BootedNode.boot(
    lab,
    "day-two",
    nodeOf(
      lab,
      [
        {
          id: "tailscale",
          version: "v1.98.9",
          updates: "any",
          activation: "restart",
        },
        {
          id: "docker-compose",
          version: "5.3.0",
          updates: "none",
          activation: "refresh",
        },
      ],
      "none",
    ),
  );
  const { machine } = node;
  const seen = async (version: string, what: string) =>
    node.check(
      what,
      [
        await linkedVersion(machine, "tailscale"),
        await servingVersion(machine, "tailscale"),
      ],
      [version, version],
    );
  try {
    node.publish("tailscale", "v1.99.0");
    node.check(
      "update says that it worked",
      (await asToldBy(node, "tailscale", "update")).status,
      0,
    );
    await seen("v1.99.0", "update takes the newest");
    await asToldBy(node, "tailscale", "rollback", "v1.98.9");
    await seen("v1.98.9", "going back takes the older one");
    await node.update();
    await seen("v1.98.9", "the next run leaves it there");
    node.publish("tailscale", "v1.99.1");
    await node.update();
    await seen("v1.99.1", "and takes what is newer than all");
    node.publish("tailscale", "v1.99.2");
    await asToldBy(node, "tailscale", "hold");
    await node.update();
    await seen("v1.99.1", "held it stays");
    await asToldBy(node, "tailscale", "release");
    await node.update();
    await seen("v1.99.2", "let go it goes on");
    await asToldBy(node, "tailscale", "retract", "v1.99.1");
    node.publish("tailscale", "v1.99.3");
    await node.update();
    await seen("v1.99.1", "a retracted version does not come back");
    node.publish("docker-compose", "5.3.1");
    await asToldBy(node, "docker-compose", "update", "5.3.1");
    node.check(
      "a pinned one is exchanged by hand",
      await mergedVersion(machine, "docker-compose"),
      "5.3.1",
    );
    node.check("no unit failed", await failedUnits(machine), []);
  } finally {
    await node.close();
  }
}

/** The plan for a cluster's next minor version, as far as it is done on a worker. */
export async function minorVersion(lab: Lab): Promise<void> {
  const wish = nodeOf(
    lab,
    [
      {
        id: "kubernetes",
        version: "v1.35.0",
        updates: "patch",
        activation: "reboot",
      },
    ],
    "kured",
  );
  const node = await BootedNode.boot(lab, "minor-upgrade", wish);
  const { machine, preset } = node;
  try {
    const [chosen] = preset.extensions.chosen;
    const plan = minorUpgrade(
      nodeExtensions(preset),
      chosen!,
      "v1.36",
      lab.catalogue,
    );
    if (!plan.ok) throw new Error(`no plan: ${JSON.stringify(plan.why)}`);
    const [hop] = plan.hops;
    node.publish("kubernetes", "v1.35.9", hop!.version, "v1.37.0");
    await node.update();
    node.check(
      "updates stay within the minor version",
      await linkedVersion(machine, "kubernetes"),
      "v1.35.9",
    );
    const worker = hop!.parts.at(-1)!;
    const lines = worker.blocks
      .filter(({ where }) => where === "node")
      .flatMap(({ commands }) => commands.map(({ command }) => command));
    const { status } = await machine.run("/bin/sh", "-c", lines.join("\n"));
    node.check("the plan's commands work", status, 0);
    node.check(
      "the next minor version is linked, and no later one",
      await linkedVersion(machine, "kubernetes"),
      hop!.version,
    );
    node.check(
      "the kubelet runs it",
      await servingVersion(machine, "kubernetes"),
      hop!.version,
    );
    node.publish("kubernetes", "v1.36.99");
    await node.update();
    node.check(
      "patches of it come by themselves",
      await linkedVersion(machine, "kubernetes"),
      "v1.36.99",
    );
    node.check("no unit failed", await failedUnits(machine), []);
  } finally {
    await node.close();
  }
}
