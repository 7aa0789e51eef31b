import { existsSync } from "node:fs";
import { cannotApply, nodesWithExtensions } from "./apply";
import { architecture } from "./boot/images";
import { programOf } from "./images";
import { outcomeOf, type Node } from "./nodes";
import { forEach, programAt, ran, running } from "./programs";
import { tryRefusals } from "./refusals";
import type { Setting, Tally, Tier } from "./tally";
import { Workshop, type Applied } from "./workshop";

/** What systemd-sysext made of a tree's images. */
export interface Merged {
  readonly status: number;
  readonly said: string;
  /** What each image's program says of itself; images that are not merged are missing. */
  readonly programs: ReadonlyMap<string, string>;
}

/** Tier 3: the images of the tree merge under the real systemd-sysext, and their programs run from /usr/bin. */
export function mergeTier(setting: Setting): Tier {
  return {
    title: "merge",
    needs: "what tier 2 needs, systemd-sysext, overlay and loop devices",
    lacks: () => cannotApply(setting) ?? cannotMerge(),
    async run(tally) {
      tally.note(ran("systemd-sysext", ["--version"]).output.split("\n")[0]!);
      const workshop = await Workshop.open(setting, "merge");
      try {
        await forEach(nodesWithExtensions(setting), 2, (node) =>
          tryNode(node, setting, workshop, tally),
        );
        if (setting.node === "" || setting.node === "xx")
          await tryRefusals(setting, workshop, tally);
      } finally {
        workshop.close();
      }
    },
  };
}

function cannotMerge(): string | null {
  if (!programAt("systemd-sysext")) return "there is no systemd-sysext";
  if (!existsSync("/dev/loop-control")) return "there are no loop devices";
  const mount = "mount -t tmpfs tmpfs /run";
  return ran("unshare", ["-m", "sh", "-c", mount]).status === 0
    ? null
    : "nothing can be mounted here";
}

async function tryNode(
  { name, preset }: Node,
  { catalogue }: Setting,
  workshop: Workshop,
  tally: Tally,
): Promise<void> {
  const target = { ...preset.target, architecture };
  const { compact } = outcomeOf({ ...preset, target }, catalogue);
  if (compact === null) return tally.check(name, "does not compose");
  const applied = await workshop.apply(compact);
  const images = imagesOf(applied);
  if (applied.failed) tally.check(name, applied.failed);
  else if (images.size > 0) {
    const merged = await merge(applied);
    for (const [image, version] of images)
      tally.check(
        `${name}: ${image} is merged`,
        merged.programs.get(image) === `${image} ${version}`
          ? null
          : `${merged.programs.get(image) ?? "its program is not there"}; ${merged.said}`,
      );
  }
  workshop.drop(applied);
}

/** Names of the images that a tree shows to systemd-sysext, with the version in their files' names. */
function imagesOf({ predicted }: Applied): Map<string, string> {
  const images = new Map<string, string>();
  for (const file of predicted.files) {
    const name = /^\/etc\/extensions\/([^/]+)\.raw$/.exec(file.path)?.[1];
    if (name === undefined || file.kind !== "link") continue;
    if (file.target === "/dev/null") continue;
    const stem = file.target.replace(/^.*\//, "");
    images.set(
      name,
      stem.slice(name.length + 1).replace(/-(x86-64|arm64)\.raw$/, ""),
    );
  }
  return images;
}

/**
 * Has systemd-sysext merge what a tree has, in a namespace of its own over this machine's /usr. A root that is shared is the key: with
 * a private one the merge succeeds and nothing is there.
 */
const script = `
mount --make-rshared /
mount -t tmpfs tmpfs /run
if [ -d "$ROOT/opt" ]; then mkdir -p /opt && mount --bind "$ROOT/opt" /opt; fi
mkdir -p /run/extensions
cp -a "$ROOT/etc/extensions/." /run/extensions/
systemd-sysext merge
echo "status $?"
for name in $NAMES; do
  program=/usr/bin/${programOf("$name")}
  if [ -x "$program" ]; then echo "$name: $("$program")"; fi
done
`;

export async function merge({ root, predicted }: Applied): Promise<Merged> {
  const names = predicted.files.flatMap(({ path }) => {
    const name = /^\/etc\/extensions\/([^/]+?)(?:\.raw)?$/.exec(path)?.[1];
    return name === undefined ? [] : [name.replace(/-\d.*$/, "")];
  });
  const { output } = await running(
    "unshare",
    ["-m", "--propagation", "private", "sh", "-c", script],
    { ROOT: root, NAMES: names.join(" ") },
  );
  const lines = output.trim().split("\n");
  const end = lines.findIndex((line) => line.startsWith("status "));
  return {
    status: Number(lines[end]?.slice("status ".length) ?? 1),
    said: lines.slice(0, Math.max(end, 0)).join(" "),
    programs: new Map(
      lines.slice(end + 1).map((line) => {
        const [name = "", says = ""] = line.split(": ");
        return [name, says];
      }),
    ),
  };
}
