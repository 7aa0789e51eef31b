import type { Platform } from "../platform";
import { command, terraform } from "../snippets";

export const azure: Platform = {
  id: "azure",
  title: "Microsoft Azure",
  ignitionPlatform: "azure",
  since: 3277,
  limit: {
    bytes: 65_535,
    counts: "raw",
    certainty: "verified",
    basis: "Azure documentation: 64 KB, in the API 65535 bytes",
  },
  handOver: "User data, or custom data; one of the two.",
  takes: [
    { encoding: "plain", where: "Azure CLI" },
    {
      encoding: "base64",
      where: "Azure's API and templates, Terraform's user_data and custom_data",
    },
  ],
  noun: "user data",
  fileName: "config.ign",
  snippets: [
    command(
      "Azure CLI",
      ({ name }) => `az vm create \\
  --name ${name} \\
  --resource-group RESOURCE_GROUP \\
  --admin-username core \\
  --image IMAGE_URN \\
  --user-data config.ign`,
    ),
    command(
      "Azure CLI, custom data",
      ({ name }) => `az vm create \\
  --name ${name} \\
  --resource-group RESOURCE_GROUP \\
  --admin-username core \\
  --image IMAGE_URN \\
  --custom-data "$(cat config.ign)"`,
    ),
    terraform(
      "azurerm_linux_virtual_machine",
      `user_data = base64encode(file("\${path.module}/config.ign"))`,
      { title: "Terraform, user data" },
    ),
    terraform(
      "azurerm_linux_virtual_machine",
      `custom_data = base64encode(file("\${path.module}/config.ign"))`,
    ),
  ],
  remedies: [
    "Put the config at an https address and point to it, with its hash; a blob of the storage account can be read with the managed identity from Ignition 2.21 (Flatcar 4344) on",
    "Wrap the whole config, gzipped, in a data URL of a pointer config",
  ],
  notes: [
    "--admin-username core keeps Azure from creating a second user.",
    "User data cannot be changed after launch; reading it takes Ignition 2.14 (Flatcar 3277) or newer, custom data works everywhere.",
    "Terraform's user_data and custom_data both take base64.",
  ],
  docs: "https://www.flatcar.org/docs/latest/deploy/cloud/azure/",
};
