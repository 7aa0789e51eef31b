import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chooseExtension } from "@/lib/preset/choose";
import { emptyPreset, type ChosenExtension, type Preset } from "@/lib/preset";
import { Bakery } from "../server";
import { checkFirstBoot } from "./examples";
import { releaseImage } from "./images";
import { BootedNode, type Lab } from "./node";
import {
  eventually,
  failedUnits,
  linkedVersion,
  mergedVersion,
  running,
  servingVersion,
} from "./observe";
import { locksmithNotes } from "./stand-ins";

type Choice = Partial<ChosenExtension> & {
  readonly id: string;
  readonly version: string;
};

/** A node with these extensions. */
export function nodeOf(
  lab: Lab,
  choices: readonly Choice[],
  coordinator: Preset["updates"]["coordinator"],
): Preset {
  const empty = emptyPreset();
  const chosen = choices.map((choice) => ({
    ...chooseExtension(choice.id, lab.catalogue, empty),
    ...choice,
  }));
  return {
    ...empty,
    extensions: { ...empty.extensions, chosen },
    updates: { ...empty.updates, coordinator },
  };
}

/** Each update policy stays within its range, each activation does what it says, and one server that is down is nobody else's trouble. */
export async function policies(lab: Lab): Promise<void> {
  // Its name comes first, and so does its turn.
  const away = new Bakery(join(lab.work, "away"));
  mkdirSync(away.folder, { recursive: true });
  releaseImage(away.folder, "btop", "1.4.5");
  const address = await away.open();
  const wish = nodeOf(
    lab,
    [
      {
        id: "btop",
        version: "1.4.5",
        updates: "any",
        activation: "refresh",
        bakery: address,
      },
      { id: "docker-buildx", version: "0.34.0", updates: "none" },
      {
        id: "docker-compose",
        version: "5.3.0",
        updates: "patch",
        activation: "reboot",
      },
      {
        id: "ig",
        version: "v0.53.2",
        updates: "any",
        activation: "next-boot",
        keep: 2,
      },
      {
        id: "nerdctl",
        version: "v2.3.3",
        updates: "major",
        activation: "refresh",
      },
      {
        id: "opkssh",
        version: "v0.15.0",
        updates: "any",
        activation: "refresh",
        hold: true,
      },
    ],
    "kured",
  );
  const node = await BootedNode.boot(lab, "policies", wish);
  const { machine } = node;
  const linked = (id: string) => linkedVersion(machine, id);
  const merged = (id: string) => mergedVersion(machine, id);
  try {
    await checkFirstBoot(node);
    away.close();
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
      [await linked("btop"), await merged("btop")],
      ["1.4.5", "1.4.5"],
    );
    node.check(
      "its failure is in the journal",
      await eventually(
        async () =>
          Number(
            await machine.says(
              "journalctl -b -u systemd-sysupdate.service | grep -c 'Failed to download\\|download failed\\|Failed to acquire\\|Failed to'",
            ),
          ) > 0,
        true,
      ),
      true,
    );
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
    node.check("refresh has merged it", await merged("nerdctl"), "v2.10.0");
    node.check(
      "kured's flag is there",
      await machine.says("ls /run/reboot-required"),
      "/run/reboot-required",
    );
    // A refresh merges whatever the links lead to by then, also what only the next boot was to bring.
    node.check(
      "what is staged comes with somebody's refresh",
      await merged("docker-compose"),
      "5.3.7",
    );
    node.check(
      "by hand the held one updates",
      (
        await machine.run(
          "/usr/lib/systemd/systemd-sysupdate",
          "-C",
          "opkssh",
          "update",
        )
      ).status,
      0,
    );
    node.check("to the newest", await linked("opkssh"), "v0.16.0");
    node.publish("ig", "v0.55.0");
    await node.update();
    node.check(
      "as many versions stay as were asked for",
      await machine.says("ls /opt/extensions/ig | sed 's/-[^-]*-[^-]*raw$//'"),
      "ig-v0.54.1\nig-v0.55.0",
    );
    node.check("no unit failed after updates", await failedUnits(machine), []);
    await machine.reboot();
    node.check(
      "after a reboot the staged one is merged",
      await merged("ig"),
      "v0.55.0",
    );
    node.check(
      "and pinned is what it was",
      await merged("docker-buildx"),
      "0.34.0",
    );
  } finally {
    away.close();
    await node.close();
  }
}

/** Staged only: nothing of it is seen, and nobody is asked to reboot, until the node does. */
export async function staged(lab: Lab): Promise<void> {
  const node = await BootedNode.boot(
    lab,
    "staged",
    nodeOf(
      lab,
      [
        {
          id: "ig",
          version: "v0.54.0",
          updates: "any",
          activation: "next-boot",
        },
      ],
      "kured",
    ),
  );
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
  const node = await BootedNode.boot(
    lab,
    "reboot-now",
    nodeOf(
      lab,
      [
        {
          id: "ig",
          version: "v0.54.0",
          updates: "any",
          activation: "reboot-now",
        },
      ],
      "none",
    ),
  );
  const { machine } = node;
  try {
    node.publish("ig", "v0.54.1");
    await machine.run(
      "systemctl",
      "start",
      "--no-block",
      "systemd-sysupdate.service",
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
    id: "tailscale",
    version: "v1.98.9",
    updates: "any",
    activation: "restart",
    firstBoot: "newest",
  };
  const node = await BootedNode.boot(
    lab,
    "newest",
    nodeOf(lab, [choice], "locksmith"),
    { tailscale: ["v1.90.1", "v1.99.0"] },
  );
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
