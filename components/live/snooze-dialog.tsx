"use client";

import { useState } from "react";
import { ChangeForm } from "../ui/change-form";
import { Dialog } from "../ui/dialog";
import { SelectField } from "../ui/select-field";
import { useMutation } from "../ui/use-mutation";
import type { LiveActions } from "./live-actions";

type SnoozeDialogProps = Pick<LiveActions, "onSnooze"> & { caseId: string; onClose: () => void };

const choices = [
  { value: "1", label: "For 1 hour" },
  { value: "4", label: "For 4 hours" },
  { value: "24", label: "For a day" },
  { value: "72", label: "For 3 days" },
] as const;

/** Takes a case off the list for a while. */
export function SnoozeDialog({ caseId, onSnooze, onClose }: SnoozeDialogProps) {
  const [hours, setHours] = useState<(typeof choices)[number]["value"]>("4");
  const { isBusy, problem, submit } = useMutation();
  return (
    <Dialog
      title="Snooze this case"
      description="It leaves the list for everybody, and comes back sooner if the customer is in touch again."
      isOpen
      onOpenChange={onClose}
    >
      <ChangeForm
        label="Snooze"
        isBusy={isBusy}
        problem={problem}
        onSubmit={() => {
          submit(() => onSnooze({ caseId, hours: Number(hours) }), onClose);
        }}
      >
        <SelectField label="How long" value={hours} options={choices} onChange={setHours} />
      </ChangeForm>
    </Dialog>
  );
}
