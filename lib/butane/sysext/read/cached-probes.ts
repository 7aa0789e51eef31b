import type { Extension } from "../extension";
import { catalogued, type ChosenImage, type NodeExtensions } from "../node";
import { isOpen } from "./marks";
import { probe, type Probe, type Probed } from "./probe";

// A node with all extensions, each in a few versions.
const most = 200;
const known = new Map<string, Known>();

interface Known extends Probed {
  readonly version: string;
}

/** The probes of an extension on such a node: made once, because they are asked for on every key. */
export function cachedProbes(
  extension: Extension,
  chosen: ChosenImage,
  node: NodeExtensions,
): readonly Probe[] {
  const key = JSON.stringify([
    extension.id,
    node.architecture,
    node.coordinator,
    node.builtinOff,
    node.chosen.map((one) => [
      one.id,
      one.own !== undefined,
      one.id === extension.id ? null : switches(one),
    ]),
  ]);
  const { version } = chosen;
  const before = known.get(key);
  if (before && (!before.byVersion || before.version === version))
    return before.probes;
  if (known.size >= most) known.clear();
  const probed = { ...probe(extension, chosen, node), version };
  known.set(key, probed);
  return probed.probes;
}

/** What other extensions may be asked for beside the words in their fields. */
function switches(chosen: ChosenImage) {
  const specs = catalogued(chosen)?.params ?? {};
  return Object.entries(chosen.params).filter(
    ([name]) => Object.hasOwn(specs, name) && !isOpen(specs[name]!),
  );
}
