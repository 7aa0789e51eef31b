import type { Platform } from "../platform";
import { command, wordsOf } from "../snippets";

const terraformText = `resource "libvirt_ignition" "node" {
  name    = "node-ignition"
  content = file("\${path.module}/config.ign")
}

resource "libvirt_domain" "node" {
  features = { acpi = true } # without it q35 refuses the fw_cfg entry
  sys_info = [{
    fw_cfg = {
      entry = [{
        name  = "opt/org.flatcar-linux/config"
        file  = libvirt_ignition.node.path
        value = ""
      }]
    }
  }]
}`;

export const libvirt: Platform = {
  id: "libvirt",
  title: "libvirt, virt-install",
  ignitionPlatform: "qemu",
  noLimit: { certainty: "documented", basis: "a file of the host" },
  handOver:
    "A fw_cfg file under opt/org.flatcar-linux/config, through QEMU's command line or the domain's sysinfo.",
  takes: [{ encoding: "plain", where: "the fw_cfg file" }],
  noun: "Ignition config",
  fileName: "config.ign",
  snippets: [
    command(
      "virt-install",
      ({
        name,
        file,
      }) => `install -D -m 0644 config.ign /var/lib/libvirt/flatcar-linux/${file}/provision.ign
virt-install --connect qemu:///system --import \\
  --name ${name} --ram 2048 --vcpus 2 --os-variant=unknown --graphics=none \\
  --disk size=20,backing_store=/var/lib/libvirt/images/flatcar-linux/flatcar_production_qemu_image.img \\
  --qemu-commandline='-fw_cfg name=opt/org.flatcar-linux/config,file=/var/lib/libvirt/flatcar-linux/${file}/provision.ign'`,
    ),
    {
      title: "Domain XML",
      language: "xml",
      documented: true,
      text: (input) => `<sysinfo type='fwcfg'>
  <entry name='opt/org.flatcar-linux/config' file='/var/lib/libvirt/flatcar-linux/${wordsOf(input).file}/provision.ign'/>
</sysinfo>
`,
    },
    {
      title: "Terraform",
      language: "hcl",
      documented: true,
      text: () => terraformText,
    },
  ],
  remedies: [],
  notes: [
    "SELinux or AppArmor on the host must let QEMU read the file.",
    "QEMU has to read it, so the command lets everybody on the host do so: where it holds secrets, give it to the group that QEMU runs in, with mode 0640.",
  ],
  docs: "https://www.flatcar.org/docs/latest/deploy/virt-options/libvirt/",
};
