"use client";

import { useState } from "react";
import { acknowledgementNoteMax } from "@/lib/domain/settings/acknowledgement";
import { isBlank } from "@/lib/domain/is-blank";
import type { AlarmModel } from "@/lib/pages/persona/persona-model";
import { alarmNote as words } from "@/lib/pages/persona/words/alarm";
import { ChangeForm } from "../ui/form";
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
        {words.acknowledgedBy} {by}: <MaskedText text={note} />
      </p>
    );
  }
  if (acknowledge === null) {
    return <p className="text-secondary text-text-muted">{words.none}</p>;
  }
  return (
    <ButtonDialog label={words.button} title={words.title} description={words.description}>
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
      label={words.submit}
      isBusy={isBusy}
      isReady={!isBlank(note)}
      problem={problem}
      onSubmit={() => {
        submit(() => acknowledge({ channel, attribute, contract, note }), onDone);
      }}
    >
      <TextArea
        label={words.note}
        value={note}
        maxLength={acknowledgementNoteMax}
        isRequired
        onChange={setNote}
      />
    </ChangeForm>
  );
}
