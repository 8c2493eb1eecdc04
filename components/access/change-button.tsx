"use client";

import { OutcomeNote } from "./outcome-note";
import { useAccessChange, type SendAccessChange } from "./use-access-change";

type ChangeButtonProps = {
  label: string;
  /** What it is done to, for a screen reader. */
  name: string;
  change: unknown;
  /** What a text is that the server shows once. */
  shownWords?: string;
  onChange: SendAccessChange;
};

/** Does one thing to a row of a table, and says beside it how it ended. */
export function ChangeButton({
  label,
  name,
  change,
  shownWords = "",
  onChange,
}: ChangeButtonProps) {
  const { outcome, isSending, send } = useAccessChange(onChange);
  return (
    <>
      <button
        type="button"
        className="min-h-6 cursor-pointer text-secondary text-link hover:underline disabled:text-text-faint"
        aria-label={`${label}: ${name}`}
        disabled={isSending}
        onClick={() => void send(change)}
      >
        {label}
      </button>
      <OutcomeNote outcome={outcome} shownWords={shownWords} />
    </>
  );
}
