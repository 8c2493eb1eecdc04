"use client";

import { useState } from "react";
import { acknowledgementNoteMax } from "@/lib/domain/settings/acknowledgement";
import { isBlank } from "@/lib/domain/is-blank";
import type { AlarmModel } from "@/lib/pages/persona/persona-model";
import { ChangeForm } from "../ui/change-form";
import { Dialog } from "../ui/dialog";
import { MaskedText } from "../ui/masked-text";
import { useMutation } from "../ui/use-mutation";
import type { AcknowledgeAlarm } from "./acknowledge-alarm";

type AlarmNoteProps = {
  alarm: AlarmModel;
  /** null: the viewer may not. */
  acknowledge: AcknowledgeAlarm | null;
};

/** An alarm's acknowledgement, or the button to add one. */
export function AlarmNote({ alarm, acknowledge }: AlarmNoteProps) {
  const [isOpen, setOpen] = useState(false);
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
    <>
      <button
        type="button"
        className="-mx-1 min-h-6 w-fit cursor-pointer rounded-chip px-1 text-secondary text-link hover:underline print:hidden"
        onClick={() => {
          setOpen(true);
        }}
      >
        Acknowledge…
      </button>
      <Dialog
        title="Acknowledge the alarm"
        description="It stays on the chart with your name, the day and what you say comes of it. Personal data in the note is masked before it is kept."
        isOpen={isOpen}
        onOpenChange={setOpen}
      >
        <AcknowledgeForm
          alarm={alarm}
          acknowledge={acknowledge}
          onDone={() => {
            setOpen(false);
          }}
        />
      </Dialog>
    </>
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
      <label className="grid gap-1">
        What comes of it
        <textarea
          className="min-h-20 rounded-control border border-border-strong bg-panel px-2 py-1.5 text-text"
          value={note}
          maxLength={acknowledgementNoteMax}
          required
          onChange={(event) => {
            setNote(event.currentTarget.value);
          }}
        />
      </label>
    </ChangeForm>
  );
}
