import type { Platform } from "../platform";
import { command, terraform } from "../snippets";

export const cloudstack: Platform = {
  id: "cloudstack",
  title: "Apache CloudStack",
  ignitionPlatform: "cloudstack",
  limit: {
    bytes: 32_768,
    counts: "base64",
    certainty: "unverified",
    basis:
      "a distributor's statement for HTTP POST; the operator can change it",
  },
  handOver:
    "The userdata parameter, base64, through the metadata service or a config drive.",
  takes: [
    { encoding: "plain", where: "Terraform" },
    { encoding: "base64", where: "the userdata parameter of the API" },
  ],
  noun: "user data",
  fileName: "config.ign",
  snippets: [
    command(
      "cmk",
      () => `cmk deploy virtualmachine \\
  zoneid=ZONE serviceofferingid=OFFERING templateid=TEMPLATE \\
  userdata="$(base64 -w0 config.ign)"`,
    ),
    terraform(
      "cloudstack_instance",
      `user_data = file("\${path.module}/config.ign")`,
      { documented: false },
    ),
  ],
  remedies: [
    "Put the config at an https address and point to it, with its hash",
  ],
  notes: ["Sent by HTTP GET far less fits."],
  docs: "https://github.com/coreos/ignition/blob/main/docs/supported-platforms.md",
};
