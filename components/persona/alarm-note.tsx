"use client";

import { useState } from "react";
import { acknowledgementNoteMax } from "@/lib/domain/settings/acknowledgement";
import { isBlank } from "@/lib/domain/is-blank";
import type { AlarmModel } from "@/lib/pages/persona/persona-model";
import { ChangeForm } from "../ui/change-form";
import { ButtonDialog } from "../ui/dialog";
import { MaskedText } from "../ui/masked-text";
import { TextArea } from "../ui/text-field";
import { useMutation } from "../ui/use-mutation";
import type { AcknowledgeAlarm } from "./acknowledge-alarm";

type AlarmNoteProps = {
  alarm: AlarmModel;
  /** null: the viewer may not. */
  acknowledge: AcknowledgeAlarm | null;
};

/** An alarm's acknowledgement, or the button to add one. */
export function AlarmNote({ alarm, acknowledge }: AlarmNoteProps) {
  if (alarm.acknowledged !== null) {
    const { by, note } = alarm.acknowledged;
    return (
      <p className="text-secondary [overflow-wrap:anywhere] text-text-muted">
        Acknowledged by {by}: <MaskedText text={note} />
      </p>
    );
  }
  if (acknowledge === null) {
    return <p className="text-secondary text-text-muted">Nobody has acknowledged it yet.</p>;
  }
  return (
    <ButtonDialog
      label="Acknowledge…"
      title="Acknowledge the alarm"
      description="It stays on the chart with your name, the day and what you say comes of it. Personal data in the note is masked before it is kept."
    >
      {(close) => <AcknowledgeForm alarm={alarm} acknowledge={acknowledge} onDone={close} />}
    </ButtonDialog>
  );
}

type AcknowledgeFormProps = {
  alarm: AlarmModel;
  acknowledge: AcknowledgeAlarm;
  onDone: () => void;
};

function AcknowledgeForm({ alarm, acknowledge, onDone }: AcknowledgeFormProps) {
  const [note, setNote] = useState("");
  const { isBusy, problem, submit } = useMutation();
  const { channel, attribute, contract } = alarm;
  return (
    <ChangeForm
      label="Acknowledge"
      isBusy={isBusy}
      isReady={!isBlank(note)}
      problem={problem}
      onSubmit={() => {
        submit(() => acknowledge({ channel, attribute, contract, note }), onDone);
      }}
    >
      <TextArea
        label="What comes of it"
        value={note}
        maxLength={acknowledgementNoteMax}
        isRequired
        onChange={setNote}
      />
    </ChangeForm>
  );
}
