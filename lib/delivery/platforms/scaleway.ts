import type { Platform } from "../platform";
import { command, terraform } from "../snippets";

export const scaleway: Platform = {
  id: "scaleway",
  title: "Scaleway",
  ignitionPlatform: "scaleway",
  noLimit: { certainty: "unknown", basis: "no number is established" },
  handOver: "Server user data under the key cloud-init.",
  encoding: "plain",
  noun: "user data",
  fileName: "config.ign",
  snippets: [
    command(
      "scw",
      () => `scw instance server create \\
  image=none root-volume=l:SNAPSHOT_ID type=TYPE \\
  cloud-init=@./config.ign`,
    ),
    terraform(
      "scaleway_instance_server",
      `user_data = {
  cloud-init = file("\${path.module}/config.ign")
}`,
      false,
    ),
  ],
  remedies: [
    "Put the config at an https address and point to it, with its hash",
  ],
  notes: ["Ignition reads Scaleway's user data from Flatcar 3913 on."],
  docs: "https://www.flatcar.org/docs/latest/deploy/cloud/scaleway/",
};
