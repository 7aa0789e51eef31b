import type { Coordinator } from "@/lib/butane";
import type { Phase, Step } from "../comparison";

/** What a difference takes on a running node. */
export interface Work {
  readonly steps: readonly Step[];
  readonly reprovision?: string;
  readonly note?: string;
}

/** What the steps of a node depend on. */
export interface Surroundings {
  readonly coordinator: Coordinator;
}

/** A step with a command that upstream documents for this purpose. */
export function step(phase: Phase, say: string, command: string): Step {
  return { phase, say, command, known: "documented" };
}

/** Concluded from how the parts work; nobody has run it on a node for this purpose. */
export function unverified(phase: Phase, say: string, command: string): Step {
  return { phase, say, command, known: "not verified" };
}

/** A step that no command is known for. */
export function byHand(phase: Phase, say: string): Step {
  return { phase, say, known: "not verified" };
}

export const readUnitsAgain = step(
  "reload",
  "Makes systemd read its units again.",
  "sudo systemctl daemon-reload",
);

/** Not `systemd-sysext refresh`: Flatcar advises against it, and the restart reads the units again as well. */
export const mergeImages = step(
  "merge",
  "Merges the images anew. For a moment the files of all extensions are gone, the built-in Docker's too; running programs stay.",
  "sudo systemctl restart systemd-sysext.service",
);

const asks: Readonly<Record<Coordinator, readonly [string, string]>> = {
  locksmith: [
    "Asks locksmithd for a reboot, which waits for its window.",
    "sudo locksmithctl send-need-reboot",
  ],
  fluo: [
    "Asks the Flatcar update operator for a reboot, which drains the node first.",
    "sudo locksmithctl send-need-reboot",
  ],
  kured: [
    "Raises the flag that kured watches; it drains the node and reboots it.",
    "sudo touch /run/reboot-required",
  ],
  none: ["Nobody coordinates reboots: this is one.", "sudo systemctl reboot"],
};

/** The reboot, by whoever is in charge of it. */
export function reboot({ coordinator }: Surroundings): Step {
  return step("reboot", ...asks[coordinator]);
}
