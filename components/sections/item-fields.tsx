"use client";

import type { ReactNode } from "react";
import { SecretInput, Select, TextInput } from "@/components/ui/inputs";
import { Segments } from "@/components/ui/segments";
import { Switch } from "@/components/ui/switch";
import type { Path } from "@/lib/butane";
import { fieldId } from "@/lib/state/field-id";
import { NumberInput } from "./number-input";
import { PathField, PathMessages } from "./path-field";
import { WordsInput } from "./words-input";

/** An item of the preset, where it stands, and what to do with a changed one. */
export interface ItemProps<Item> {
  readonly at: Path;
  readonly item: Item;
  readonly onChange: (item: Item) => void;
}

type KeysOf<Item, Value> = {
  [Key in keyof Item]: Item[Key] extends Value ? Key : never;
}[keyof Item] &
  string;

interface FieldProps<Item, Value> extends ItemProps<Item> {
  field: KeysOf<Item, Value>;
  label: string;
  help?: ReactNode;
  width?: "auto" | "narrow" | "medium" | "wide";
  placeholder?: string;
}

interface TextProps<Item> extends FieldProps<Item, string> {
  secret?: boolean;
  inputMode?: "numeric" | "url";
}

/** A text of an item. */
export function ItemText<Item>({
  secret,
  inputMode,
  ...props
}: TextProps<Item>) {
  const { at, item, field, onChange, label, help, width, placeholder } = props;
  const Input = secret ? SecretInput : TextInput;
  return (
    <PathField
      path={[...at, field]}
      label={label}
      help={help}
      width={width ?? "medium"}
    >
      <Input
        mono
        inputMode={inputMode}
        placeholder={placeholder}
        value={item[field] as string}
        onChange={(text) => onChange({ ...item, [field]: text })}
      />
    </PathField>
  );
}

/** A whole number of an item. */
export function ItemNumber<Item>(props: FieldProps<Item, number>) {
  const { at, item, field, onChange, label, help, width } = props;
  return (
    <PathField
      path={[...at, field]}
      label={label}
      help={help}
      width={width ?? "narrow"}
    >
      <NumberInput
        value={item[field] as number}
        onChange={(number) => onChange({ ...item, [field]: number })}
      />
    </PathField>
  );
}

/** Several words of an item, apart by blanks. */
export function ItemWords<Item>({
  commas = false,
  ...props
}: FieldProps<Item, readonly string[]> & { commas?: boolean }) {
  const { at, item, field, onChange, label, help, width, placeholder } = props;
  return (
    <PathField
      path={[...at, field]}
      label={label}
      help={help}
      width={width ?? "wide"}
    >
      <WordsInput
        commas={commas}
        {...(placeholder === undefined ? {} : { placeholder })}
        value={item[field] as readonly string[]}
        onChange={(words) => onChange({ ...item, [field]: words })}
      />
    </PathField>
  );
}

interface ChoiceProps<Item> extends FieldProps<Item, string> {
  options: readonly { readonly value: string; readonly label: string }[];
  /** All in sight, for a few with short names. */
  segments?: boolean;
}

/** One of several values of an item; one that is not among them is shown as it is. */
export function ItemChoice<Item>(props: ChoiceProps<Item>) {
  const { at, item, field, onChange, label, help, options } = props;
  const Control = props.segments ? Segments : Select;
  return (
    <PathField
      path={[...at, field]}
      label={label}
      help={help}
      width={props.width ?? "medium"}
      group={props.segments ?? false}
    >
      <Control
        value={item[field] as string}
        options={options}
        onChange={(value) => onChange({ ...item, [field]: value })}
      />
    </PathField>
  );
}

/** Something of an item that is on or off. */
export function ItemSwitch<Item>(props: FieldProps<Item, boolean>) {
  const { at, item, field, onChange, label, help } = props;
  const path = [...at, field];
  return (
    <div>
      <Switch
        id={fieldId(path)}
        label={label}
        help={help}
        checked={item[field] as boolean}
        onChange={(on) => onChange({ ...item, [field]: on })}
      />
      <PathMessages path={path} id={`${fieldId(path)}-messages`} />
    </div>
  );
}
