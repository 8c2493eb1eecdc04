"use client";

import { LineField } from "./line-field";

type NamesFieldProps = {
  readonly label: string;
  /** Names that are suggested. */
  readonly known: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** A line of names that limit what is seen; an empty one limits nothing. */
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
