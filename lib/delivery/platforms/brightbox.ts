import type { Platform } from "../platform";
import { command, terraform } from "../snippets";

export const brightbox: Platform = {
  id: "brightbox",
  title: "Brightbox",
  ignitionPlatform: "openstack",
  limit: {
    bytes: 16_384,
    counts: "raw",
    certainty: "unverified",
    basis: "16 KiB; no source was found for it",
  },
  handOver: "Server user data.",
  takes: [{ encoding: "plain", where: "brightbox, Terraform" }],
  noun: "user data",
  fileName: "config.ign",
  snippets: [
    command(
      "brightbox",
      () => `brightbox servers create \\
  --cloud-ip=true \\
  --user-data-file=./config.ign \\
  IMAGE_ID`,
    ),
    terraform(
      "brightbox_server",
      `user_data = file("\${path.module}/config.ign")`,
      { documented: false },
    ),
  ],
  remedies: [
    "Put the config at an https address and point to it, with its hash",
  ],
  notes: ["The image is Flatcar's OpenStack image."],
  docs: "https://www.flatcar.org/docs/latest/deploy/cloud/brightbox/",
};
