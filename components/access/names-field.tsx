"use client";

import { LineField } from "./line-field";

type NamesFieldProps = {
  readonly label: string;
  /** Names that are suggested. */
  readonly known: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** Comma-separated names that limit a scope; empty: no limit. */
export function NamesField({ label, known, value, onChange }: NamesFieldProps) {
  return (
    <LineField
      label={label}
      hint="Several with commas; empty: all."
      fills="off"
      names={known}
      value={value}
      onChange={onChange}
    />
  );
}
