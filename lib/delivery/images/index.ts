import { gzipSync } from "fflate";
import { utf8 } from "@/lib/bytes";
import type { ImageKind, SnippetInput } from "../platform";
import { fileWord } from "../quote";
import { cpio } from "./cpio";
import { iso9660 } from "./iso9660";

/**
 * A file made of the config, as bytes: the same node gives the same bytes.
 * - `config-drive`: a CD with the label and the path that Ignition looks for on OpenStack and Nutanix
 *   (`internal/providers/openstack` and `nutanix` of Ignition).
 * - `nocloud-drive`: the same for Proxmox VE (`internal/providers/proxmoxve`); the other three files are what Afterburn wants there
 *   before it writes the `COREOS_PROXMOXVE_…` variables.
 * - `initramfs`: what Flatcar's page on PXE has one make with cpio: the config as a part of the initramfs.
 */
export function imageOf(
  kind: ImageKind,
  { config, name }: Pick<SnippetInput, "config" | "name">,
): Uint8Array<ArrayBuffer> {
  const bytes = utf8(config);
  switch (kind) {
    case "config-drive":
      return iso9660("config-2", [
        { path: "openstack/latest/user_data", bytes },
      ]);
    case "nocloud-drive":
      return iso9660("cidata", [
        // In quotes, because a name such as 123 would be a number, which Afterburn refuses.
        {
          path: "meta-data",
          bytes: utf8(`instance-id: "${fileWord(name)}"\n`),
        },
        { path: "network-config", bytes: utf8("version: 1\nconfig: []\n") },
        { path: "user-data", bytes },
        { path: "vendor-data", bytes: utf8("{}\n") },
      ]);
    case "initramfs": {
      const archive = cpio([{ path: "usr/share/oem/config.ign", bytes }]);
      return new Uint8Array(gzipSync(archive, { level: 9, mtime: 0 }));
    }
  }
}
