"use client";

import { WordsInput } from "@/components/sections/words-input";
import { FieldRow } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { Segments } from "@/components/ui/segments";
import { Switch } from "@/components/ui/switch";
import { publishedRule, restartedUnits, type Extension } from "@/lib/butane";
import { flatcarBakery } from "@/lib/preset/node-extensions";
import { fieldId } from "@/lib/state/field-id";
import { useComposer } from "@/lib/state/provider";
import { ChoiceField, useChoice, type ChoiceProps } from "./choice-field";

interface ChoicesOfUpdatesProps extends ChoiceProps {
  extension: Extension | undefined;
}

/** What may be said of the newer images. */
export function ChoicesOfUpdates(props: ChoicesOfUpdatesProps) {
  const { chosen, index } = props;
  const set = useChoice(props);
  return (
    <>
      <FirstBoot {...props} />
      <Switch
        id={fieldId(["extensions", "chosen", index, "hold"])}
        label="Hold: newer images by hand only"
        help={`The update rule is on the node, and nothing runs it but systemd-sysupdate -C ${chosen.id} update.`}
        checked={chosen.hold ?? false}
        onChange={(hold) => set("hold", hold)}
      />
      <PublishedRule {...props} />
      <VersionLimits {...props} />
      {chosen.activation === "restart" ? <UnitsToRestart {...props} /> : null}
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

/** Which image a new node begins with. */
function FirstBoot(props: ChoiceProps) {
  const { chosen, index } = props;
  const set = useChoice(props);
  return (
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
  );
}

/** Whether the bakery's own update rule is fetched; not asked where the bakery has none, unless it was chosen before. */
function PublishedRule(props: ChoiceProps) {
  const { chosen, index } = props;
  const set = useChoice(props);
  const everywhere = useComposer(({ preset }) => preset.extensions.bakery);
  const bakery = chosen.bakery || everywhere || flatcarBakery;
  const published = publishedRule(chosen, bakery);
  if (!chosen.rules && !published) return null;
  return (
    <Switch
      id={fieldId(["extensions", "chosen", index, "rules"])}
      label="Fetch the bakery’s update rule"
      help={
        published
          ? "Smaller user data, and one more download that the first boot waits for, without a hash."
          : "The bakery has none that says the same: the rule is written out."
      }
      checked={chosen.rules === "published"}
      onChange={(on) => set("rules", on ? "published" : undefined)}
    />
  );
}

/** Versions that updates stay above, and that they leave alone. */
function VersionLimits(props: ChoiceProps) {
  const { chosen, index } = props;
  const set = useChoice(props);
  return (
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
  );
}

/** What an update that restarts units restarts, in place of what the extension names. */
function UnitsToRestart(props: ChoicesOfUpdatesProps) {
  const { chosen, extension, index } = props;
  const set = useChoice(props);
  const usual = restartedUnits({ ...chosen, restartUnits: [] });
  return (
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
  );
}
