"use client";

import { useId } from "react";
import type { OtherCaseView } from "@/lib/view/case-around-model";

type CaseIdFieldProps = {
  label: string;
  value: string;
  /** Offered while one types. */
  others: readonly OtherCaseView[];
  onChange: (value: string) => void;
};

/** Asks for a case by its id; the customer's other cases are offered. */
export function CaseIdField({ label, value, others, onChange }: CaseIdFieldProps) {
  const listId = useId();
  return (
    <label className="grid gap-1">
      {label}
      <input
        className="min-h-8 min-w-0 rounded-control border border-border-strong bg-panel px-2 font-mono text-text"
        value={value}
        list={listId}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        required
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
      <datalist id={listId}>
        {others.map(({ caseId, about }) => (
          <option key={caseId} value={caseId}>
            {about}
          </option>
        ))}
      </datalist>
    </label>
  );
}
