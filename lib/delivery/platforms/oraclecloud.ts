import type { Platform } from "../platform";
import { command, terraform } from "../snippets";

export const oraclecloud: Platform = {
  id: "oraclecloud",
  title: "Oracle Cloud Infrastructure",
  ignitionPlatform: "oraclecloud",
  since: 4459,
  limit: {
    bytes: 32_000,
    counts: "base64",
    certainty: "unverified",
    basis: "32000 bytes for all metadata, user data counted as base64",
  },
  handOver: "Instance metadata user_data.",
  takes: [
    { encoding: "plain", where: "OCI CLI" },
    {
      encoding: "base64",
      where: "the metadata user_data of the API, Terraform",
    },
  ],
  noun: "user data",
  fileName: "config.ign",
  snippets: [
    command(
      "OCI CLI",
      () => `oci compute instance launch \\
  --compartment-id COMPARTMENT \\
  --availability-domain DOMAIN \\
  --subnet-id SUBNET \\
  --shape SHAPE \\
  --image-id IMAGE_ID \\
  --assign-public-ip true \\
  --user-data-file ./config.ign`,
    ),
    terraform(
      "oci_core_instance",
      `metadata = {
  user_data = base64encode(file("\${path.module}/config.ign"))
}`,
      { documented: false },
    ),
  ],
  remedies: [
    "Put the config at an https address and point to it, with its hash",
  ],
  notes: [],
  docs: "https://www.flatcar.org/docs/latest/deploy/cloud/oraclecloud/",
};
