"use client";

import { useId } from "react";
import type { OtherCaseView } from "@/lib/pages/case/case-around-model";
import { Icon } from "../ui/icon";

type CaseIdFieldProps = {
  label: string;
  value: string;
  /** Suggested ids. */
  others: readonly OtherCaseView[];
  /** Why the id was refused; null: it was not. */
  problem: string | null;
  onChange: (value: string) => void;
};

/** A case id input that suggests the customer's other cases. */
export function CaseIdField({ label, value, others, problem, onChange }: CaseIdFieldProps) {
  const id = useId();
  const [listId, problemId] = [`${id}-cases`, `${id}-problem`];
  return (
    <div className="grid gap-1">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="min-h-8 min-w-0 rounded-control border border-border-strong bg-panel px-2 font-mono text-text aria-invalid:border-fail"
        value={value}
        list={listId}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={problem === null ? undefined : true}
        aria-describedby={problem === null ? undefined : problemId}
        required
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
      {problem === null ? null : (
        <p
          id={problemId}
          role="alert"
          className="flex gap-1 text-secondary [overflow-wrap:anywhere] text-fail"
        >
          <span className="pt-0.5">
            <Icon name="fail" isBold />
          </span>
          {problem}
        </p>
      )}
      <datalist id={listId}>
        {others.map(({ caseId, about }) => (
          <option key={caseId} value={caseId}>
            {about}
          </option>
        ))}
      </datalist>
    </div>
  );
}
