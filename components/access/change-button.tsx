"use client";

import { useState } from "react";
import { OutcomeNote } from "./outcome-note";
import type { SendAccessChange } from "./send-access-change";
import { useMutation } from "../ui/use-mutation";
import type { AccessOutcome } from "@/lib/domain/people/access-change";

type ChangeButtonProps = {
  label: string;
  /** What it is done to, for a screen reader. */
  name: string;
  change: unknown;
  /** What cannot be taken back is asked for twice: the words of the second button. */
  confirmation?: string;
  /** What a text is that the server shows once. */
  shownWords?: string;
  onChange: SendAccessChange;
};

const look =
  "min-h-6 cursor-pointer text-secondary text-link hover:underline disabled:text-text-faint";

/** Does one thing to a row of a table, and says beside it how it ended. */
export function ChangeButton(props: ChangeButtonProps) {
  const { label, name, change, confirmation, shownWords = "", onChange } = props;
  const { outcome, isBusy, submit } = useMutation<AccessOutcome>();
  const [isAsking, setIsAsking] = useState(false);

  function press() {
    if (confirmation !== undefined && !isAsking) {
      setIsAsking(true);
      return;
    }
    setIsAsking(false);
    submit(() => onChange(change));
  }

  const words = isAsking ? (confirmation ?? label) : label;
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
        {isAsking ? (
          <button
            type="button"
            className={look}
            onClick={() => {
              setIsAsking(false);
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
