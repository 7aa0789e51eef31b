"use client";

import { ChevronDown } from "lucide-react";
import { useId, useState, type KeyboardEvent } from "react";
import styles from "./combobox.module.css";
import { useFieldProps } from "./field";
import { useAnchored } from "./use-anchored";

export interface ComboboxGroup {
  readonly label: string;
  readonly options: readonly string[];
}

interface ComboboxProps {
  value: string;
  /** Called with a listed or a typed value, when it is settled: chosen, Enter, or the focus left. */
  onChange: (value: string) => void;
  groups: readonly ComboboxGroup[];
  /** Name of the list for a screen reader. */
  listLabel: string;
  /** What stands behind a typed value that no group has: `not in the catalogue`. */
  unlisted: string;
  placeholder?: string;
}

/** Groups reduced to what contains the query; everything while nothing was typed. */
export function filterGroups(
  groups: readonly ComboboxGroup[],
  query: string | null,
) {
  if (!query) return groups;
  const wanted = query.toLowerCase();
  return groups
    .map((group) => ({
      ...group,
      options: group.options.filter((option) =>
        option.toLowerCase().includes(wanted),
      ),
    }))
    .filter((group) => group.options.length > 0);
}

/** A text field with a grouped list below it; what is not in the list can be typed. */
export function Combobox(props: ComboboxProps) {
  // The text while it is being typed; null as soon as it is settled.
  const [query, setQuery] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState<string | null>(null);
  const listId = useId();
  const { anchor: box, floating: list } = useAnchored<HTMLDivElement>(
    open,
    "stretch",
  );

  const shown = filterGroups(props.groups, query);
  const listed = shown.flatMap((group) => group.options);
  const typed = query?.trim() ?? "";
  const offersTyped =
    typed !== "" &&
    !props.groups.some((group) => group.options.includes(typed));
  const options = offersTyped ? [...listed, typed] : listed;
  const optionId = (option: string) => `${listId}-${options.indexOf(option)}`;

  const show = () => {
    setOpen(true);
    setActive(props.value);
    requestAnimationFrame(() => {
      list.current
        ?.querySelector("[aria-selected=true]")
        ?.scrollIntoView({ block: "nearest" });
    });
  };
  const settle = (value: string) => {
    setOpen(false);
    setQuery(null);
    setActive(null);
    if (value !== props.value) props.onChange(value);
  };
  const walk = (by: number) => {
    if (options.length === 0) return;
    const at = active === null ? -1 : options.indexOf(active);
    const next = options[(at + by + options.length) % options.length]!;
    setActive(next);
    document
      .getElementById(optionId(next))
      ?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) show();
      else walk(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      if (!open && query === null) return;
      event.preventDefault();
      const chosen =
        active !== null && options.includes(active) ? active : null;
      settle(chosen ?? (typed || props.value));
    } else if (event.key === "Escape" && (open || query !== null)) {
      event.preventDefault();
      event.stopPropagation();
      settle(props.value);
    }
  };
  const row = (option: string, note?: string) => (
    <div
      key={option}
      id={optionId(option)}
      role="option"
      aria-selected={option === props.value}
      data-active={option === active || undefined}
      className={styles.option}
      // The field keeps the focus, so that its leaving means that the person left.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => settle(option)}
    >
      {option}
      {note ? <span className={styles.note}>{note}</span> : null}
    </div>
  );

  return (
    <div ref={box} className={styles.box}>
      <input
        {...useFieldProps()}
        type="text"
        role="combobox"
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={
          open && active !== null && options.includes(active)
            ? optionId(active)
            : undefined
        }
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        placeholder={props.placeholder}
        className={styles.input}
        value={query ?? props.value}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(null);
          setOpen(true);
        }}
        onFocus={(event) => event.target.select()}
        onPointerDown={() => {
          if (!open) show();
        }}
        onBlur={() =>
          settle(query === null ? props.value : typed || props.value)
        }
        onKeyDown={onKeyDown}
      />
      <ChevronDown size={14} aria-hidden className={styles.arrow} />
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={props.listLabel}
        popover="manual"
        hidden={!open}
        className={styles.list}
      >
        {open ? (
          <>
            {shown.map((group, index) => (
              <div
                key={group.label}
                role="group"
                aria-labelledby={`${listId}-g${index}`}
              >
                <div
                  id={`${listId}-g${index}`}
                  className={styles.group}
                  role="presentation"
                >
                  {group.label}
                </div>
                {group.options.map((option) => row(option))}
              </div>
            ))}
            {offersTyped ? row(typed, props.unlisted) : null}
          </>
        ) : null}
      </div>
    </div>
  );
}
