import type { Platform } from "../platform";
import { command } from "../snippets";

export const qemu: Platform = {
  id: "qemu",
  title: "QEMU",
  ignitionPlatform: "qemu",
  noLimit: { certainty: "documented", basis: "a file of the host" },
  handOver: "A fw_cfg file under opt/org.flatcar-linux/config.",
  takes: [{ encoding: "plain", where: "the fw_cfg file" }],
  noun: "Ignition config",
  fileName: "config.ign",
  snippets: [
    command(
      "Flatcar's script",
      () => `./flatcar_production_qemu_uefi.sh -i config.ign -- -nographic`,
    ),
    command(
      "qemu-system",
      ({
        architecture,
      }) => `${architecture === "arm64" ? "qemu-system-aarch64" : "qemu-system-x86_64"} … \\
  -fw_cfg name=opt/org.flatcar-linux/config,file=config.ign`,
    ),
  ],
  remedies: [],
  notes: ["The quickest way to try a node before it goes anywhere else."],
  docs: "https://www.flatcar.org/docs/latest/deploy/virt-options/qemu/",
};
