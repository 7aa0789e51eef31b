import type { Platform } from "../platform";
import { terraform } from "../snippets";

export const nutanix: Platform = {
  id: "nutanix",
  title: "Nutanix AHV",
  ignitionPlatform: "nutanix",
  since: 3185,
  noLimit: { certainty: "unknown", basis: "no number is established" },
  handOver: "Cloud-init user data on the config drive; base64 in the v3 API.",
  takes: [
    { encoding: "plain", where: "the file that Terraform encodes" },
    {
      encoding: "base64",
      where:
        "guest_customization.cloud_init.user_data of the v3 API, Terraform",
    },
  ],
  noun: "user data",
  fileName: "config.ign",
  snippets: [
    terraform(
      "nutanix_virtual_machine",
      `guest_customization_cloud_init_user_data = base64encode(file("\${path.module}/config.ign"))`,
      { documented: false },
    ),
  ],
  images: [
    {
      kind: "config-drive",
      use: "Attach it as a CD instead of giving user data to the API.",
      documented: false,
    },
  ],
  remedies: [
    "Put the config at an https address and point to it, with its hash",
  ],
  notes: ["Flatcar has no page about it."],
  docs: "https://github.com/coreos/ignition/blob/main/docs/supported-platforms.md",
};
