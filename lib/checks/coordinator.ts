import { hasUpdates, iniValues, type Path } from "@/lib/butane";
import { nodeExtensions } from "@/lib/preset/node-extensions";
import type { Preset } from "@/lib/preset/preset";
import { valueAt } from "@/lib/set-at";
import type { Check, Finding, Fix } from "./check";
import { entriesOf, textAt } from "./document";
import { chosenOf } from "./extensions";

const field = ["updates", "coordinator"];
const clusters = ["kubernetes", "k3s", "rke2"];
const titles = { kured: "kured", fluo: "The Flatcar update operator" } as const;

/** Whoever is asked for a reboot has to be there and to listen. */
export const coordinator: Check = ({ preset }) => [
  ...waitsForReboot(preset),
  ...pastCoordinator(preset),
  ...withoutCluster(preset),
  ...windowUnread(preset),
];

/** Updates that take effect with a reboot which nobody does. */
function waitsForReboot(preset: Preset): Finding[] {
  const { coordinator: who } = preset.updates;
  const waiting = chosenOf(preset).filter(
    ({ chosen }) => chosen.updates !== "none" && chosen.activation === "reboot",
  );
  if (waiting.length === 0 || !hasUpdates(nodeExtensions(preset))) return [];
  if (who === "none")
    return [
      {
        kind: "warning",
        code: "reboot-nobody-does",
        sentence: `Updates of ${names(waiting)} wait for a reboot and nobody reboots this node: they take effect whenever it happens to restart.`,
        field,
        fix: choose("locksmith", "Let locksmithd reboot"),
      },
    ];
  if (who === "locksmith" && preset.osUpdates.strategy === "off")
    return [
      {
        kind: "warning",
        code: "reboot-locksmith-off",
        sentence: `Updates of ${names(waiting)} ask locksmithd for a reboot, and with the strategy off it does not run: they take effect whenever the node happens to restart.`,
        field: ["osUpdates", "strategy"],
        fix: {
          label: "Use the default strategy",
          edits: [{ path: ["osUpdates", "strategy"], value: "" }],
        },
      },
    ];
  return [];
}

/** Updates that reboot the node themselves where somebody coordinates reboots. */
function pastCoordinator(preset: Preset): Finding[] {
  const { coordinator: who } = preset.updates;
  if (who === "none") return [];
  return chosenOf(preset)
    .filter(
      ({ chosen }) =>
        chosen.updates !== "none" && chosen.activation === "reboot-now",
    )
    .map(({ title, at }) => ({
      kind: "warning",
      code: "reboot-past-coordinator",
      sentence: `An update of ${title} reboots the node at once, without asking ${who === "fluo" ? "the Flatcar update operator" : who === "kured" ? "kured" : "locksmithd"}: several nodes may go down together.`,
      field: at("activation"),
      fix: {
        label: "Reboot when coordinated",
        edits: [{ path: at("activation"), value: "reboot" }],
      },
    }));
}

/** A coordinator that lives in a cluster, on a node that brings none. */
function withoutCluster(preset: Preset): Finding[] {
  const { coordinator: who } = preset.updates;
  if (who !== "kured" && who !== "fluo") return [];
  if (preset.extensions.chosen.some(({ id }) => clusters.includes(id)))
    return [];
  return [
    {
      kind: "warning",
      code: "coordinator-without-cluster",
      sentence: `${titles[who]} runs in a Kubernetes cluster and this node brings none: locksmithd is masked, so nobody reboots it.`,
      field,
      fix: choose("locksmith", "Let locksmithd reboot"),
    },
  ];
}

/** Settings of locksmithd where it is masked. */
function windowUnread(preset: Preset): Finding[] {
  const { coordinator: who } = preset.updates;
  const { osUpdates } = preset;
  const set = (["windowStart", "windowLength", "strategy"] as const).find(
    (setting) => osUpdates[setting],
  );
  if (who === "locksmith" || !set) return [];
  return [
    {
      kind: "info",
      code: "window-nobody-reads",
      sentence: `Only locksmithd reads the reboot strategy and window, and it is masked here${who === "none" ? "" : `: ${who === "kured" ? "kured" : "the operator"} has its own settings, in the cluster`}.`,
      field: ["osUpdates", set],
    },
  ];
}

function choose(value: "locksmith", label: string): Fix {
  return { label, edits: [{ path: field, value }] };
}

function names(all: readonly { readonly title: string }[]): string {
  const titles = all.map(({ title }) => title);
  return titles.length > 3
    ? `${titles.slice(0, 3).join(", ")} and others`
    : titles.join(", ");
}

/** locksmithd and FLUO listen for a signal; the flag file is kured's alone, whoever wrote the line that raises it. */
export const rebootFlag: Check = ({ preset, composed }) => {
  const { coordinator: who } = preset.updates;
  if (who === "kured") return [];
  return entriesOf(composed, ["systemd", "units"]).flatMap(({ value, at }) => {
    if (textAt(value, "name") !== "systemd-sysupdate.service") return [];
    const dropins = valueAt(value, ["dropins"]);
    if (!Array.isArray(dropins)) return [];
    return dropins.flatMap((dropin, index): Finding[] => {
      const raises = iniValues(textAt(dropin, "contents"), "ExecStartPost");
      if (!raises.some((line) => line.includes("/run/reboot-required")))
        return [];
      const path = [...at, "dropins", index, "contents"];
      return [flagFinding(who, path)].filter((one) => one !== undefined);
    });
  });
};

function flagFinding(
  who: Preset["updates"]["coordinator"],
  path: Path,
): Finding | undefined {
  const code = "reboot-flag-unwatched";
  switch (who) {
    case "locksmith":
      return {
        kind: "warning",
        code,
        sentence:
          "This raises the flag that kured watches, and locksmithd does not look at it: without kured nobody reboots the node for an update.",
        why: "With kured, mask locksmithd.service, or both reboot the node; without it, use locksmithctl send-need-reboot.",
        path,
      };
    case "fluo":
      return {
        kind: "error",
        code,
        sentence:
          "This raises a flag that the Flatcar update operator does not look at: it waits for a signal, and the node is never rebooted for an update.",
        why: "locksmithctl send-need-reboot gives that signal.",
        path,
      };
    default:
      // With nobody to reboot the node, that is told at the coordinator.
      return undefined;
  }
}
