"use client";

import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { ruleOf, type AlertDraft, type DraftProblems } from "@/lib/pages/alerts/alert-draft";
import type { AlertRule } from "@/lib/domain/alerts/alert-rule";
import type { AlertFormModel, AlertPreview } from "@/lib/pages/alerts/alerts-model";
import { fields, form as words, groups } from "@/lib/pages/alerts/words/form";
import { buttonClasses } from "../ui/button-classes";
import { Card } from "../ui/card";
import { Form } from "../ui/form";
import { ProblemNote } from "../ui/problem-note";
import { TextField } from "../ui/text-field";
import { useMutation } from "../ui/use-mutation";
import type { AlertActions } from "./alert-actions";
import { AlertCasesFields } from "./alert-cases-fields";
import { AlertScheduleFields } from "./alert-schedule-fields";
import { AlertWatchFields } from "./alert-watch-fields";

type AlertFormProps = {
  form: AlertFormModel;
  closeHref: string;
  actions: Pick<AlertActions, "onSave" | "onPreview">;
};

/** The form of a rule. */
export function AlertForm({ form, closeHref, actions }: AlertFormProps) {
  const router = useRouter();
  const [draft, setDraft] = useState(form.draft);
  const [problems, setProblems] = useState<DraftProblems>({});
  const keeping = useMutation();
  const preview = useMutation<AlertPreview>({ refreshes: false });
  const unit = form.metrics.find(({ value }) => value === draft.metric)?.unit ?? "number";
  const change = (changed: Partial<AlertDraft>) => {
    setDraft({ ...draft, ...changed });
  };
  const withRule = (then: (rule: AlertRule) => void) => {
    const read = ruleOf(draft, unit);
    setProblems("problems" in read ? read.problems : {});
    if ("rule" in read) then(read.rule);
  };
  const save = (rule: AlertRule) => {
    keeping.submit(
      () => actions.onSave({ id: form.id, rule }),
      () => {
        router.push(closeHref);
      },
    );
  };
  return (
    <Card title={form.id === null ? words.titleNew : words.titleChange}>
      <Form
        aria-label={words.name}
        className="grid gap-4"
        noValidate
        onSubmit={() => {
          withRule(save);
        }}
      >
        <TextField
          label={fields.name}
          value={draft.name}
          problem={problems.name ?? null}
          onChange={(name) => {
            change({ name });
          }}
        />
        <Group name={groups.watch}>
          <AlertWatchFields form={form} draft={draft} problems={problems} onChange={change} />
        </Group>
        <Group name={groups.cases}>
          <AlertCasesFields form={form} draft={draft} onChange={change} />
        </Group>
        <Group name={groups.schedule}>
          <AlertScheduleFields form={form} draft={draft} problems={problems} onChange={change} />
        </Group>
        <PreviewNote outcome={preview.outcome} />
        <ProblemNote problem={keeping.problem} />
        <div className="flex flex-wrap gap-2">
          <button className={`${buttonClasses.primary} cursor-pointer`} disabled={keeping.isBusy}>
            {keeping.isBusy ? words.saving : words.save}
          </button>
          <button
            type="button"
            className={`${buttonClasses.default} cursor-pointer`}
            disabled={preview.isBusy}
            onClick={() => {
              withRule((rule) => {
                preview.submit(() => actions.onPreview(rule));
              });
            }}
          >
            {preview.isBusy ? words.previewing : words.preview}
          </button>
          <button
            type="button"
            className={`${buttonClasses.quiet} cursor-pointer`}
            onClick={() => {
              router.push(closeHref);
            }}
          >
            {words.cancel}
          </button>
        </div>
      </Form>
    </Card>
  );
}

function Group({ name, children }: { name: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-2 border-t border-border pt-2">
      <legend className="pr-2 font-semibold">{name}</legend>
      {children}
    </fieldset>
  );
}

/** What the rule would have said. */
function PreviewNote({ outcome }: { outcome: AlertPreview | null }) {
  return (
    <div role="status" className="grid gap-0.5 empty:hidden">
      {outcome === null ? null : outcome.isDone ? (
        outcome.sentences.map((sentence) => (
          <p key={sentence} className="max-w-[90ch] text-pretty">
            {sentence}
          </p>
        ))
      ) : (
        <p className="text-fail">{outcome.sentence}</p>
      )}
    </div>
  );
}
