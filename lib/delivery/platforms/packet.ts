import type { Platform } from "../platform";
import { command, terraform } from "../snippets";

export const packet: Platform = {
  id: "packet",
  title: "Equinix Metal",
  ignitionPlatform: "packet",
  noLimit: { certainty: "unknown", basis: "no number is established" },
  handOver: "Device user data.",
  takes: [{ encoding: "plain", where: "metal, Terraform" }],
  noun: "user data",
  fileName: "config.ign",
  snippets: [
    command(
      "metal",
      ({ name }) => `metal device create \\
  --hostname ${name} \\
  --userdata-file config.ign`,
      false,
    ),
    terraform(
      "equinix_metal_device",
      `user_data = file("\${path.module}/config.ign")`,
      { documented: false },
    ),
  ],
  remedies: [
    "Put the config at an https address and point to it, with its hash",
  ],
  notes: [
    "The provider announced the end of the service for 30 June 2026.",
    "Flatcar has no page about it any more.",
  ],
  docs: "https://github.com/coreos/ignition/blob/main/docs/supported-platforms.md",
};
