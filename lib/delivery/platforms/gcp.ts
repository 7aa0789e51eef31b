import type { Platform } from "../platform";
import { type CommandWords, command, terraform } from "../snippets";

/** Only the family of the stable x86-64 images is documented; the others are left to fill in. */
function familyOf({
  channel,
  architecture,
}: Pick<CommandWords, "channel" | "architecture">): string {
  return channel === "stable" && architecture === "x86-64"
    ? "flatcar-stable"
    : "IMAGE_FAMILY";
}

export const gcp: Platform = {
  id: "gcp",
  title: "Google Compute Engine",
  ignitionPlatform: "gcp",
  limit: {
    bytes: 262_144,
    counts: "raw",
    certainty: "verified",
    basis:
      "Google documentation: 256 KB a metadata value, and less than 512 KB for all of them",
  },
  handOver: "Instance metadata under the key user-data.",
  takes: [{ encoding: "plain", where: "the value of user-data" }],
  noun: "user data",
  fileName: "config.ign",
  snippets: [
    command(
      "gcloud",
      ({ name, ...words }) => `gcloud compute instances create ${name} \\
  --image-project kinvolk-public \\
  --image-family ${familyOf(words)} \\
  --zone ZONE \\
  --machine-type MACHINE_TYPE \\
  --metadata-from-file user-data=config.ign`,
    ),
    terraform(
      "google_compute_instance",
      `metadata = {
  user-data = file("\${path.module}/config.ign")
}`,
    ),
  ],
  remedies: [
    "Point to a gs:// address that the service account may read",
    "Put the config at an https address and point to it, with its hash",
  ],
  notes: [],
  docs: "https://www.flatcar.org/docs/latest/deploy/cloud/gcp/",
};
