import type { Platform } from "../platform";
import { command, terraform } from "../snippets";

export const proxmoxve: Platform = {
  id: "proxmoxve",
  title: "Proxmox VE",
  ignitionPlatform: "proxmoxve",
  noLimit: { certainty: "documented", basis: "a file on the config drive" },
  handOver:
    "A snippet file that serves as cloud-init user data; the VM needs a cloud-init drive.",
  encoding: "plain",
  noun: "snippet file",
  fileName: "config.ign",
  snippets: [
    command(
      "Proxmox host",
      ({ file }) => `cp config.ign /var/lib/vz/snippets/${file}.ign
qm set VM_ID --ide2 local-lvm:cloudinit
qm set VM_ID --cicustom user=local:snippets/${file}.ign`,
    ),
    terraform(
      "proxmox_virtual_environment_vm",
      `initialization {
  user_data_file_id = proxmox_virtual_environment_file.ignition.id
}`,
      false,
    ),
  ],
  remedies: [],
  notes: [
    "The web interface cannot set it; the storage must allow snippets.",
    "Messages about failed cloud-init services at boot are harmless.",
    "Ignition reads Proxmox's drive from Flatcar 4152 on.",
  ],
  docs: "https://www.flatcar.org/docs/latest/deploy/virt-options/proxmoxve/",
};
