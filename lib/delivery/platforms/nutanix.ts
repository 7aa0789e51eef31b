import type { Platform } from "../platform";
import { terraform } from "../snippets";

export const nutanix: Platform = {
  id: "nutanix",
  title: "Nutanix AHV",
  ignitionPlatform: "nutanix",
  noLimit: { certainty: "unknown", basis: "no number is established" },
  handOver: "Cloud-init user data on the config drive; base64 in the v3 API.",
  encoding: "plain",
  noun: "user data",
  fileName: "config.ign",
  snippets: [
    terraform(
      "nutanix_virtual_machine",
      `guest_customization_cloud_init_user_data = base64encode(file("\${path.module}/config.ign"))`,
      false,
    ),
  ],
  remedies: [
    "Put the config at an https address and point to it, with its hash",
  ],
  notes: ["Flatcar has no page about it."],
  docs: "https://github.com/coreos/ignition/blob/main/docs/supported-platforms.md",
};
