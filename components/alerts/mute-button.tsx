"use client";

import { useState } from "react";
import { muteDialog as words } from "@/lib/pages/alerts/words/view";
import { ButtonDialog } from "../ui/dialog";
import { ChangeForm } from "../ui/form";
import { SelectField } from "../ui/select-field";
import { useMutation } from "../ui/use-mutation";
import type { AlertActions } from "./alert-actions";

type MuteButtonProps = Pick<AlertActions, "onMute"> & { id: number; isMuted: boolean };

const choices = [
  { value: "4", label: words.fourHours },
  { value: "24", label: words.day },
  { value: "72", label: words.threeDays },
  { value: "168", label: words.week },
  { value: "720", label: words.month },
  { value: "", label: words.unmute },
] as const;

/** Keeps an alert from being sent for a while. */
export function MuteButton({ id, isMuted, onMute }: MuteButtonProps) {
  const [hours, setHours] = useState<(typeof choices)[number]["value"]>("24");
  const { isBusy, problem, submit } = useMutation();
  const options = choices.filter(({ value }) => isMuted || value !== "");
  return (
    <ButtonDialog label={words.button} title={words.title} description={words.description}>
      {(close) => (
        <ChangeForm
          label={words.submit}
          isBusy={isBusy}
          problem={problem}
          onSubmit={() => {
            submit(() => onMute({ id, hours: hours === "" ? null : Number(hours) }), close);
          }}
        >
          <SelectField label={words.howLong} value={hours} options={options} onChange={setHours} />
        </ChangeForm>
      )}
    </ButtonDialog>
  );
}
