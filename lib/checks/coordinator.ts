import { hasUpdates } from "@/lib/butane";
import { nodeExtensions } from "@/lib/preset/node-extensions";
import type { Check, Finding, Fix } from "./check";
import { chosenOf } from "./extensions";

const field = ["updates", "coordinator"];
const clusters = ["kubernetes", "k3s", "rke2"];
const titles = { kured: "kured", fluo: "The Flatcar update operator" } as const;

/** Whoever is asked for a reboot has to be there and to listen. */
export const coordinator: Check = ({ preset }) => {
  const { coordinator: who } = preset.updates;
  const { strategy, windowStart, windowLength } = preset.osUpdates;
  const findings: Finding[] = [];
  const waiting = chosenOf(preset).filter(
    ({ chosen }) => chosen.updates !== "none" && chosen.activation === "reboot",
  );
  const asks = waiting.length > 0 && hasUpdates(nodeExtensions(preset));
  if (asks && who === "none") {
    findings.push({
      kind: "warning",
      code: "reboot-nobody-does",
      sentence: `Updates of ${names(waiting)} wait for a reboot and nobody reboots this node: they take effect whenever it happens to restart.`,
      field,
      fix: choose("locksmith", "Let locksmithd reboot"),
    });
  }
  if (asks && who === "locksmith" && strategy === "off") {
    findings.push({
      kind: "warning",
      code: "reboot-locksmith-off",
      sentence: `Updates of ${names(waiting)} ask locksmithd for a reboot, and with the strategy off it does not run: they take effect whenever the node happens to restart.`,
      field: ["osUpdates", "strategy"],
      fix: {
        label: "Use the default strategy",
        edits: [{ path: ["osUpdates", "strategy"], value: "" }],
      },
    });
  }
  for (const { chosen, title, at } of chosenOf(preset)) {
    if (chosen.updates === "none" || chosen.activation !== "reboot-now")
      continue;
    if (who === "none") continue;
    findings.push({
      kind: "warning",
      code: "reboot-past-coordinator",
      sentence: `An update of ${title} reboots the node at once, without asking ${who === "fluo" ? "the Flatcar update operator" : who === "kured" ? "kured" : "locksmithd"}: several nodes may go down together.`,
      field: at("activation"),
      fix: {
        label: "Reboot when coordinated",
        edits: [{ path: at("activation"), value: "reboot" }],
      },
    });
  }
  if (who === "kured" || who === "fluo") {
    if (!preset.extensions.chosen.some(({ id }) => clusters.includes(id))) {
      findings.push({
        kind: "warning",
        code: "coordinator-without-cluster",
        sentence: `${titles[who]} runs in a Kubernetes cluster and this node brings none: locksmithd is masked, so nobody reboots it.`,
        field,
        fix: choose("locksmith", "Let locksmithd reboot"),
      });
    }
  }
  if (who !== "locksmith" && (windowStart || windowLength || strategy)) {
    findings.push({
      kind: "info",
      code: "window-nobody-reads",
      sentence: `Only locksmithd reads the reboot strategy and window, and it is masked here${who === "none" ? "" : `: ${who === "kured" ? "kured" : "the operator"} has its own settings, in the cluster`}.`,
      field: [
        "osUpdates",
        windowStart
          ? "windowStart"
          : windowLength
            ? "windowLength"
            : "strategy",
      ],
    });
  }
  return findings;
};

function choose(value: "locksmith", label: string): Fix {
  return { label, edits: [{ path: field, value }] };
}

function names(all: readonly { readonly title: string }[]): string {
  const titles = all.map(({ title }) => title);
  return titles.length > 3
    ? `${titles.slice(0, 3).join(", ")} and others`
    : titles.join(", ");
}
