import type { Platform } from "../platform";
import { terraform } from "../snippets";

export const upcloud: Platform = {
  id: "upcloud",
  title: "UpCloud",
  ignitionPlatform: "upcloud",
  noLimit: { certainty: "unknown", basis: "no number is established" },
  handOver: "Server user data; the metadata service has to be on.",
  encoding: "plain",
  noun: "user data",
  fileName: "config.ign",
  snippets: [
    terraform(
      "upcloud_server",
      `metadata  = true
user_data = file("\${path.module}/config.ign")`,
      false,
    ),
  ],
  remedies: [
    "Put the config at an https address and point to it, with its hash",
  ],
  notes: ["Flatcar 4547 is the first release whose Ignition knows UpCloud."],
  docs: "https://github.com/coreos/ignition/blob/main/docs/supported-platforms.md",
};
