import type { Platform } from "../platform";
import { command, terraform } from "../snippets";

export const hetzner: Platform = {
  id: "hetzner",
  title: "Hetzner Cloud",
  ignitionPlatform: "hetzner",
  since: 3913,
  limit: {
    bytes: 32_768,
    counts: "raw",
    certainty: "verified",
    basis: "Hetzner API documentation: 32 KiB",
  },
  handOver:
    "Server user data; the image is an own snapshot, made with Packer and flatcar-install -s -o hetzner.",
  takes: [{ encoding: "plain", where: "hcloud, console, API, Terraform" }],
  noun: "user data",
  fileName: "config.ign",
  snippets: [
    command(
      "hcloud",
      ({ name }) => `hcloud server create \\
  --name ${name} \\
  --type SERVER_TYPE \\
  --image SNAPSHOT_ID \\
  --ssh-key KEY \\
  --user-data-from-file config.ign`,
    ),
    terraform(
      "hcloud_server",
      `user_data = file("\${path.module}/config.ign")`,
    ),
  ],
  remedies: [
    "Wrap the whole config, gzipped, in a data URL of a pointer config",
    "Put the config at an https address and point to it, with its hash",
  ],
  notes: [],
  docs: "https://www.flatcar.org/docs/latest/deploy/cloud/hetzner/",
};
