import type { Platform } from "../platform";
import { command, terraform } from "../snippets";

export const akamai: Platform = {
  id: "akamai",
  title: "Akamai (Linode)",
  ignitionPlatform: "akamai",
  since: 4012,
  limit: {
    bytes: 65_535,
    counts: "raw",
    certainty: "unverified",
    basis:
      "Akamai's text names 65535 bytes unencoded and, in another place, about 16 KB encoded",
    warnAbove: 16_384,
  },
  handOver:
    "User data of the metadata service, base64 in the API; gzip is recognised from Flatcar 4152 on.",
  takes: [
    { encoding: "plain", where: "config.ign, which the commands encode" },
    {
      encoding: "base64",
      where: "metadata.user_data of the API and of Terraform",
    },
    {
      encoding: "gzip+base64",
      where: "metadata.user_data of the API",
      since: 4152,
    },
  ],
  noun: "user data",
  fileName: "config.ign",
  snippets: [
    command(
      "linode-cli",
      ({ name }) => `linode-cli linodes create \\
  --label ${name} \\
  --region REGION \\
  --type TYPE \\
  --booted false --no-defaults \\
  --metadata.user_data "$(base64 -w0 config.ign)"`,
    ),
    command(
      "linode-cli, gzip",
      ({ name }) => `linode-cli linodes create \\
  --label ${name} \\
  --region REGION \\
  --type TYPE \\
  --booted false --no-defaults \\
  --metadata.user_data "$(gzip -9nc config.ign | base64 -w0)"`,
    ),
    terraform(
      "linode_instance",
      `metadata {
  user_data = base64encode(file("\${path.module}/config.ign"))
}`,
    ),
  ],
  remedies: [
    "Hand it over gzipped (Flatcar 4152 or newer)",
    "Put the config at an https address and point to it, with its hash",
  ],
  notes: [
    "Then add a disk from the image and a configuration profile with the kernel linode/direct-disk and the helpers off, and boot.",
    "SSH keys must be in the config: the platform does not add any.",
    "user_data is padded base64 without line breaks.",
  ],
  docs: "https://www.flatcar.org/docs/latest/deploy/cloud/akamai/",
};
