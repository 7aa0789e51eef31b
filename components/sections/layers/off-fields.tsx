"use client";

import { Switch } from "@/components/ui/switch";
import { formatOsRelease } from "@/lib/butane";
import { oemExtensionOf } from "@/lib/delivery/oem-extensions";
import { platformById } from "@/lib/delivery/platforms";
import type { LayersValue } from "@/lib/preset/sections/layers/value";
import { useComposer } from "@/lib/state/provider";
import { PathField } from "../path-field";
import { Card } from "../section-page";
import { WordsInput } from "../words-input";

interface OffFieldsProps {
  layers: LayersValue;
  onChange: (part: Partial<LayersValue>) => void;
}

/** Layers of the image that are switched off: the vendor's tools, and Flatcar's own that are on by default. */
export function OffFields({ layers, onChange }: OffFieldsProps) {
  const platform = useComposer((state) => state.preset.target.platform);
  const title = platformById(platform)?.title ?? "this platform";
  const vendor = oemExtensionOf(platform);
  const { oemOff, officialOff } = layers;
  const others = oemOff.filter((id) => id !== vendor?.id);
  const isOff = vendor !== undefined && oemOff.includes(vendor.id);
  const setOff = (off: boolean, rest: readonly string[]) =>
    onChange({ oemOff: [...(off && vendor ? [vendor.id] : []), ...rest] });
  return (
    <Card title="Layers of the image">
      {vendor ? (
        <Switch
          label={`Switch off oem-${vendor.id}, the vendor tools for ${title}`}
          help={`Flatcar updates them with the OS. ${
            vendor.since
              ? `An extension since ${formatOsRelease(vendor.since)}.`
              : "Since which release they are an extension is not verified."
          }`}
          checked={isOff}
          onChange={(off) => setOff(off, others)}
        />
      ) : (
        <p>No vendor extension is known for {title}.</p>
      )}
      <PathField
        path={["layers", "oemOff"]}
        label={
          vendor
            ? "Other vendor extensions that are off"
            : "Vendor extensions that are off"
        }
        width="medium"
        help="The id behind oem-, for an image of another platform."
      >
        <WordsInput
          placeholder="azure"
          value={others}
          onChange={(rest) => setOff(isOff, rest)}
        />
      </PathField>
      <PathField
        path={["layers", "officialOff"]}
        label="Flatcar extensions that are off"
        width="medium"
        help="Lines -NAME of enabled-sysext.conf. As of August 2026 no release has one on by default; the built-in Docker and containerd are switched off under Extensions."
      >
        <WordsInput
          placeholder="NAME"
          value={officialOff}
          onChange={(names) => onChange({ officialOff: names })}
        />
      </PathField>
    </Card>
  );
}
