"use client";

import { useState } from "react";
import { snoozeDialog as words } from "@/lib/pages/live/words/view";
import { ChangeForm } from "../ui/form";
import { Dialog } from "../ui/dialog";
import { SelectField } from "../ui/select-field";
import { useMutation } from "../ui/use-mutation";
import type { LiveActions } from "./live-actions";

type SnoozeDialogProps = Pick<LiveActions, "onSnooze"> & { caseId: string; onClose: () => void };

const choices = [
  { value: "1", label: words.hour },
  { value: "4", label: words.fourHours },
  { value: "24", label: words.day },
  { value: "72", label: words.threeDays },
] as const;

/** Takes a case off the list for a while. */
export function SnoozeDialog({ caseId, onSnooze, onClose }: SnoozeDialogProps) {
  const [hours, setHours] = useState<(typeof choices)[number]["value"]>("4");
  const { isBusy, problem, submit } = useMutation();
  return (
    <Dialog title={words.title} description={words.description} isOpen onOpenChange={onClose}>
      <ChangeForm
        label={words.submit}
        isBusy={isBusy}
        problem={problem}
        onSubmit={() => {
          submit(() => onSnooze({ caseId, hours: Number(hours) }), onClose);
        }}
      >
        <SelectField label={words.howLong} value={hours} options={choices} onChange={setHours} />
      </ChangeForm>
    </Dialog>
  );
}
