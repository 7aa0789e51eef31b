import type { Platform } from "../platform";
import { command, terraform } from "../snippets";

export const exoscale: Platform = {
  id: "exoscale",
  title: "Exoscale",
  ignitionPlatform: "exoscale",
  limit: {
    bytes: 32_768,
    counts: "raw",
    certainty: "unverified",
    basis: "32 KiB; no source was found for it",
  },
  handOver: "Instance user data.",
  takes: [
    { encoding: "plain", where: "exo, Terraform" },
    { encoding: "base64", where: "Exoscale's API" },
  ],
  noun: "user data",
  fileName: "config.ign",
  snippets: [
    command(
      "exo",
      ({ name }) => `exo compute instance create ${name} \\
  --template TEMPLATE --template-visibility private \\
  --cloud-init config.ign`,
      false,
    ),
    terraform(
      "exoscale_compute_instance",
      `user_data = file("\${path.module}/config.ign")`,
      { documented: false },
    ),
  ],
  remedies: [
    "Put the config at an https address and point to it, with its hash",
  ],
  notes: ["Flatcar's page about Exoscale is old and describes cloud-config."],
  docs: "https://www.flatcar.org/docs/latest/deploy/cloud/exoscale/",
};
