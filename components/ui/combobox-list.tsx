"use client";

import type { ReactNode, Ref } from "react";
import type { ComboboxGroup } from "./combobox";
import styles from "./combobox.module.css";
import type { OptionList } from "./use-option-list";

interface OptionsProps {
  list: OptionList;
  /** The option that is chosen now. */
  value: string;
  onTake: (option: string) => void;
}

interface ComboboxListProps extends OptionsProps {
  ref: Ref<HTMLDivElement>;
  label: string;
  groups: readonly ComboboxGroup[];
  /** What was typed, where no group has it. */
  own: string | null;
  /** What stands behind it. */
  unlisted: string;
}

/** The options in their groups; empty while it is closed. */
export function ComboboxList({
  ref,
  list,
  label,
  groups,
  own,
  unlisted,
  value,
  onTake,
}: ComboboxListProps) {
  const shared: OptionsProps = { list, value, onTake };
  return (
    <div
      ref={ref}
      id={list.id}
      role="listbox"
      aria-label={label}
      popover="manual"
      hidden={!list.open}
      className={styles.list}
    >
      {list.open ? (
        <>
          {groups.map((group, index) => (
            <Group
              key={group.label}
              id={`${list.id}-g${index}`}
              label={group.label}
            >
              {group.options.map((option) => (
                <Option key={option} option={option} {...shared} />
              ))}
            </Group>
          ))}
          {own === null ? null : (
            <Option key={own} option={own} note={unlisted} {...shared} />
          )}
        </>
      ) : null}
    </div>
  );
}

interface GroupProps {
  /** Id of its label. */
  id: string;
  label: string;
  children: ReactNode;
}

function Group({ id, label, children }: GroupProps) {
  return (
    <div role="group" aria-labelledby={id}>
      <div id={id} className={styles.group} role="presentation">
        {label}
      </div>
      {children}
    </div>
  );
}

interface OptionProps extends OptionsProps {
  option: string;
  note?: string;
}

function Option({ option, note, list, value, onTake }: OptionProps) {
  return (
    <div
      id={list.optionId(option)}
      role="option"
      aria-selected={option === value}
      data-active={option === list.active || undefined}
      className={styles.option}
      // The field keeps the focus, so that its leaving means that the person left.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onTake(option)}
    >
      {option}
      {note ? <span className={styles.note}>{note}</span> : null}
    </div>
  );
}
