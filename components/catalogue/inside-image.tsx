"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Fold } from "@/components/ui/fold";
import { Segments } from "@/components/ui/segments";
import { Switch } from "@/components/ui/switch";
import { formatOsRelease } from "@/lib/butane";
import { releaseNote } from "@/lib/preset/sections/layers/file-layers";
import type { LayerMatch } from "@/lib/preset/sections/layers/value";
import { releaseOf } from "@/lib/preset/os-release";
import { useComposer } from "@/lib/state/provider";
import styles from "./own-image-dialog.module.css";

const fits: readonly {
  value: LayerMatch;
  label: string;
  help: string;
}[] = [
  {
    value: "any",
    label: "Static programs",
    help: "They run on any OS: ID=_any skips every other comparison.",
  },
  {
    value: "level",
    label: "For Flatcar",
    help: "Fits every Flatcar release with this extension level.",
  },
  {
    value: "version",
    label: "Linked to one release",
    help: "Programs that need the libraries of exactly this release. After an OS update the image is passed over.",
  },
];

/** What an image has to say of itself, for whoever builds it. */
export function InsideImage({ name }: { name: string }) {
  const target = useComposer((state) => state.preset.target);
  const [open, setOpen] = useState(false);
  const [match, setMatch] = useState<LayerMatch>("any");
  const [reload, setReload] = useState(false);
  const id = name || "NAME";
  const osVersion = formatOsRelease(releaseOf({ target }));
  const note = `${releaseNote({ match, osVersion, reload })}ARCHITECTURE=${target.architecture}\n`;
  const path = `usr/lib/extension-release.d/extension-release.${id}`;
  return (
    <Fold
      label="what has to be inside the image"
      summary="What has to be inside the image"
      open={open}
      onOpen={setOpen}
    >
      <Field
        label="It holds"
        group
        help={fits.find(({ value }) => value === match)?.help}
      >
        <Segments value={match} options={fits} onChange={setMatch} />
      </Field>
      <Switch
        label="It brings units"
        help="systemd reads its units again after the merge."
        checked={reload}
        onChange={setReload}
      />
      <p>
        A file <code>{path}</code> beside usr/ or opt/ with the programs. If
        name and file do not agree, no image at all is merged.
      </p>
      <pre
        className={styles.note}
        tabIndex={0}
        aria-label={`extension-release.${id}`}
      >
        {note}
      </pre>
    </Fold>
  );
}
