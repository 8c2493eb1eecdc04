"use client";

import { useState } from "react";
import { Icon } from "../ui/icon";
import { TextField } from "../ui/text-field";
import { AddButton } from "./add-button";

type KeyListProps = {
  label: string;
  /** Noun for one entry: "key". */
  what?: string;
  keys: readonly string[];
  suggestions: readonly string[];
  problem: string | null;
  onChange: (keys: readonly string[]) => void;
};

/** Attribute keys in order of precedence, with buttons to remove and a field to add one. */
export function KeyList(props: KeyListProps) {
  const { label, what = "key", keys, suggestions, problem, onChange } = props;
  const [typed, setTyped] = useState("");
  const key = typed.trim();
  const add = () => {
    if (key === "") return;
    if (!keys.includes(key)) onChange([...keys, key]);
    setTyped("");
  };
  return (
    <div role="group" aria-label={label} className="grid gap-1.5">
      <p className="text-secondary font-semibold text-text-muted">{label}</p>
      {keys.length === 0 ? null : (
        <ul className="flex flex-wrap gap-1">
          {keys.map((each) => (
            <li
              key={each}
              className="inline-flex min-h-6 max-w-full items-center gap-0.5 rounded-chip border border-border bg-sunken pl-1.5 font-mono text-secondary"
            >
              <span className="truncate" title={each}>
                {each}
              </span>
              <button
                type="button"
                className="grid size-6 flex-none cursor-pointer place-items-center rounded-chip text-text-muted hover:bg-hover hover:text-text"
                aria-label={`Remove ${each}`}
                onClick={() => {
                  onChange(keys.filter((other) => other !== each));
                }}
              >
                <Icon name="fail" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="flex items-start gap-1.5">
        <TextField
          label={`A further ${what} for ${label}`}
          isLabelHidden
          value={typed}
          options={suggestions.filter((each) => !keys.includes(each))}
          problem={problem}
          onChange={setTyped}
          onEnter={add}
        />
        <AddButton thing={`the ${what} for ${label}`} typed={key} onAdd={add} />
      </div>
    </div>
  );
}
