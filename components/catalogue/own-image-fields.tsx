"use client";

import { FieldRow } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { PathField } from "@/components/sections/path-field";
import type { ChosenExtension, OwnImage } from "@/lib/preset";
import { ChoiceFields } from "./choice-fields";
import { UpdateFields } from "./update-fields";
import { useChosen } from "./use-chosen";

interface OwnImageFieldsProps {
  chosen: ChosenExtension;
  own: OwnImage;
  index: number;
}

export function OwnImageFields({ chosen, own, index }: OwnImageFieldsProps) {
  const change = useChosen(index);
  const setOwn = (part: Partial<OwnImage>) =>
    change({ ...chosen, own: { ...own, ...part } });
  const at = ["extensions", "chosen", index] as const;
  return (
    <>
      <FieldRow>
        <PathField path={[...at, "id"]} label="Name" width="medium">
          <TextInput
            mono
            value={chosen.id}
            onChange={(id) => change({ ...chosen, id })}
          />
        </PathField>
        <PathField path={[...at, "version"]} label="Version" width="medium">
          <TextInput
            mono
            placeholder="1.0.0"
            value={chosen.version}
            onChange={(version) => change({ ...chosen, version })}
          />
        </PathField>
      </FieldRow>
      <PathField path={[...at, "own", "url"]} label="Image">
        <TextInput
          mono
          inputMode="url"
          placeholder="https://images.example/tools-1.0.0-x86-64.raw"
          value={own.url}
          onChange={(url) => setOwn({ url })}
        />
      </PathField>
      <PathField
        path={[...at, "hash"]}
        label="Hash"
        help="sha256- or sha512- and the hexadecimal digits."
      >
        <TextInput
          mono
          placeholder="sha256-…"
          value={chosen.hash}
          onChange={(hash) => change({ ...chosen, hash: hash.trim() })}
        />
      </PathField>
      <PathField
        path={[...at, "own", "updatesFrom"]}
        label="Updates from"
        help="Directory with SHA256SUMS and newer images. Empty: the image stays at this version."
      >
        <TextInput
          mono
          inputMode="url"
          placeholder="https://images.example/tools/"
          value={own.updatesFrom}
          onChange={(updatesFrom) => setOwn({ updatesFrom })}
        />
      </PathField>
      {own.updatesFrom === "" ? null : (
        <>
          <FieldRow>
            <UpdateFields chosen={chosen} extension={undefined} index={index} />
          </FieldRow>
          {chosen.updates === "none" ? null : (
            <ChoiceFields
              chosen={chosen}
              extension={undefined}
              title={chosen.id || "the image"}
              index={index}
            />
          )}
        </>
      )}
    </>
  );
}
