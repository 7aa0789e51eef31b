// A fleet as people have them: workers that differ in name, address and rack.
import type { Catalogue } from "@/lib/butane";
import { examples } from "@/examples";
import { fleetFiles } from "@/lib/fleet/files";
import { fleetNodes } from "@/lib/fleet/nodes";
import { isBlocked, planFleet } from "@/lib/fleet/plan";
import { zipped } from "@/lib/fleet/zip";
import { parsePreset } from "@/lib/preset";

const worker = examples.find(({ id }) => id === "kubeadm-worker")!;

/** Makes the archive of a fleet and throws it away piece by piece; gives its size, and `watch` looks on. */
export function makeFleet(
  count: number,
  catalogue: Catalogue,
  watch: () => void,
): number {
  const preset = parsePreset({
    ...(worker.preset as object),
    identity: { hostname: "{{host}}" },
    network: {
      links: [
        {
          kind: "physical",
          name: "lan",
          match: "eth0",
          dhcp: "no",
          addresses: ["{{address}}/16"],
          gateways: ["10.0.0.1"],
        },
      ],
    },
    files: {
      files: [{ path: "/etc/rack", contents: { text: "{{rack}}\n" } }],
    },
  });
  if (!preset.ok) throw new Error(preset.error.sentence);
  const rows = Array.from(
    { length: count },
    (_, index) =>
      `worker-${index},10.0.${1 + (index >> 8)}.${index & 255},rack ${index % 40}\n`,
  );
  const table = `host,address,rack\n${rows.join("")}`;
  const plan = planFleet([{ name: "", preset: preset.value }], table);
  if (isBlocked(plan)) throw new Error("the table does not fit");
  let size = 0;
  let made = 0;
  const nodes = (function* () {
    for (const node of fleetNodes(plan, catalogue)) {
      if (node.problems.some(({ kind }) => kind === "error"))
        throw new Error(node.problems[0]!.sentence);
      made++;
      yield node;
    }
  })();
  for (const piece of zipped(fleetFiles(nodes))) {
    size += piece.length;
    watch();
  }
  if (made !== count) throw new Error(`${made} nodes were made`);
  return size;
}
