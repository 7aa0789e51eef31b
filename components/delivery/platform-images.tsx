"use client";

import { Download } from "lucide-react";
import { fetched } from "@/components/ui/late";
import { imageKinds } from "@/lib/delivery/image-kinds";
import type { PlatformImage, UserData } from "@/lib/delivery/platform";
import styles from "./user-data-view.module.css";

interface PlatformImagesProps {
  readonly userData: UserData;
  readonly onDownload: (
    bytes: Uint8Array<ArrayBuffer>,
    fileName: string,
  ) => void;
}

/** Files to attach to the machine or to boot it with; each is made as it is asked for. */
export function PlatformImages({ userData, onDownload }: PlatformImagesProps) {
  const { platform, config, node } = userData;
  const save = async ({ kind }: PlatformImage) => {
    const maker = await fetched(() => import("@/lib/delivery/images"));
    if (!maker) return;
    const bytes = maker.imageOf(kind, { config, name: node.name });
    onDownload(bytes, imageKinds[kind].fileName);
  };
  return (platform.images ?? []).map((image) => {
    const { title, fileName } = imageKinds[image.kind];
    return (
      <section key={image.kind} className={styles.snippet}>
        <header>
          <h3>{title}</h3>
          {!image.documented && (
            <span className={styles.unsure}>not verified</span>
          )}
          <button type="button" onClick={() => void save(image)}>
            <Download size={14} aria-hidden="true" />
            Download {fileName}
          </button>
        </header>
        <p className={styles.use}>{image.use}</p>
      </section>
    );
  });
}
