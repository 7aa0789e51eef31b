import type { Platform } from "../platform";
import { command, terraform } from "../snippets";

export const ibmcloud: Platform = {
  id: "ibmcloud",
  title: "IBM Cloud VPC",
  ignitionPlatform: "ibmcloud",
  limit: {
    bytes: 65_536,
    counts: "raw",
    certainty: "unverified",
    basis: "64 KB; no source was found for it",
  },
  handOver: "Instance user data.",
  takes: [{ encoding: "plain", where: "IBM Cloud CLI, Terraform" }],
  noun: "user data",
  fileName: "config.ign",
  snippets: [
    command(
      "IBM Cloud CLI",
      ({
        name,
      }) => `ibmcloud is instance-create ${name} VPC ZONE PROFILE SUBNET \\
  --image IMAGE \\
  --user-data @config.ign`,
    ),
    terraform(
      "ibm_is_instance",
      `user_data = file("\${path.module}/config.ign")`,
      { documented: false },
    ),
  ],
  remedies: [
    "Put the config at an https address and point to it, with its hash",
  ],
  notes: ["Flatcar publishes no image and no page for it."],
  docs: "https://github.com/coreos/ignition/blob/main/docs/supported-platforms.md",
};
