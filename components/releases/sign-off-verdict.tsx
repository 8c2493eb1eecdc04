"use client";

import { useState } from "react";
import { signOffReasonMax } from "@/lib/domain/gate/stored-verdict";
import { isBlank } from "@/lib/domain/is-blank";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { ChangeForm } from "../ui/change-form";
import { Dialog } from "../ui/dialog";
import { useMutation } from "../ui/use-mutation";

/** What signs a verdict off. */
export type OnSignOff = (input: {
  readonly id: number;
  readonly reason: string;
}) => Promise<MutationOutcome>;

type SignOffProps = { id: number; onSignOff: OnSignOff };

/** Answers for a verdict that is not proven, with a reason. */
export function SignOffVerdict(props: SignOffProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="min-h-6 cursor-pointer rounded-chip px-1 text-link hover:underline max-roomy:min-h-8"
        onClick={() => {
          setOpen(true);
        }}
      >
        Sign off
      </button>
      <Dialog
        title="Sign off this verdict"
        description="The release passed and the pass is not proven. You answer for shipping it all the same: your name, the time and the reason are kept with this verdict and shown with it, and go into the audit. Another attempt needs another sign-off."
        isOpen={isOpen}
        onOpenChange={setOpen}
      >
        <SignOffForm
          {...props}
          onDone={() => {
            setOpen(false);
          }}
        />
      </Dialog>
    </>
  );
}

function SignOffForm({ id, onSignOff, onDone }: SignOffProps & { onDone: () => void }) {
  const [reason, setReason] = useState("");
  const { isBusy, problem, submit } = useMutation();
  return (
    <ChangeForm
      label="Sign off"
      isBusy={isBusy}
      isReady={!isBlank(reason)}
      problem={problem}
      onSubmit={() => {
        submit(() => onSignOff({ id, reason }), onDone);
      }}
    >
      <label className="grid gap-1">
        Why it may ship
        <textarea
          className="min-h-16 rounded-control border border-border-strong bg-panel px-2 py-1.5 text-text"
          value={reason}
          maxLength={signOffReasonMax}
          required
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
        />
      </label>
    </ChangeForm>
  );
}
