import type { Platform } from "../platform";
import { terraform } from "../snippets";

export const upcloud: Platform = {
  id: "upcloud",
  title: "UpCloud",
  ignitionPlatform: "upcloud",
  since: 4547,
  noLimit: { certainty: "unknown", basis: "no number is established" },
  handOver: "Server user data; the metadata service has to be on.",
  takes: [{ encoding: "plain", where: "Terraform" }],
  noun: "user data",
  fileName: "config.ign",
  snippets: [
    terraform(
      "upcloud_server",
      `metadata  = true
user_data = file("\${path.module}/config.ign")`,
      { documented: false },
    ),
  ],
  remedies: [
    "Put the config at an https address and point to it, with its hash",
  ],
  notes: [],
  docs: "https://github.com/coreos/ignition/blob/main/docs/supported-platforms.md",
};
