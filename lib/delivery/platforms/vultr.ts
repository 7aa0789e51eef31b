import type { Platform } from "../platform";
import { command, terraform } from "../snippets";

export const vultr: Platform = {
  id: "vultr",
  title: "Vultr",
  ignitionPlatform: "vultr",
  noLimit: { certainty: "unknown", basis: "no number is established" },
  handOver: "Instance user data of an imported image, or an iPXE script.",
  encoding: "plain",
  noun: "user data",
  fileName: "config.ign",
  snippets: [
    command(
      "vultr-cli",
      () => `vultr-cli instance create --region REGION --plan PLAN --snapshot SNAPSHOT_ID \\
  --userdata "$(cat config.ign)"`,
      false,
    ),
    terraform(
      "vultr_instance",
      `user_data = file("\${path.module}/config.ign")`,
      false,
    ),
  ],
  remedies: ["Boot by iPXE with ignition.config.url"],
  notes: [
    "Flatcar's page boots an iPXE script; the kernel arguments flatcar.first_boot=1 and ignition.config.url=… hand the config over there.",
  ],
  docs: "https://www.flatcar.org/docs/latest/deploy/cloud/vultr/",
};
