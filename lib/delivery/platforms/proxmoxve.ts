import type { Platform } from "../platform";
import { command, wordsOf } from "../snippets";

export const proxmoxve: Platform = {
  id: "proxmoxve",
  title: "Proxmox VE",
  ignitionPlatform: "proxmoxve",
  since: 4152,
  noLimit: { certainty: "documented", basis: "a file on the config drive" },
  handOver:
    "A snippet file that serves as cloud-init user data; the VM needs a cloud-init drive.",
  takes: [{ encoding: "plain", where: "the snippet file" }],
  noun: "snippet file",
  fileName: "config.ign",
  snippets: [
    command(
      "Proxmox host",
      ({ file }) => `install -m 0600 config.ign /var/lib/vz/snippets/${file}.ign
qm set VM_ID --ide2 local-lvm:cloudinit
qm set VM_ID --cicustom user=local:snippets/${file}.ign`,
    ),
    {
      title: "Terraform",
      language: "hcl",
      documented: false,
      text: (input) => `resource "proxmox_virtual_environment_file" "ignition" {
  content_type = "snippets"
  datastore_id = "local"
  node_name    = "NODE"

  source_raw {
    data      = file("\${path.module}/config.ign")
    file_name = "${wordsOf(input).file}.ign"
  }
}

resource "proxmox_virtual_environment_vm" "node" {
  initialization {
    user_data_file_id = proxmox_virtual_environment_file.ignition.id
  }
}`,
    },
  ],
  images: [
    {
      kind: "nocloud-drive",
      use: "Upload it as an ISO image and attach it as a CD, in place of the cloud-init drive: this works in the web interface.",
      documented: false,
    },
  ],
  remedies: [],
  notes: [
    "The web interface cannot choose a snippet; the storage must allow them.",
    "Messages about failed cloud-init services at boot are harmless.",
  ],
  docs: "https://www.flatcar.org/docs/latest/deploy/virt-options/proxmoxve/",
};
