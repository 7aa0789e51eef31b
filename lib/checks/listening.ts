import { paramsOf } from "@/lib/butane";
import type { Check, Finding } from "./check";
import { chosenOf } from "./extensions";

const everywhere = /^(?:0\.0\.0\.0|\[?::\]?)(?::\d+)?$/;

/** Services that listen on every address of the node, by default or by choice. */
export const listening: Check = ({ preset }) =>
  chosenOf(preset).flatMap(({ extension, chosen, title, at }): Finding[] => {
    if (!extension) return [];
    return Object.entries(paramsOf(extension, chosen))
      .filter(
        ([, value]) => typeof value === "string" && everywhere.test(value),
      )
      .map(([key]) => ({
        kind: "warning",
        code: "listens-everywhere",
        sentence: `${title} listens on every address of the node: whoever reaches the node reaches it.`,
        why: "Keep others out with a firewall, or give the address of one network.",
        field: at("params", key),
      }));
  });
