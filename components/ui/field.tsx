import { useId, type ReactNode } from "react";
import { Icon } from "./icon";

/** Attributes that tie a control to its label, hint and problem. */
export type FieldControl = {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
};

type FieldProps = {
  label: string;
  /** True where a table heading shows it. */
  isLabelHidden?: boolean;
  hint?: string;
  /** What is wrong with the value, a sentence; null: nothing. */
  problem?: string | null;
  children: (control: FieldControl) => ReactNode;
};

/** A control with its label, hint and problem. */
export function Field({
  label,
  isLabelHidden = false,
  hint,
  problem = null,
  children,
}: FieldProps) {
  const id = useId();
  const hintId = hint === undefined ? null : `${id}-hint`;
  const problemId = problem === null ? null : `${id}-problem`;
  const described = [problemId, hintId].filter((each) => each !== null).join(" ");
  return (
    <div className="grid content-start gap-1">
      <label
        htmlFor={id}
        className={isLabelHidden ? "sr-only" : "text-secondary font-semibold text-text-muted"}
      >
        {label}
      </label>
      {children({
        id,
        "aria-describedby": described === "" ? undefined : described,
        "aria-invalid": problem === null ? undefined : true,
      })}
      {problemId === null ? null : (
        <p id={problemId} className="flex gap-1 text-secondary text-fail">
          <span className="pt-0.5">
            <Icon name="fail" isBold />
          </span>
          {problem}
        </p>
      )}
      {hintId === null ? null : (
        <p id={hintId} className="max-w-[62ch] text-secondary text-pretty text-text-faint">
          {hint}
        </p>
      )}
    </div>
  );
}
