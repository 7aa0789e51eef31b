"use client";

import { useState, type ReactNode } from "react";
import { WordsInput } from "@/components/sections/words-input";
import { Field, FieldRow } from "@/components/ui/field";
import { Fold } from "@/components/ui/fold";
import { TextInput } from "@/components/ui/inputs";
import { Segments } from "@/components/ui/segments";
import { Switch } from "@/components/ui/switch";
import {
  publishedRule,
  restartedUnits,
  withChoice,
  type Extension,
  type ImageChoices,
} from "@/lib/butane";
import type { ChosenExtension } from "@/lib/preset";
import { flatcarBakery } from "@/lib/preset/node-extensions";
import { fieldId } from "@/lib/state/field-id";
import { useComposer } from "@/lib/state/provider";
import { useView } from "@/lib/state/view-store";
import { choiceFields, choiceSummary } from "./choice-summary";
import { useChosen } from "./use-chosen";

interface ChoiceFieldsProps {
  chosen: ChosenExtension;
  extension: Extension | undefined;
  title: string;
  index: number;
}

/** What few nodes say of an image, folded away; a problem that asks for one of the fields opens them. */
export function ChoiceFields(props: ChoiceFieldsProps) {
  const { chosen, title, index } = props;
  const focus = useView((view) => view.focus);
  const isAsked =
    focus?.path[0] === "extensions" &&
    focus.path[1] === "chosen" &&
    focus.path[2] === index &&
    choiceFields.includes(String(focus.path[3]));
  const [open, setOpen] = useState(isAsked);
  const [served, setServed] = useState(focus?.token);
  if (focus && focus.token !== served) {
    setServed(focus.token);
    if (isAsked) setOpen(true);
  }
  return (
    <Fold
      label={`further choices of ${title}`}
      summary={choiceSummary(chosen)}
      open={open}
      onOpen={setOpen}
    >
      {chosen.updates === "none" ? null : <OfUpdates {...props} />}
      {chosen.own ? null : <OfImage chosen={chosen} index={index} />}
    </Fold>
  );
}

/** What may be said of the newer images. */
function OfUpdates({ chosen, extension, index }: ChoiceFieldsProps) {
  const set = useChoice(chosen, index);
  const usual = restartedUnits({ ...chosen, restartUnits: [] });
  const everywhere = useComposer(({ preset }) => preset.extensions.bakery);
  const bakery = chosen.bakery || everywhere || flatcarBakery;
  return (
    <>
      <ChoiceField
        index={index}
        field="firstBoot"
        label="First boot"
        group
        help={
          chosen.firstBoot === "newest"
            ? "The node boots without it and then fetches the newest one by itself: two nodes of one config may differ. Not verified by a real boot."
            : "Ignition fetches exactly the chosen version before the node starts."
        }
      >
        <Segments
          value={chosen.firstBoot ?? "chosen"}
          options={[
            { value: "chosen", label: "Chosen version" },
            { value: "newest", label: "Newest of that day" },
          ]}
          onChange={(value) =>
            set("firstBoot", value === "newest" ? "newest" : undefined)
          }
        />
      </ChoiceField>
      <Switch
        id={fieldId(["extensions", "chosen", index, "hold"])}
        label="Hold: newer images by hand only"
        help={`The update rule is on the node, and nothing runs it but systemd-sysupdate -C ${chosen.id} update.`}
        checked={chosen.hold ?? false}
        onChange={(hold) => set("hold", hold)}
      />
      {chosen.rules || publishedRule(chosen, bakery) ? (
        <Switch
          id={fieldId(["extensions", "chosen", index, "rules"])}
          label="Fetch the bakery’s update rule"
          help={
            publishedRule(chosen, bakery)
              ? "Smaller user data, and one more download that the first boot waits for, without a hash."
              : "The bakery has none that says the same: the rule is written out."
          }
          checked={chosen.rules === "published"}
          onChange={(on) => set("rules", on ? "published" : undefined)}
        />
      ) : null}
      <FieldRow>
        <ChoiceField
          index={index}
          field="minVersion"
          label="Nothing older than"
          width="medium"
          help="A version that is never gone below."
        >
          <TextInput
            mono
            placeholder={chosen.version}
            value={chosen.minVersion ?? ""}
            onChange={(version) => set("minVersion", version)}
          />
        </ChoiceField>
        <ChoiceField
          index={index}
          field="protectVersion"
          label="Never clear away"
          width="medium"
          help="A version that stays on the disk to go back to."
        >
          <TextInput
            mono
            placeholder={chosen.version}
            value={chosen.protectVersion ?? ""}
            onChange={(version) => set("protectVersion", version)}
          />
        </ChoiceField>
      </FieldRow>
      {chosen.activation === "restart" ? (
        <ChoiceField
          index={index}
          field="restartUnits"
          label="Units to restart"
          help={
            extension && usual.length > 0
              ? `Empty: ${usual.join(", ")}.`
              : "Without one, the new image is merged and the old programs run on."
          }
        >
          <WordsInput
            placeholder={usual.join(", ") || "tool.service"}
            value={chosen.restartUnits ?? []}
            onChange={(units) => set("restartUnits", units)}
          />
        </ChoiceField>
      ) : null}
      <Switch
        id={fieldId(["extensions", "chosen", index, "verify"])}
        label="Take signed lists only"
        help="SHA256SUMS.gpg beside the images has to fit a key of this node. Flatcar’s bakery signs nothing: its updates would stop."
        checked={chosen.verify ?? false}
        onChange={(verify) => set("verify", verify)}
      />
    </>
  );
}

/** Where the first image comes from, and what it is checked by. */
function OfImage({
  chosen,
  index,
}: {
  chosen: ChosenExtension;
  index: number;
}) {
  const change = useChosen(index);
  const set = useChoice(chosen, index);
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

function ChoiceField(props: {
  index: number;
  field: string;
  label: string;
  help: ReactNode;
  group?: boolean;
  width?: "medium" | "wide";
  children: ReactNode;
}) {
  const { index, field, ...rest } = props;
  return (
    <Field {...rest} id={fieldId(["extensions", "chosen", index, field])} />
  );
}

function useChoice(chosen: ChosenExtension, index: number) {
  const change = useChosen(index);
  return <Key extends keyof ImageChoices>(
    key: Key,
    value: ImageChoices[Key] | undefined,
  ) => change(withChoice(chosen, key, value));
}
