"use client";

import type { KeyboardEvent, ReactNode } from "react";
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

/** Enter sends from a select, and with Ctrl or ⌘ from any field, as it does by itself from a line of text. */
function sendByEnter(event: KeyboardEvent<HTMLFormElement>): void {
  const { key, ctrlKey, metaKey, target, currentTarget } = event;
  if (key !== "Enter" || !(ctrlKey || metaKey || target instanceof HTMLSelectElement)) return;
  event.preventDefault();
  currentTarget.querySelector<HTMLButtonElement>(":scope > button:not([type])")?.click();
}

/** A form with its fields, if any, problem and submit button. */
export function ChangeForm(props: ChangeFormProps) {
  const { label, isBusy, isReady = true, problem = null, onSubmit, children } = props;
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-3"
      onKeyDown={sendByEnter}
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
        {isBusy ? "Saving…" : label}
      </button>
    </form>
  );
}
