import type { Platform } from "../platform";
import { command, terraform } from "../snippets";

export const stackit: Platform = {
  id: "stackit",
  title: "STACKIT",
  ignitionPlatform: "openstack",
  noLimit: {
    certainty: "unknown",
    basis:
      "no number is established; it runs on OpenStack, which takes 65535 characters of base64",
  },
  handOver: "Server user data.",
  takes: [{ encoding: "plain", where: "STACKIT CLI, Terraform" }],
  noun: "user data",
  fileName: "config.ign",
  snippets: [
    command(
      "STACKIT CLI",
      ({ name }) => `stackit server create \\
  --name ${name} \\
  --machine-type MACHINE_TYPE \\
  --boot-volume-source-id IMAGE_ID \\
  --boot-volume-source-type image \\
  --boot-volume-size 50 \\
  --network-id NETWORK \\
  --keypair-name KEY \\
  --user-data @config.ign -y`,
    ),
    terraform(
      "stackit_server",
      `user_data = file("\${path.module}/config.ign")`,
      { documented: false },
    ),
  ],
  remedies: [
    "Put the config at an https address and point to it, with its hash",
  ],
  notes: [],
  docs: "https://www.flatcar.org/docs/latest/deploy/cloud/stackit/",
};
