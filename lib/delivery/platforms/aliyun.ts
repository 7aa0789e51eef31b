import type { Platform } from "../platform";
import { terraform } from "../snippets";

export const aliyun: Platform = {
  id: "aliyun",
  title: "Alibaba Cloud",
  ignitionPlatform: "aliyun",
  limit: {
    bytes: 32_768,
    counts: "raw",
    certainty: "verified",
    basis:
      "Alibaba Cloud documentation: 32 KB before base64; older pages say 16 KB",
  },
  handOver: "ECS user data, base64 in the API.",
  takes: [
    { encoding: "plain", where: "the file that Terraform encodes" },
    { encoding: "base64", where: "ECS user data in the API and in Terraform" },
  ],
  noun: "user data",
  fileName: "config.ign",
  snippets: [
    terraform(
      "alicloud_instance",
      `user_data = base64encode(file("\${path.module}/config.ign"))`,
      { documented: false },
    ),
  ],
  remedies: [
    "Put the config at an https address and point to it, with its hash",
  ],
  notes: ["Flatcar has no page about it."],
  docs: "https://github.com/coreos/ignition/blob/main/docs/supported-platforms.md",
};
