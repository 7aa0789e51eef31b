import { checkIgnitionText, isFatal, sentenceFor } from "@/lib/butane";
import { handOver } from "@/lib/delivery/hand-over";
import { secretsIn } from "@/lib/preset/secrets";
import type { Check, Finding } from "./check";

const field = ["target", "handOverFrom"];

/** A config that points to the real one is worth what its address is. */
export const handedOver: Check = ({ preset, transpiled }) => {
  if (!preset.target.handOver) return [];
  // Of a packed config only whether there is one counts here, and packing takes time.
  const handed = handOver(
    { ...preset.target, handOver: "pointer" },
    { transpiled, uncompressed: () => null },
  );
  if (handed?.kind === "whole")
    return [
      {
        kind: "info",
        code: "hand-over-whole",
        sentence:
          "What this variant makes is no Ignition config: it is handed over as it is, neither packed nor from an address.",
        field: ["target", "handOver"],
      },
    ];
  if (!handed || preset.target.handOver !== "pointer") return [];
  if (handed.config === null)
    return [
      {
        kind: "error",
        code: "hand-over-address-missing",
        sentence:
          "The node's config is to be fetched from an address, and there is none: nothing can be handed over.",
        field,
      },
    ];
  const refused = checkIgnitionText(handed.config).report.filter(isFatal);
  return refused.length > 0
    ? refused.map((entry) => ({
        kind: "error",
        code: "hand-over-address-refused",
        ...sentenceFor(entry),
        field,
      }))
    : openly(handed.upload?.address ?? "", secretsIn(preset).length);
};

/** Over http anybody on the way reads along; at an https address whoever knows it does. */
function openly(address: string, secrets: number): Finding[] {
  if (secrets === 0 || !/^(?:https?|tftp):/i.test(address)) return [];
  const plain = !/^https:/i.test(address);
  return [
    {
      kind: plain ? "warning" : "info",
      code: "hand-over-readable",
      sentence: `The file at this address holds ${secrets === 1 ? "a secret" : `${secrets} secrets`}, and ${plain ? "crosses the network unencrypted" : "whoever reaches the address can read it"}.`,
      why: "The hash keeps the file from being changed, not from being read.",
      field,
    },
  ];
}
