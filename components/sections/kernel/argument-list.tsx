"use client";

import { TextInput } from "@/components/ui/inputs";
import { ListEditor } from "@/components/ui/list-editor";
import type { Path } from "@/lib/butane";
import { setAt } from "@/lib/set-at";
import { PathField } from "../path-field";

interface ArgumentListProps {
  at: Path;
  items: readonly string[];
  onChange: (items: readonly string[]) => void;
  addLabel: string;
  /** What one of them is called. */
  name: string;
  placeholder: string;
  empty?: string;
}

/** Kernel arguments, one a line. */
export function ArgumentList(props: ArgumentListProps) {
  const { at, items, onChange, name } = props;
  return (
    <ListEditor
      items={items}
      onChange={onChange}
      make={() => ""}
      addLabel={props.addLabel}
      empty={props.empty}
      name={(argument, index) =>
        argument || `${name.toLowerCase()} ${index + 1}`
      }
      render={(argument, index) => (
        <PathField path={[...at, index]} label={`${name} ${index + 1}`}>
          <TextInput
            mono
            placeholder={props.placeholder}
            value={argument}
            onChange={(text) => onChange(setAt(items, [index], text))}
          />
        </PathField>
      )}
    />
  );
}
