import type { Platform } from "../platform";
import { command } from "../snippets";

export const hyperv: Platform = {
  id: "hyperv",
  title: "Microsoft Hyper-V",
  ignitionPlatform: "hyperv",
  since: 3913,
  noLimit: {
    certainty: "unknown",
    basis: "about 1 KiB a value; how many values fit is not documented",
  },
  handOver:
    "Hyper-V data exchange; the tool splits the config over several values.",
  takes: [{ encoding: "plain", where: "the file for kvpctl" }],
  noun: "Ignition config",
  fileName: "config.ign",
  snippets: [
    command("kvpctl", ({ name }) => `kvpctl ${name} add-ign config.ign`),
  ],
  remedies: [
    "Put the config at an https address and point to it, with its hash",
  ],
  notes: [
    "kvpctl comes with libhvee.",
    "Generation 2 machines: switch secure boot off unless the image is signed.",
  ],
  docs: "https://www.flatcar.org/docs/latest/deploy/virt-options/hyper-v/",
};
