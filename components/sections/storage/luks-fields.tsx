"use client";

import { FieldRow } from "@/components/ui/field";
import { SecretInput, TextInput } from "@/components/ui/inputs";
import { ListEditor } from "@/components/ui/list-editor";
import type {
  EncryptedDevice,
  KeyFile,
} from "@/lib/preset/sections/storage/value";
import { setAt } from "@/lib/set-at";
import {
  ItemChoice,
  ItemSwitch,
  ItemText,
  ItemWords,
  type ItemProps,
} from "../item-fields";
import { PathField } from "../path-field";
import styles from "../section.module.css";

const unlocking = [
  { value: "", label: "Key file" },
  { value: "any", label: "TPM" },
  { value: "measured", label: "TPM, measured boot" },
] as const;

const unlockingHelp = {
  "": "The key stays in /etc/luks on the root filesystem: that protects the disk when it is taken out alone.",
  any: "On the first boot the key goes into the TPM of this machine and is removed from the disk. Flatcar 3913.0.1 and later.",
  measured:
    "The TPM gives the key only to the firmware, boot code and kernel that it has seen; a second boot binds it, and a hook lets go before OS updates. UEFI only. Flatcar calls it experimental.",
} as const;

/** An encrypted device: what is encrypted, and who unlocks it. */
export function LuksFields(props: ItemProps<EncryptedDevice>) {
  const { at, item, onChange } = props;
  return (
    <>
      <FieldRow>
        <ItemText
          {...props}
          field="name"
          label="Name"
          placeholder="secret"
          help="Found as /dev/mapper/name."
        />
        <ItemText
          {...props}
          field="device"
          label="Device"
          placeholder="/dev/disk/by-partlabel/secret"
        />
      </FieldRow>
      <ItemSwitch
        {...props}
        field="wipe"
        label="Encrypt it anew"
        help="What it held is lost. Off, a device that matches is kept, and needs its key here."
      />
      <ItemChoice
        {...props}
        field="tpm2"
        label="Unlocked by"
        segments
        width="wide"
        options={unlocking}
        help={unlockingHelp[item.tpm2]}
      />
      {item.tpm2 === "measured" ? (
        <ItemText
          {...props}
          field="pcrs"
          label="Registers it is bound to"
          placeholder="4+7+8+9+11+12+13"
        />
      ) : null}
      <KeyFields
        at={[...at, "key"]}
        item={item.key}
        onChange={(key) => onChange({ ...item, key })}
      />
      <FieldRow>
        <ItemText {...props} field="label" label="Label" />
        <ItemText {...props} field="uuid" label="UUID" />
      </FieldRow>
      <ItemWords
        {...props}
        field="options"
        label="Options for cryptsetup luksFormat"
      />
      <ItemWords
        {...props}
        field="openOptions"
        label="Options for cryptsetup open"
        help="Spec 1.1.0."
      />
      <ItemSwitch
        {...props}
        field="discard"
        label="Pass freed blocks on to the device"
        help="Keeps SSDs fast, and shows which blocks hold data. Spec 1.1.0."
      />
      <p className={styles.check}>
        A Tang server, or Clevis with the TPM, has no field: Butane for Flatcar
        refuses clevis, and only an Ignition config can ask for it.
      </p>
    </>
  );
}

/** Where the key comes from; with nothing said, Ignition makes one. */
function KeyFields({ at, item, onChange }: ItemProps<KeyFile>) {
  const props = { at, item, onChange };
  return (
    <>
      <ItemText
        {...props}
        field="inline"
        label="Key"
        width="wide"
        secret
        help="Empty, Ignition makes one. Left out of links and drafts, but in the user data."
      />
      <ItemText
        {...props}
        field="source"
        label="Address of the key"
        width="wide"
        placeholder="https://"
      />
      {item.source === "" ? null : (
        <>
          <ItemText
            {...props}
            field="hash"
            label="Hash of the key"
            width="wide"
            placeholder="sha256-"
          />
          <ItemChoice
            {...props}
            field="compression"
            label="Packed"
            segments
            options={[
              { value: "", label: "No" },
              { value: "gzip", label: "gzip" },
            ]}
          />
          <ListEditor
            items={item.headers}
            onChange={(headers) => onChange({ ...item, headers })}
            make={() => ({ name: "", value: "" })}
            addLabel="Add header for the key"
            name={({ name }, index) => name || `header ${index + 1}`}
            render={(header, index) => (
              <HeaderFields
                at={[...at, "headers", index]}
                item={header}
                onChange={(next) =>
                  onChange(setAt(item, ["headers", index], next))
                }
              />
            )}
          />
        </>
      )}
    </>
  );
}

function HeaderFields({
  at,
  item,
  onChange,
}: ItemProps<KeyFile["headers"][number]>) {
  return (
    <FieldRow>
      <PathField path={[...at, "name"]} label="Header" width="medium">
        <TextInput
          mono
          placeholder="Authorization"
          value={item.name}
          onChange={(name) => onChange({ ...item, name })}
        />
      </PathField>
      <PathField path={[...at, "value"]} label="Value" width="medium">
        <SecretInput
          mono
          value={item.value}
          onChange={(value) => onChange({ ...item, value })}
        />
      </PathField>
    </FieldRow>
  );
}
