import { join } from "node:path";
import type { Preset } from "@/lib/preset";
import { fresh } from "../programs";
import { makeImage, programOf, sha256Of } from "../images";
import { Bakery } from "../server";
import { checkFirstBoot } from "./first-boot";
import { architecture } from "./images";
import { BootedNode, type Lab } from "./node";
import { failedUnits, linkedVersion, mergedVersion, stateOf } from "./observe";
import { nodeOf } from "./node-of";

const fileOf = (path: string, text: string, executable = false) => ({
  path,
  text,
  executable,
  from: "text" as const,
  url: "",
  hash: "",
});

/** A layer over /etc that is a file. */
const greeting = {
  name: "greeting",
  from: "files",
  url: "",
  hash: "",
  match: "any",
  osVersion: "",
  files: [fileOf("etc/greeting", "good day\n")],
} as const;

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
  const plain = nodeOf(
    lab,
    [{ id: "ig", version: "v0.54.0", updates: "any", activation: "refresh" }],
    "none",
  );
  const preset: Preset = {
    ...plain,
    layers: {
      ...plain.layers,
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
          ...greeting,
          files: [],
          name: "site",
          from: "image",
          url,
          hash: `sha256-${sha256Of(image)}`,
        },
        greeting,
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
      "Kindling had said that /etc takes no writes then",
      node.problems.includes("layer-etc-read-only"),
      true,
    );
    node.check(
      "and it takes none",
      await machine.says("touch /etc/new 2>/dev/null; echo $?"),
      "1",
    );
    node.publish("ig", "v0.54.1");
    await node.update();
    node.check(
      "so that an update is fetched and its link stays",
      await linkedVersion(machine, "ig"),
      "v0.54.0",
    );
  } finally {
    await node.close();
    server.close();
  }
}

/** A layer over /etc takes the writes from it, and with them the updates of images; with what the check's fix sets, both go on. */
export async function layeredEtc(lab: Lab): Promise<void> {
  const plain = nodeOf(
    lab,
    [{ id: "ig", version: "v0.54.0", updates: "any", activation: "refresh" }],
    "none",
  );
  const layered: Preset = {
    ...plain,
    layers: {
      ...plain.layers,
      confexts: [greeting],
    },
  };
  const node = await BootedNode.boot(lab, "layered etc", {
    ...layered,
    advanced: {
      ...layered.advanced,
      confext: { mutable: "auto", policy: "", ownPolicy: "" },
      writes: { ...layered.advanced.writes, etc: "original" },
    },
  });
  const { machine } = node;
  try {
    node.check(
      "the layer is merged",
      await machine.says("cat /etc/greeting"),
      "good day",
    );
    node.check(
      "/etc takes writes",
      await machine.says("echo kept > /etc/note; cat /etc/note"),
      "kept",
    );
    node.publish("ig", "v0.54.1");
    node.check(
      "updates go in",
      [
        await node.update(),
        await linkedVersion(machine, "ig"),
        await mergedVersion(machine, "ig"),
      ],
      [0, "v0.54.1", "v0.54.1"],
    );
    await machine.reboot();
    node.check(
      "what was written stays",
      await machine.says("cat /etc/note"),
      "kept",
    );
    node.check(
      "and so does the layer",
      await machine.says("cat /etc/greeting"),
      "good day",
    );
    node.check("no unit failed", await failedUnits(machine), []);
  } finally {
    await node.close();
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

/** The bakery's Docker in place of the built-in one, which is switched off by a link. */
export async function ownDocker(lab: Lab): Promise<void> {
  const plain = nodeOf(lab, [{ id: "docker", version: "28.0.4" }], "none");
  const node = await BootedNode.boot(lab, "own docker", {
    ...plain,
    extensions: {
      ...plain.extensions,
      builtinOff: ["docker", "containerd"],
    },
  });
  const { machine } = node;
  try {
    await checkFirstBoot(node);
    for (const id of ["docker-flatcar", "containerd-flatcar"])
      node.check(
        `${id} is not merged`,
        await machine.says(`test -e /usr/bin/${programOf(id)}; echo $?`),
        "1",
      );
  } finally {
    await node.close();
  }
}
