import { handOver } from "@/lib/delivery/hand-over";
import { treeOf } from "@/lib/boot/tree";
import { checkTree } from "./apply";
import type { Localised } from "./local";
import { exampleNodes, outcomeOf } from "./nodes";
import type { Setting, Tally } from "./tally";
import type { Workshop } from "./workshop";

/** A starting point with a unit, a link, a fetched image and a user. */
const example = "example kubeadm-worker";

/** A config that is packed, or pointed to, makes the same node as the plain one. */
export async function tryHandOver(
  { catalogue }: Setting,
  workshop: Workshop,
  tally: Tally,
): Promise<void> {
  const { preset } = exampleNodes().find(({ name }) => name === example)!;
  const local = workshop.localised(outcomeOf(preset, catalogue).compact!);
  for (const [name, config] of handedOver(local, workshop)) {
    const applied = await workshop.applyAsIs(
      { ...local, config: JSON.parse(config) as Localised["config"] },
      treeOf(local.config),
    );
    tally.check(`${name} is applied`, applied.failed);
    if (applied.failed === null) checkTree(name, { ...applied, local }, tally);
    workshop.drop(applied);
  }
  await tryExchanged(local, workshop, tally);
}

/** The file that a pointer leads to is checked before anything of it is done. */
async function tryExchanged(
  local: Localised,
  workshop: Workshop,
  tally: Tally,
): Promise<void> {
  const { pointer } = Object.fromEntries(handedOver(local, workshop, "x"));
  const config = JSON.parse(pointer!) as Localised["config"];
  const applied = await workshop.applyAsIs({ ...local, config });
  tally.check(
    "a file that was changed after the pointer was made ends the first boot",
    /hash verification failed/.test(applied.failed ?? "")
      ? null
      : `it ends with ${applied.failed ?? "success"}`,
  );
  workshop.drop(applied);
}

/** The config in each form that is not the plain one; `changed` stands behind the file that is pointed to. */
function handedOver(
  { config }: Localised,
  { bakery }: Workshop,
  changed = "",
): [name: string, config: string][] {
  const output = JSON.stringify(config);
  const transpiled = { output, ignition: config };
  const handOverFrom = bakery.place(
    Buffer.from(output + changed),
    "config.ign",
  );
  return (["wrapped", "pointer"] as const).map((kind) => {
    const target = { handOver: kind, handOverFrom };
    const handed = handOver(target, { transpiled, uncompressed: () => null });
    return [kind, handed!.config!];
  });
}
