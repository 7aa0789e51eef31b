import type { Platform } from "../platform";
import { command, terraform } from "../snippets";

export const vmware: Platform = {
  id: "vmware",
  title: "VMware vSphere, Workstation, Fusion",
  ignitionPlatform: "vmware",
  limit: {
    bytes: 65_536,
    counts: "base64",
    certainty: "verified",
    basis:
      "open-vm-tools takes 64 KiB a guestinfo value, counted after encoding",
  },
  handOver:
    "Two guestinfo values of the virtual machine: the config and how it is encoded.",
  takes: [
    { encoding: "base64", where: "guestinfo, readable with base64 -d" },
    {
      encoding: "gzip+base64",
      where: "guestinfo, where base64 alone is too big",
    },
  ],
  wrap: "guestinfo",
  noun: "guestinfo lines",
  fileName: "guestinfo.txt",
  snippets: [
    {
      ...command(
        "govc",
        ({ name }) => `(umask 077; base64 -w0 config.ign > config.b64)
govc vm.change -vm ${name} \\
  -e guestinfo.ignition.config.data.encoding=base64 \\
  -f guestinfo.ignition.config.data=config.b64`,
      ),
      encoding: "base64",
    },
    command(
      "govc, gzip",
      ({ name }) => `(umask 077; gzip -9nc config.ign | base64 -w0 > config.b64)
govc vm.change -vm ${name} \\
  -e guestinfo.ignition.config.data.encoding=gzip+base64 \\
  -f guestinfo.ignition.config.data=config.b64`,
    ),
    {
      title: "By address",
      language: "text",
      documented: true,
      text: () =>
        `guestinfo.ignition.config.url = "https://example.com/config.ign"`,
    },
    {
      ...command(
        "ovftool",
        ({
          name,
        }) => `ovftool --name=${name} --datastore=DATASTORE --powerOn=True --X:waitForIp \\
  --X:guest:ignition.config.data="$(base64 -w0 config.ign)" \\
  --X:guest:ignition.config.data.encoding=base64 \\
  flatcar_production_vmware_ova.ova 'vi://USER:PASSWORD@HOST'`,
      ),
      encoding: "base64",
    },
    terraform(
      "vsphere_virtual_machine",
      `extra_config = {
  "guestinfo.ignition.config.data"          = base64gzip(file("\${path.module}/config.ign"))
  "guestinfo.ignition.config.data.encoding" = "gzip+base64"
}`,
    ),
  ],
  remedies: [
    "Point to an address with guestinfo.ignition.config.url (Flatcar only)",
    "Put the config at an https address and point to it, with its hash",
  ],
  notes: [
    "The lines are for the .vmx file or the advanced settings; the commands read config.ign, the Ignition config itself.",
    "Power the machine off before govc vm.change.",
    "Ignition deletes the config from guestinfo once it succeeded; mask ignition-delete-config.service to keep it.",
    "The address is read by Flatcar alone, with DHCP. A static address for fetching goes into guestinfo.afterburn.initrd.network-kargs.",
  ],
  docs: "https://www.flatcar.org/docs/latest/deploy/cloud/vmware/",
};
