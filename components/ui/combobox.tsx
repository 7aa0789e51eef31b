"use client";

import { ChevronDown } from "lucide-react";
import { useState, type KeyboardEvent } from "react";
import { ComboboxList } from "./combobox-list";
import styles from "./combobox.module.css";
import { useFieldProps } from "./field";
import { useAnchored } from "./use-anchored";
import { useOptionList } from "./use-option-list";

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

/** What is offered for a query: the groups with a match, and behind them what was typed, where no group has it. */
function offersFor(groups: readonly ComboboxGroup[], query: string | null) {
  const shown = filterGroups(groups, query);
  const listed = shown.flatMap((group) => group.options);
  const typed = query?.trim() ?? "";
  const known = groups.some((group) => group.options.includes(typed));
  const own = typed === "" || known ? null : typed;
  return { typed, own, shown, all: own === null ? listed : [...listed, own] };
}

/** What is typed, until it is settled as the value or given up. */
function useTyping({ value, onChange, groups }: ComboboxProps) {
  // The text while it is being typed; null as soon as it is settled.
  const [query, setQuery] = useState<string | null>(null);
  const offers = offersFor(groups, query);
  const list = useOptionList(offers.all, value);

  const type = (text: string) => {
    setQuery(text);
    list.showAnew();
  };
  const settle = (next: string) => {
    list.hide();
    setQuery(null);
    if (next !== value) onChange(next);
  };
  const leave = () => settle(offers.typed || value);
  const onKeyDown = (event: KeyboardEvent) => {
    const busy = list.open || query !== null;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!list.open) list.show();
      else list.walk(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && busy) {
      event.preventDefault();
      settle(list.active ?? (offers.typed || value));
    } else if (event.key === "Escape" && busy) {
      event.preventDefault();
      event.stopPropagation();
      settle(value);
    }
  };
  return { text: query ?? value, offers, list, type, settle, leave, onKeyDown };
}

/** A text field with a grouped list below it; what is not in the list can be typed. */
export function Combobox(props: ComboboxProps) {
  const typing = useTyping(props);
  const { list, offers } = typing;
  const { anchor, floating } = useAnchored<HTMLDivElement>(
    list.open,
    "stretch",
  );
  return (
    <div ref={anchor} className={styles.box}>
      <input
        {...useFieldProps()}
        type="text"
        role="combobox"
        aria-expanded={list.open}
        aria-controls={list.id}
        aria-autocomplete="list"
        aria-activedescendant={
          list.open && list.active !== null
            ? list.optionId(list.active)
            : undefined
        }
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        placeholder={props.placeholder}
        className={styles.input}
        value={typing.text}
        onChange={(event) => typing.type(event.target.value)}
        onFocus={(event) => event.target.select()}
        onPointerDown={() => {
          if (!list.open) list.show();
        }}
        onBlur={typing.leave}
        onKeyDown={typing.onKeyDown}
      />
      <ChevronDown size={14} aria-hidden className={styles.arrow} />
      <ComboboxList
        ref={floating}
        list={list}
        label={props.listLabel}
        groups={offers.shown}
        own={offers.own}
        unlisted={props.unlisted}
        value={props.value}
        onTake={typing.settle}
      />
    </div>
  );
}
