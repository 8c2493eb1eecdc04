"use client";

import { useState } from "react";
import { signOffReasonMax } from "@/lib/domain/gate/stored-verdict";
import { isBlank } from "@/lib/domain/is-blank";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { ChangeForm } from "../ui/form";
import { ButtonDialog } from "../ui/dialog";
import { TextArea } from "../ui/text-field";
import { useMutation } from "../ui/use-mutation";

/** What signs a verdict off. */
export type OnSignOff = (input: {
  readonly id: number;
  readonly reason: string;
}) => Promise<MutationOutcome>;

type SignOffProps = { id: number; onSignOff: OnSignOff };

/** Answers for a verdict that is not proven, with a reason. */
export function SignOffVerdict(props: SignOffProps) {
  return (
    <ButtonDialog
      label="Sign off"
      title="Sign off this verdict"
      description="The release passed and the pass is not proven. You answer for shipping it all the same: your name, the time and the reason are kept with this verdict and shown with it, and go into the audit. Another attempt needs another sign-off."
    >
      {(close) => <SignOffForm {...props} onDone={close} />}
    </ButtonDialog>
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
      <TextArea
        label="Why it may ship"
        value={reason}
        maxLength={signOffReasonMax}
        isRequired
        onChange={setReason}
      />
    </ChangeForm>
  );
}
