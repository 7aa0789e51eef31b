import type { Platform } from "../platform";
import { command, terraform } from "../snippets";
import { ipxeScript } from "./pxe";

export const vultr: Platform = {
  id: "vultr",
  title: "Vultr",
  ignitionPlatform: "vultr",
  noLimit: { certainty: "unknown", basis: "no number is established" },
  handOver: "Instance user data of an imported image, or an iPXE script.",
  takes: [
    { encoding: "plain", where: "vultr-cli, Terraform" },
    { encoding: "base64", where: "Vultr's API" },
  ],
  noun: "user data",
  fileName: "config.ign",
  snippets: [
    {
      title: "iPXE script",
      language: "ipxe",
      documented: false,
      text: ipxeScript,
    },
    command(
      "vultr-cli",
      () => `vultr-cli instance create --region REGION --plan PLAN --snapshot SNAPSHOT_ID \\
  --userdata "$(cat config.ign)"`,
      false,
    ),
    terraform(
      "vultr_instance",
      `user_data = file("\${path.module}/config.ign")`,
      { documented: false },
    ),
  ],
  remedies: ["Boot by iPXE with ignition.config.url"],
  notes: [
    "Flatcar's page boots an iPXE script; the kernel arguments flatcar.first_boot=1 and ignition.config.url=… hand the config over there.",
  ],
  docs: "https://www.flatcar.org/docs/latest/deploy/cloud/vultr/",
};
