"use client";

import { TextInput } from "@/components/ui/inputs";
import { flatcarBakery } from "@/lib/preset/node-extensions";
import { useComposer } from "@/lib/state/provider";
import { ChoiceField, useChoice, type ChoiceProps } from "./choice-field";
import { useChosen } from "./use-chosen";

/** Where the first image comes from, and what it is checked by. */
export function ChoicesOfImage(props: ChoiceProps) {
  const { chosen, index } = props;
  const change = useChosen(index);
  const set = useChoice(props);
  const bakery = useComposer(({ preset }) => preset.extensions.bakery);
  return (
    <>
      <ChoiceField
        index={index}
        field="hash"
        label="Hash of the image"
        help={
          chosen.hash === ""
            ? "Not known: the node takes whatever the address gives. It stands in the SHA256SUMS beside the image."
            : "Of this version on this architecture; another file stops the first boot."
        }
      >
        <TextInput
          mono
          placeholder="sha256-…"
          value={chosen.hash}
          onChange={(hash) => change({ ...chosen, hash: hash.trim() })}
        />
      </ChoiceField>
      <ChoiceField
        index={index}
        field="bakery"
        label="From another bakery"
        help="Address of the folder with this image and with its updates, for a mirror or a fork."
      >
        <TextInput
          mono
          inputMode="url"
          placeholder={bakery || flatcarBakery}
          value={chosen.bakery ?? ""}
          onChange={(address) => set("bakery", address)}
        />
      </ChoiceField>
    </>
  );
}
