import { join } from "node:path";
import { emptyPreset, type Preset } from "@/lib/preset";
import { fresh } from "../programs";
import { makeImage, sha256Of } from "../images";
import { Bakery } from "../server";
import { architecture } from "./images";
import { BootedNode, type Lab } from "./node";
import { failedUnits, linkedVersion, mergedVersion, stateOf } from "./observe";
import { nodeOf } from "./policies";

const fileOf = (path: string, text: string, executable = false) => ({
  path,
  text,
  executable,
  from: "text" as const,
  url: "",
  hash: "",
});

/** Layers of one's own: a program over /usr as files, settings over /etc as files and as an image. */
export async function ownLayers(lab: Lab): Promise<void> {
  const server = new Bakery(fresh(join(lab.work, "confexts")));
  const image = makeImage(server.folder, {
    name: "site",
    version: "1",
    architecture,
    confext: true,
    files: { "etc/site.conf": "from an image\n" },
  });
  const url = `${await server.open()}site-1-${architecture}.raw`;
  const confext = { match: "any", osVersion: "", files: [] } as const;
  const empty = emptyPreset();
  const preset: Preset = {
    ...empty,
    layers: {
      ...empty.layers,
      directories: [
        {
          name: "hello",
          match: "level",
          osVersion: "",
          reload: false,
          files: [fileOf("usr/bin/hello", "#!/bin/sh\necho hello\n", true)],
        },
      ],
      confexts: [
        {
          ...confext,
          name: "site",
          from: "image",
          url,
          hash: `sha256-${sha256Of(image)}`,
        },
        {
          ...confext,
          name: "greeting",
          from: "files",
          url: "",
          hash: "",
          files: [fileOf("etc/greeting", "good day\n")],
        },
      ],
    },
  };
  const node = await BootedNode.boot(lab, "own layers", preset);
  const { machine } = node;
  try {
    node.check("no unit failed", await failedUnits(machine), []);
    node.check(
      "the layer over /usr is merged",
      await machine.says("/usr/bin/hello"),
      "hello",
    );
    node.check(
      "systemd-confext ran",
      await stateOf(machine, "systemd-confext.service"),
      "active",
    );
    node.check(
      "the layer over /etc is merged",
      await machine.says("cat /etc/greeting"),
      "good day",
    );
    node.check(
      "the image over /etc as well",
      await machine.says("cat /etc/site.conf"),
      "from an image",
    );
    node.check(
      "/etc takes no writes then",
      await machine.says("touch /etc/new 2>/dev/null; echo $?"),
      "1",
    );
  } finally {
    await node.close();
    server.close();
  }
}

/** Trees that take writes: where they land, and that they stay over a reboot; without a mode a merged tree takes none. */
export async function writableTrees(lab: Lab): Promise<void> {
  const choice = {
    id: "ig",
    version: "v0.54.0",
    updates: "any",
    activation: "refresh",
  } as const;
  const plain = nodeOf(lab, [choice], "none");
  const node = await BootedNode.boot(lab, "mutable", {
    ...plain,
    advanced: {
      ...plain.advanced,
      sysext: { mutable: "auto", policy: "", ownPolicy: "" },
      writes: { ...plain.advanced.writes, usr: "directory" },
    },
  });
  const { machine } = node;
  try {
    node.check(
      "the image is merged",
      await mergedVersion(machine, "ig"),
      "v0.54.0",
    );
    node.check(
      "/usr takes writes",
      await machine.says("echo kept > /usr/share/note; cat /usr/share/note"),
      "kept",
    );
    node.check(
      "which land beside it",
      await machine.says("cat /var/lib/extensions.mutable/usr/share/note"),
      "kept",
    );
    node.publish("ig", "v0.54.1");
    node.check(
      "updates still go in",
      [await node.update(), await mergedVersion(machine, "ig")],
      [0, "v0.54.1"],
    );
    await machine.reboot();
    node.check(
      "what was written stays",
      await machine.says("cat /usr/share/note"),
      "kept",
    );
    node.check("no unit failed", await failedUnits(machine), []);
  } finally {
    await node.close();
  }
}

/** A policy that asks for signatures keeps every image of the bakery out, as the checks had said. */
export async function imagePolicy(lab: Lab): Promise<void> {
  const plain = nodeOf(lab, [{ id: "ig", version: "v0.54.0" }], "none");
  const node = await BootedNode.boot(lab, "image policy", {
    ...plain,
    advanced: {
      ...plain.advanced,
      sysext: { mutable: "", policy: "signed", ownPolicy: "" },
    },
  });
  const { machine } = node;
  try {
    node.check(
      "Kindling had said so",
      node.problems.includes("image-policy-rejects"),
      true,
    );
    node.check(
      "the image is there",
      await linkedVersion(machine, "ig"),
      "v0.54.0",
    );
    node.check(
      "and is not merged",
      await machine.says("test -e /usr/bin/kindling-test-ig; echo $?"),
      "1",
    );
    node.check(
      "the unit failed",
      await stateOf(machine, "systemd-sysext.service"),
      "failed",
    );
  } finally {
    await node.close();
  }
}
