"use client";

import { useState, type ReactNode } from "react";
import { changedSettings } from "@/lib/domain/settings/changed-settings";
import { buttonClasses } from "../ui/button-classes";
import { Card } from "../ui/card";
import { Form } from "../ui/form";
import { EffectPanel, type ChangeSubject } from "./effect-panel";
import type { SettingsActions, SettingsChange } from "./settings-actions";
import { useSettingsChange, type ChangeStep } from "./use-settings-change";

export type SettingsFormApi<Draft> = {
  readonly draft: Draft;
  readonly edit: (edited: Partial<Draft>) => void;
  /** The problem at a path of the settings ("closeIdleDays.voice") or below it, or null. */
  readonly problemAt: (path: string) => string | null;
};

type SettingsFormProps<Draft> = {
  title: string;
  subtitle: string;
  /** What is stored, as it is edited. */
  stored: Draft;
  /** What it begins with; absent: what is stored. */
  begun?: Draft | undefined;
  toChange: (draft: Draft) => SettingsChange;
  actions: SettingsActions;
  /** What the words about its effect are of; absent: settings in general. */
  about?: ChangeSubject;
  children: (form: SettingsFormApi<Draft>) => ReactNode;
};

/** One group of settings: edit, preview the effect, save. */
export function SettingsForm<Draft extends object>(props: SettingsFormProps<Draft>) {
  const {
    title,
    subtitle,
    stored,
    begun = stored,
    toChange,
    actions,
    about = "settings",
    children,
  } = props;
  const [draft, setDraft] = useState(begun);
  // What was left as it is stays what somebody else makes of it meanwhile.
  const { after } = changedSettings(toChange(stored), toChange(draft));
  const change = useSettingsChange(actions, after);
  const { step } = change;
  const isBusy = step.at === "saving" || step.at === "starting";
  const isChanged = JSON.stringify(draft) !== JSON.stringify(stored);
  const edit = (edited: Partial<Draft>) => {
    setDraft({ ...draft, ...edited });
    // The shown preview is of the previous draft.
    change.cancel();
  };
  return (
    <Card title={title} subtitle={subtitle}>
      <Form
        className="grid grid-cols-[minmax(0,1fr)] gap-3"
        aria-label={title}
        noValidate
        onSubmit={() => {
          if (isChanged && !isBusy) change.preview();
        }}
      >
        <fieldset disabled={isBusy} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
          {children({ draft, edit, problemAt: (path) => findProblem(step, path) })}
        </fieldset>
        <EffectPanel change={change} about={about} />
        {isChanged && isEditable(step) ? (
          <div className="flex flex-wrap gap-2">
            <button type="submit" className={`${buttonClasses.primary} cursor-pointer`}>
              Show the effect
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
    </Card>
  );
}

function isEditable(step: ChangeStep): boolean {
  return step.at === "editing" || (step.at === "refused" && step.problems.length > 0);
}

function findProblem(step: ChangeStep, path: string): string | null {
  if (step.at !== "refused") return null;
  const found = step.problems.find(
    (each) => each.path === path || each.path.startsWith(`${path}.`),
  );
  return found?.message ?? null;
}
