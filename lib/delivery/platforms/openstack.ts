import type { Platform } from "../platform";
import { command, terraform } from "../snippets";

export const openstack: Platform = {
  id: "openstack",
  title: "OpenStack (OVHcloud and others)",
  ignitionPlatform: "openstack",
  limit: {
    bytes: 65_535,
    counts: "base64",
    certainty: "verified",
    basis:
      "Nova documentation: 65535 characters of base64, which is 49149 bytes of JSON",
  },
  handOver: "Nova user data, through the metadata service or a config drive.",
  takes: [
    { encoding: "plain", where: "OpenStack CLI, Terraform" },
    { encoding: "base64", where: "Nova's API" },
  ],
  noun: "user data",
  fileName: "config.ign",
  snippets: [
    command(
      "OpenStack CLI",
      ({ name }) => `openstack server create \\
  --image flatcar \\
  --flavor FLAVOR \\
  --key-name KEY \\
  --network NETWORK \\
  --user-data ./config.ign \\
  ${name}`,
    ),
    terraform(
      "openstack_compute_instance_v2",
      `user_data = file("\${path.module}/config.ign")`,
    ),
  ],
  images: [
    {
      kind: "config-drive",
      use: "For a machine without a metadata service: attach it as a CD. A cloud makes it itself with --use-config-drive.",
      documented: true,
    },
  ],
  remedies: [
    "Wrap the whole config, gzipped, in a data URL of a pointer config",
    "Put the config at an https address and point to it, with its hash",
  ],
  notes: ["OVHcloud takes the same command."],
  docs: "https://www.flatcar.org/docs/latest/deploy/virt-options/openstack/",
};
