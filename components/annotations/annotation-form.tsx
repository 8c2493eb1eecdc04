"use client";

import { useState } from "react";
import { annotationKinds, annotationTextMax } from "@/lib/domain/settings/annotation";
import { isBlank } from "@/lib/domain/is-blank";
import { draftProblem, type AnnotationDraft } from "@/lib/format/layout/annotation-draft";
import { annotationKindWords } from "@/lib/analytics/annotations/time-markers";
import { ChangeForm } from "../ui/form";
import { Field } from "../ui/field";
import { SelectField } from "../ui/select-field";
import { useMutation } from "../ui/use-mutation";
import type { AnnotationActions } from "./annotation-actions";

const empty: AnnotationDraft = {
  kind: "release",
  from: "",
  fromTime: "",
  to: "",
  toTime: "",
  text: "",
};

/** The form of a new annotation. */
export function AnnotationForm({
  zone,
  add,
}: Pick<AnnotationActions, "add"> & { readonly zone: string }) {
  const [draft, setDraft] = useState(empty);
  const { isBusy, problem, submit } = useMutation();
  const wrong = draft.from === "" ? null : draftProblem(draft);
  const set = (changed: Partial<AnnotationDraft>) => {
    setDraft({ ...draft, ...changed });
  };
  return (
    <ChangeForm
      label="Add annotation"
      isBusy={isBusy}
      isReady={draftProblem(draft) === null && !isBlank(draft.text)}
      problem={wrong ?? problem}
      onSubmit={() => {
        submit(
          () => add(draft),
          () => {
            setDraft({ ...empty, kind: draft.kind });
          },
        );
      }}
    >
      <SelectField
        label="What"
        value={draft.kind}
        options={annotationKinds.map((value) => ({ value, label: annotationKindWords[value] }))}
        onChange={(kind) => {
          set({ kind });
        }}
      />
      <MomentFields
        label="From"
        hint={`By the clocks of ${zone}. Without a time it is the whole day.`}
        day={draft.from}
        time={draft.fromTime}
        onChange={(from, fromTime) => {
          set({ from, fromTime });
        }}
      />
      <MomentFields
        label="To"
        hint="Inclusive; leave it empty for a single day or moment."
        day={draft.to}
        time={draft.toTime}
        onChange={(to, toTime) => {
          set({ to, toTime });
        }}
      />
      <Field label="In a few words">
        {(control) => (
          <input
            {...control}
            className={`${inputLook} w-full`}
            value={draft.text}
            maxLength={annotationTextMax}
            onChange={(event) => {
              set({ text: event.currentTarget.value });
            }}
          />
        )}
      </Field>
    </ChangeForm>
  );
}

const inputLook =
  "min-h-7 min-w-0 rounded-control border border-border-strong bg-panel px-2 text-text max-roomy:min-h-9";

type MomentFieldsProps = {
  label: string;
  hint: string;
  day: string;
  time: string;
  onChange: (day: string, time: string) => void;
};

function MomentFields({ label, hint, day, time, onChange }: MomentFieldsProps) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <span className="flex gap-2">
          <input
            {...control}
            className={inputLook}
            type="date"
            value={day}
            onChange={(event) => {
              onChange(event.currentTarget.value, time);
            }}
          />
          <input
            className={inputLook}
            type="time"
            aria-label={`${label}: time, may be left empty`}
            value={time}
            onChange={(event) => {
              onChange(day, event.currentTarget.value);
            }}
          />
        </span>
      )}
    </Field>
  );
}
