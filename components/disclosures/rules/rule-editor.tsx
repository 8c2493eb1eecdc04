"use client";

import { useState } from "react";
import { EffectPanel } from "@/components/settings/effect-panel";
import { useSettingsChange } from "@/components/settings/use-settings-change";
import { buttonClasses } from "@/components/ui/button-classes";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { RuleEdit } from "@/lib/domain/disclosures/rule-edit";
import type { RuleActions } from "./rule-actions";
import { RuleProblems } from "./rule-problems";

type RuleEditorProps = {
  /** A rule by its id, null for a new one; or what is stated of the workspace. */
  subject: { readonly rule: string | null } | "stated";
  /** What is published, or an example, as YAML. */
  stored: string;
  actions: RuleActions;
};

const ruleLabels = {
  form: "The rule as text",
  field: "The rule as text (YAML)",
  hint: "A changed rule gets the next version. Patterns are regular expressions of RE2 and are tried on one sentence at a time.",
};
const statedLabels = {
  form: "What is stated, as text",
  field: "Notices, facts and regions as text (YAML)",
  hint: "A notice has channel, gives (a rule’s id, an element’s key or a meaning), medium (ivr, banner, footer or other), from, to, text and stated_by. A fact is what a trigger names after “tenant.”, with true or false. Under regions stands what a sender writes for a region, with the place that it is: south-1: IN.",
};

/** Edits a rule as text: check, preview which verdicts flip, publish. */
export function RuleEditor({ subject, stored, actions }: RuleEditorProps) {
  const [text, setText] = useState(stored);
  const edited: RuleEdit =
    subject === "stated" ? { kind: "stated", text } : { kind: "written", rule: subject.rule, text };
  const change = useSettingsChange(actions, edited);
  const { step } = change;
  const labels = subject === "stated" ? statedLabels : ruleLabels;
  const isBusy = step.at === "saving" || step.at === "starting";
  const problems = step.at === "refused" ? step.problems : [];
  const canPreview = step.at === "editing" || problems.length > 0;
  const edit = (changed: string) => {
    setText(changed);
    // The shown preview is of the previous text.
    if (step.at !== "editing") change.cancel();
  };
  return (
    <Form
      className="grid grid-cols-[minmax(0,1fr)] gap-3"
      aria-label={labels.form}
      noValidate
      onSubmit={() => {
        if (canPreview && !isBusy) change.preview();
      }}
    >
      <Field label={labels.field} hint={labels.hint}>
        {(control) => (
          <textarea
            {...control}
            className="w-full rounded-control border border-border-strong bg-panel px-2 py-1.5 font-mono text-secondary"
            rows={Math.min(30, text.split("\n").length + 1)}
            spellCheck={false}
            wrap="off"
            disabled={isBusy}
            value={text}
            onChange={(event) => {
              edit(event.currentTarget.value);
            }}
          />
        )}
      </Field>
      <RuleProblems problems={problems} hasText />
      <EffectPanel change={change} about="rules" />
      {canPreview && text !== stored ? (
        <div className="flex flex-wrap gap-2">
          <button type="submit" className={`${buttonClasses.primary} cursor-pointer`}>
            Check and show the effect
          </button>
          <button
            type="button"
            className={`${buttonClasses.default} cursor-pointer`}
            onClick={() => {
              edit(stored);
            }}
          >
            Discard
          </button>
        </div>
      ) : null}
    </Form>
  );
}
