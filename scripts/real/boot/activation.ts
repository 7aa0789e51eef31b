import { BootedNode, type Lab } from "./node";
import { nodeOf, type Choice } from "./node-of";
import {
  failedUnits,
  linkedVersion,
  mergedVersion,
  running,
  servingVersion,
} from "./observe";
import { locksmithNotes } from "./stand-ins";

const gadget = (activation: "next-boot" | "reboot-now"): Choice => ({
  ...{ id: "ig", version: "v0.54.0" },
  ...{ updates: "any", activation },
});

/** Staged only: nothing of it is seen, and nobody is asked to reboot, until the node does. */
export async function staged(lab: Lab): Promise<void> {
  const wish = nodeOf(lab, [gadget("next-boot")], "kured");
  const node = await BootedNode.boot(lab, "staged", wish);
  const { machine } = node;
  try {
    node.publish("ig", "v0.54.1");
    node.check("the update succeeds", await node.update(), 0);
    node.check("it is linked", await linkedVersion(machine, "ig"), "v0.54.1");
    node.check("and not merged", await mergedVersion(machine, "ig"), "v0.54.0");
    node.check(
      "nobody is asked to reboot",
      await machine.says(
        `ls /run/reboot-required ${locksmithNotes} 2>/dev/null`,
      ),
      "",
    );
    await machine.reboot();
    node.check(
      "after a reboot it is",
      await mergedVersion(machine, "ig"),
      "v0.54.1",
    );
  } finally {
    await node.close();
  }
}

/** Reboot at once: the node goes down by itself and comes up with the new image. */
export async function rebootNow(lab: Lab): Promise<void> {
  const wish = nodeOf(lab, [gadget("reboot-now")], "none");
  const node = await BootedNode.boot(lab, "reboot-now", wish);
  const { machine } = node;
  try {
    node.publish("ig", "v0.54.1");
    await machine.run(
      ...["systemctl", "start", "--no-block", "systemd-sysupdate.service"],
    );
    node.check("it reboots by itself", await machine.comesBack(), true);
    node.check(
      "with the new image",
      await mergedVersion(machine, "ig"),
      "v0.54.1",
    );
  } finally {
    await node.close();
  }
}

/** The newest of the day: Ignition fetches no image, the node does when it has booted. */
export async function newestAtFirstBoot(lab: Lab): Promise<void> {
  const choice: Choice = {
    ...{ id: "tailscale", version: "v1.98.9", firstBoot: "newest" },
    ...{ updates: "any", activation: "restart" },
  };
  const wish = nodeOf(lab, [choice], "locksmith");
  const node = await BootedNode.boot(lab, "newest", wish, {
    tailscale: ["v1.90.1", "v1.99.0"],
  });
  const { machine } = node;
  try {
    node.check(
      "the newest is linked",
      await linkedVersion(machine, "tailscale"),
      "v1.99.0",
    );
    node.check(
      "and merged",
      await mergedVersion(machine, "tailscale"),
      "v1.99.0",
    );
    node.check(
      "its service runs",
      await running(machine, "tailscaled.service", "tailscale", "v1.99.0"),
      ["active", "v1.99.0"],
    );
    node.publish("tailscale", "v1.99.1");
    node.check("the update succeeds", await node.update(), 0);
    node.check(
      "and restarts it",
      await servingVersion(machine, "tailscale"),
      "v1.99.1",
    );
    node.check("no unit failed", await failedUnits(machine), []);
  } finally {
    await node.close();
  }
}
