"use client";

import { useState } from "react";
import { signOffNoteMax } from "@/lib/domain/quality/review-sample";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import type { SampleModel } from "@/lib/pages/disclosures/samples/samples-model";
import { ChangeForm } from "@/components/ui/form";
import { buttonClasses } from "@/components/ui/button-classes";
import { TextArea } from "@/components/ui/text-field";
import { useMutation } from "@/components/ui/use-mutation";

/** Signs a sample off. */
export type SignOffAction = (signOff: {
  id: number;
  note: string;
  after: number | null;
}) => Promise<MutationOutcome>;

type SignOffFormProps = Pick<SampleModel, "id" | "signing"> & { onSignOff: SignOffAction };

/** A sign-off with a note on what was done. */
export function SignOffForm({ id, signing: { after, hindrance }, onSignOff }: SignOffFormProps) {
  const [note, setNote] = useState("");
  const { isBusy, problem, submit } = useMutation();
  const label = after === null ? "Sign off" : "Sign off again";
  if (hindrance !== "") return <NotYet label={label} hindrance={hindrance} />;
  return (
    <ChangeForm
      label={label}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => {
        submit(
          () => onSignOff({ id, note, after }),
          () => {
            setNote("");
          },
        );
      }}
    >
      <TextArea
        label="What was done about it, if anything"
        value={note}
        maxLength={signOffNoteMax}
        onChange={setNote}
      />
      <p className="text-secondary text-text-faint">
        Your name, the time, the counts and the rules’ versions are recorded and go into the audit.
        A sign-off is never changed; a later one stands in its place. Whoever published a rule’s
        version cannot sign off its findings. Personal data in the note is masked before it is kept.
      </p>
    </ChangeForm>
  );
}

/** The button beside the reason why the viewer cannot use it. */
function NotYet({ label, hindrance }: { label: string; hindrance: string }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 print:block">
      <p id="sign-off-hindrance" className="min-w-0 flex-1 basis-60 text-pretty text-text-muted">
        {hindrance}
      </p>
      <button
        type="button"
        className={`${buttonClasses.primary} disabled:opacity-60 print:hidden`}
        aria-describedby="sign-off-hindrance"
        disabled
      >
        {label}
      </button>
    </div>
  );
}
