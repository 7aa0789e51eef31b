import type { Platform } from "../platform";
import { command, terraform } from "../snippets";

export const aws: Platform = {
  id: "aws",
  title: "Amazon EC2",
  ignitionPlatform: "aws",
  limit: {
    bytes: 16_384,
    counts: "raw",
    certainty: "verified",
    basis: "AWS documentation: 16 KB before base64",
  },
  handOver:
    "Instance user data; the CLI, the console and Terraform's user_data take the JSON itself and encode it.",
  takes: [
    { encoding: "plain", where: "AWS CLI, console, Terraform's user_data" },
    {
      encoding: "base64",
      where: "EC2 API, launch templates, Terraform's user_data_base64",
    },
  ],
  noun: "user data",
  fileName: "config.ign",
  snippets: [
    command(
      "AWS CLI",
      () => `aws ec2 run-instances \\
  --image-id AMI_ID \\
  --instance-type INSTANCE_TYPE \\
  --key-name KEY \\
  --security-group-ids SECURITY_GROUP \\
  --user-data file://config.ign`,
    ),
    terraform(
      "aws_launch_template",
      `user_data = base64encode(file("\${path.module}/config.ign"))`,
      { title: "Terraform, launch template" },
    ),
    terraform("aws_instance", `user_data = file("\${path.module}/config.ign")`),
  ],
  remedies: [
    "Point to an s3:// or arn: address that the instance's role may read",
    "Wrap the whole config, gzipped, in a data URL of a pointer config",
    "Put the config at an https address and point to it, with its hash",
  ],
  notes: [
    "AWS adds the key of the chosen key pair to the user core.",
    "Terraform's user_data_base64 takes base64encode(…) instead of the JSON.",
    "Every process on the node can read user data: keep long-lived secrets out of it.",
  ],
  docs: "https://www.flatcar.org/docs/latest/deploy/cloud/aws-ec2/",
};
