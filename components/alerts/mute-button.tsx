"use client";

import { useState } from "react";
import { ButtonDialog } from "../ui/dialog";
import { ChangeForm } from "../ui/change-form";
import { SelectField } from "../ui/select-field";
import { useMutation } from "../ui/use-mutation";
import type { AlertActions } from "./alert-actions";

type MuteButtonProps = Pick<AlertActions, "onMute"> & { id: number; isMuted: boolean };

const choices = [
  { value: "4", label: "For 4 hours" },
  { value: "24", label: "For a day" },
  { value: "72", label: "For 3 days" },
  { value: "168", label: "For a week" },
  { value: "720", label: "For 30 days" },
  { value: "", label: "Not any more" },
] as const;

/** Keeps an alert from being sent for a while. */
export function MuteButton({ id, isMuted, onMute }: MuteButtonProps) {
  const [hours, setHours] = useState<(typeof choices)[number]["value"]>("24");
  const { isBusy, problem, submit } = useMutation();
  const options = choices.filter(({ value }) => isMuted || value !== "");
  return (
    <ButtonDialog
      label="Mute…"
      title="Mute this alert"
      description="It is still looked at and shown, and not sent."
    >
      {(close) => (
        <ChangeForm
          label="Mute"
          isBusy={isBusy}
          problem={problem}
          onSubmit={() => {
            submit(() => onMute({ id, hours: hours === "" ? null : Number(hours) }), close);
          }}
        >
          <SelectField label="How long" value={hours} options={options} onChange={setHours} />
        </ChangeForm>
      )}
    </ButtonDialog>
  );
}
