import type { ImageKind } from "./platform";

/** What people see of an image before it is made; `images/` makes it. */
export const imageKinds: Readonly<
  Record<ImageKind, { readonly title: string; readonly fileName: string }>
> = {
  "config-drive": { title: "Config drive", fileName: "config-drive.iso" },
  "nocloud-drive": { title: "Config drive", fileName: "cidata.iso" },
  initramfs: { title: "Initramfs with the config", fileName: "oem.cpio.gz" },
};
