import type { Platform } from "../platform";
import { type CommandWords, wordsOf } from "../snippets";

const kernelArguments =
  "flatcar.first_boot=1 ignition.config.url=https://example.com/config.ign";

function imagesAt({ board, channel, release }: CommandWords): string {
  const current = channel === "lts" ? "LTS_VERSION" : "current";
  return `${channel}.release.flatcar-linux.net/${board}/${release ?? current}`;
}

export const pxe: Platform = {
  id: "pxe",
  title: "PXE, iPXE",
  ignitionPlatform: "metal",
  noLimit: { certainty: "documented", basis: "a file that is fetched" },
  handOver:
    "An address on the kernel's command line; both arguments are needed.",
  encoding: "plain",
  noun: "Ignition config",
  fileName: "config.ign",
  snippets: [
    {
      title: "iPXE script",
      language: "ipxe",
      documented: true,
      text: (input) => `#!ipxe
set base-url http://${imagesAt(wordsOf(input))}
kernel \${base-url}/flatcar_production_pxe.vmlinuz initrd=flatcar_production_pxe_image.cpio.gz ${kernelArguments}
initrd \${base-url}/flatcar_production_pxe_image.cpio.gz
boot`,
    },
    {
      title: "PXELINUX",
      language: "text",
      documented: true,
      text: () => `append ${kernelArguments}`,
    },
  ],
  remedies: [],
  notes: [
    "Serve config.ign at that address by http, https, tftp or s3.",
    "Kernel arguments of the config do nothing here: write them on the kernel's line.",
    "Without root=… the root file system is in RAM: every boot is then a first boot that fetches the extensions again and keeps them in memory.",
    "With a root on disk pass flatcar.first_boot=1 on the first boot only.",
    "A static address is the kernel argument ip=….",
  ],
  docs: "https://www.flatcar.org/docs/latest/deploy/bare-metal/booting-with-ipxe/",
};
