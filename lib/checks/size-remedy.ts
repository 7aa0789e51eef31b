import { counted } from "@/lib/words";
import type { UserData } from "@/lib/delivery/platform";
import type { Finding } from "./check";

/**
 * The same finding with a way out, where the user data is too big and `packed`, the same node packed with gzip, is not. It is only made
 * where it is wanted, because packing takes time.
 */
export function withRemedy(
  finding: Finding,
  packed: () => UserData | null,
): Finding {
  if (finding.code !== "user-data-too-big" || finding.fix) return finding;
  const after = packed();
  if (!after || after.room === "over") return finding;
  return {
    ...finding,
    fix: {
      label: `Pack it with gzip: ${counted(after.bytes)} bytes`,
      edits: [{ path: ["target", "handOver"], value: "wrapped" }],
    },
  };
}
