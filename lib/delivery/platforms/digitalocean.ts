import type { Platform } from "../platform";
import { command, terraform } from "../snippets";

export const digitalocean: Platform = {
  id: "digitalocean",
  title: "DigitalOcean",
  ignitionPlatform: "digitalocean",
  limit: {
    bytes: 65_536,
    counts: "raw",
    certainty: "verified",
    basis: "DigitalOcean API documentation: 64 KiB",
  },
  handOver: "Droplet user data.",
  takes: [{ encoding: "plain", where: "user_data, in the API a JSON string" }],
  noun: "user data",
  fileName: "config.ign",
  snippets: [
    command(
      "doctl",
      ({ name }) => `doctl compute droplet create ${name} \\
  --image IMAGE_ID \\
  --region REGION \\
  --size SIZE \\
  --ssh-keys KEY_ID \\
  --user-data-file config.ign`,
      false,
    ),
    command(
      "HTTP API",
      ({ name }) => `jq -n --rawfile user_data config.ign --arg name ${name} \\
  '{name: $name, region: "REGION", size: "SIZE", image: "IMAGE_ID", ssh_keys: ["KEY_FINGERPRINT"], user_data: $user_data}' |
  curl --request POST https://api.digitalocean.com/v2/droplets \\
    --header "Authorization: Bearer $TOKEN" \\
    --header "Content-Type: application/json" \\
    --data-binary @-`,
    ),
    terraform(
      "digitalocean_droplet",
      `user_data = file("\${path.module}/config.ign")`,
    ),
  ],
  remedies: [
    "Wrap the whole config, gzipped, in a data URL of a pointer config",
    "Put the config at an https address and point to it, with its hash",
  ],
  notes: [
    "Flatcar has to be imported as a custom image first.",
    "In the HTTP API the config is a string, user_data.",
  ],
  docs: "https://www.flatcar.org/docs/latest/deploy/cloud/digitalocean/",
};
