"use client";

import type { ReactNode } from "react";
import { buttonClasses } from "./button-classes";
import { ProblemNote } from "./problem-note";

type ChangeFormProps = {
  /** The button's text. */
  label: string;
  isBusy: boolean;
  isReady?: boolean;
  /** Why it was refused, where no field shows it. */
  problem?: string | null;
  onSubmit: () => void;
  children?: ReactNode;
};

/** A form with its fields, if any, problem and submit button. */
export function ChangeForm(props: ChangeFormProps) {
  const { label, isBusy, isReady = true, problem = null, onSubmit, children } = props;
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      <ProblemNote problem={problem} />
      <button
        className={`${buttonClasses.primary} cursor-pointer justify-self-end disabled:cursor-default disabled:opacity-60`}
        disabled={isBusy || !isReady}
      >
        {isBusy ? "One moment" : label}
      </button>
    </form>
  );
}
