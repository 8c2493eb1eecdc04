"use client";

import { useState } from "react";
import { OutcomeNote } from "./outcome-note";
import type { SendAccessChange } from "./send-access-change";
import { useMutation } from "../ui/use-mutation";
import type { AccessOutcome } from "@/lib/domain/people/access-change";

type ChangeButtonProps = {
  label: string;
  /** The row's subject, for a screen reader. */
  name: string;
  change: unknown;
  /** The label of a second button that confirms what cannot be undone. */
  confirmation?: string;
  /** Explains the secret that the server returns once. */
  shownWords?: string;
  onChange: SendAccessChange;
};

const look =
  "min-h-6 cursor-pointer text-secondary text-link hover:underline disabled:text-text-faint";

/** A button that changes one table row, with the outcome beside it. */
export function ChangeButton(props: ChangeButtonProps) {
  const { label, name, change, confirmation, shownWords = "", onChange } = props;
  const { outcome, isBusy, submit } = useMutation<AccessOutcome>();
  const [isConfirming, setIsConfirming] = useState(false);

  function press() {
    if (confirmation !== undefined && !isConfirming) {
      setIsConfirming(true);
      return;
    }
    setIsConfirming(false);
    submit(() => onChange(change));
  }

  const words = isConfirming ? (confirmation ?? label) : label;
  return (
    <>
      <span className="flex flex-wrap gap-x-3">
        <button
          type="button"
          className={look}
          aria-label={`${words}: ${name}`}
          disabled={isBusy}
          onClick={press}
        >
          {words}
        </button>
        {isConfirming ? (
          <button
            type="button"
            className={look}
            onClick={() => {
              setIsConfirming(false);
            }}
          >
            Keep
          </button>
        ) : null}
      </span>
      <OutcomeNote outcome={outcome} shownWords={shownWords} />
    </>
  );
}
