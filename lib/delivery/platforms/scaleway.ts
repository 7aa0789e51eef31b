import type { Platform } from "../platform";
import { command, terraform } from "../snippets";

export const scaleway: Platform = {
  id: "scaleway",
  title: "Scaleway",
  ignitionPlatform: "scaleway",
  since: 3913,
  noLimit: { certainty: "unknown", basis: "no number is established" },
  handOver: "Server user data under the key cloud-init.",
  takes: [{ encoding: "plain", where: "the value of cloud-init" }],
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
      { documented: false },
    ),
  ],
  remedies: [
    "Put the config at an https address and point to it, with its hash",
  ],
  notes: [],
  docs: "https://www.flatcar.org/docs/latest/deploy/cloud/scaleway/",
};
