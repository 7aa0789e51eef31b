"use client";

import { useId } from "react";
import {
  SecretArea,
  SecretInput,
  Select,
  TextArea,
  TextInput,
} from "@/components/ui/inputs";
import { ListEditor } from "@/components/ui/list-editor";
import { Segments } from "@/components/ui/segments";
import { Switch } from "@/components/ui/switch";
import { useChosen } from "@/components/catalogue/use-chosen";
import {
  extensionById,
  type ParamSpec,
  type ParamValue,
  type Path,
} from "@/lib/butane";
import type { ChosenExtension } from "@/lib/preset";
import { fieldId } from "@/lib/state/field-id";
import { setAt } from "@/lib/set-at";
import { NumberInput } from "./number-input";
import { isRequired, withParam } from "./params";
import { PathField, PathMessages } from "./path-field";
import styles from "./section.module.css";

interface ParamFieldProps {
  name: string;
  spec: ParamSpec;
  chosen: ChosenExtension;
  index: number;
}

/** One parameter, drawn from what its extension says about it. */
export function ParamField({ name, spec, chosen, index }: ParamFieldProps) {
  const change = useChosen(index);
  const extension = extensionById(chosen.id)!;
  const path = ["extensions", "chosen", index, "params", name] as const;
  const value = chosen.params[name] ?? spec.default;
  const set = (next: ParamValue) =>
    change({
      ...chosen,
      params: withParam(extension, chosen.params, name, next),
    });

  if (spec.type === "boolean") {
    return (
      <div>
        <Switch
          id={fieldId(path)}
          label={spec.label}
          help={spec.help}
          checked={value === true}
          onChange={set}
        />
        <PathMessages path={path} id={`${fieldId(path)}-messages`} />
      </div>
    );
  }
  const needed = isRequired(spec, extension, chosen.params);
  return (
    <PathField
      path={path}
      label={
        needed ? (
          <>
            {spec.label} <span className={styles.needed}>needed</span>
          </>
        ) : (
          spec.label
        )
      }
      help={spec.help}
      group={spec.type === "list" || isShort(spec)}
      width={spec.type === "number" ? "narrow" : "wide"}
    >
      <ParamControl spec={spec} value={value} onChange={set} path={path} />
    </PathField>
  );
}

interface ParamControlProps {
  spec: ParamSpec;
  value: ParamValue;
  onChange: (value: ParamValue) => void;
  path: Path;
}

function ParamControl({ spec, value, onChange, path }: ParamControlProps) {
  const listId = useId();
  const placeholder = spec.placeholder;
  switch (spec.type) {
    case "number":
      return <NumberInput value={Number(value)} onChange={onChange} />;
    case "select":
      return isShort(spec) ? (
        <Segments
          value={String(value)}
          onChange={onChange}
          options={spec.options}
        />
      ) : (
        <Select
          value={String(value)}
          onChange={onChange}
          options={spec.options}
        />
      );
    case "text": {
      const Area = spec.secret ? SecretArea : TextArea;
      return (
        <Area
          mono
          rows={4}
          placeholder={placeholder}
          value={String(value)}
          onChange={onChange}
        />
      );
    }
    case "list": {
      const items = Array.isArray(value) ? (value as readonly string[]) : [];
      return (
        <ListEditor
          items={items}
          onChange={onChange}
          make={() => ""}
          addLabel="Add line"
          name={(_, index) => `${spec.label} ${index + 1}`}
          render={(item, index) => (
            <TextInput
              mono
              id={fieldId([...path, index])}
              aria-label={`${spec.label} ${index + 1}`}
              placeholder={placeholder}
              value={item}
              onChange={(next) => onChange(setAt(items, [index], next))}
            />
          )}
        />
      );
    }
    case "boolean":
      return null;
    case "string":
      return spec.secret ? (
        <SecretInput
          mono
          placeholder={placeholder}
          value={String(value)}
          onChange={onChange}
        />
      ) : (
        <>
          <TextInput
            mono
            placeholder={placeholder}
            list={spec.suggestions ? listId : undefined}
            value={String(value)}
            onChange={onChange}
          />
          {spec.suggestions ? (
            <datalist id={listId}>
              {spec.suggestions.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          ) : null}
        </>
      );
  }
}

/** Few options with short names stand side by side. */
function isShort(spec: ParamSpec): boolean {
  if (spec.type !== "select") return false;
  const letters = spec.options.reduce(
    (sum, { label }) => sum + label.length + 3,
    0,
  );
  return spec.options.length <= 4 && letters < 72;
}
