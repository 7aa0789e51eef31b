import type { Platform, SnippetInput } from "../platform";
import { type CommandWords, wordsOf } from "../snippets";

const kernelArguments =
  "flatcar.first_boot=1 ignition.config.url=https://example.com/config.ign";

function imagesAt({ board, channel, release }: CommandWords): string {
  const current = channel === "lts" ? "LTS_VERSION" : "current";
  return `${channel}.release.flatcar-linux.net/${board}/${release ?? current}`;
}

/** Boots Flatcar from its servers, with the config at an address. */
export function ipxeScript(input: SnippetInput): string {
  return `#!ipxe
set base-url http://${imagesAt(wordsOf(input))}
kernel \${base-url}/flatcar_production_pxe.vmlinuz initrd=flatcar_production_pxe_image.cpio.gz ${kernelArguments}
initrd \${base-url}/flatcar_production_pxe_image.cpio.gz
boot`;
}

export const pxe: Platform = {
  id: "pxe",
  title: "PXE, iPXE",
  ignitionPlatform: "metal",
  noLimit: { certainty: "documented", basis: "a file that is fetched" },
  handOver:
    "An address on the kernel's command line, where both arguments are needed, or a second initramfs that holds the config.",
  takes: [{ encoding: "plain", where: "the file at the address" }],
  noun: "Ignition config",
  fileName: "config.ign",
  snippets: [
    {
      title: "iPXE script",
      language: "ipxe",
      documented: true,
      text: ipxeScript,
    },
    {
      title: "iPXE script, config in the initramfs",
      language: "ipxe",
      documented: false,
      text: (input) => `#!ipxe
set base-url http://${imagesAt(wordsOf(input))}
kernel \${base-url}/flatcar_production_pxe.vmlinuz initrd=flatcar_production_pxe_image.cpio.gz initrd=oem.cpio.gz flatcar.first_boot=1
initrd \${base-url}/flatcar_production_pxe_image.cpio.gz
initrd http://example.com/oem.cpio.gz
boot`,
    },
    {
      title: "PXELINUX",
      language: "text",
      documented: true,
      text: () => `append ${kernelArguments}`,
    },
    {
      title: "PXELINUX, config in the initramfs",
      language: "text",
      documented: true,
      text: () => `kernel flatcar_production_pxe.vmlinuz
initrd flatcar_production_pxe_image.cpio.gz,oem.cpio.gz
append flatcar.first_boot=1`,
    },
  ],
  images: [
    {
      kind: "initramfs",
      use: "Put it beside the kernel as a second initramfs: the config comes with the boot and needs no address.",
      documented: true,
    },
  ],
  remedies: [],
  notes: [
    "Releases from 4487 on lost the config in the initramfs; 4593.2.0 (Stable), 4628.1.0 (Beta) and 4669.0.0 (Alpha) read it again.",
    "Serve config.ign at that address by http, https, tftp or s3.",
    "Kernel arguments of the config do nothing here: write them on the kernel's line.",
    "Without root=… the root file system is in RAM: every boot is then a first boot that fetches the extensions again and keeps them in memory.",
    "With a root on disk pass flatcar.first_boot=1 on the first boot only.",
    "A static address is the kernel argument ip=….",
  ],
  docs: "https://www.flatcar.org/docs/latest/deploy/bare-metal/booting-with-ipxe/",
};
