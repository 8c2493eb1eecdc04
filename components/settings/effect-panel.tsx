"use client";

import { useEffect, useRef, type ReactNode } from "react";
import type { PreviewState, SettingsEffect } from "@/lib/domain/settings/settings-effect";
import { formatCount, formatCounted } from "@/lib/format/format";
import {
  effectSentence,
  flipSentence,
  progressWords,
  publishWords,
  rejudgingWords,
  retentionSentence,
  staleWords,
  type EffectTense,
} from "@/lib/pages/settings/settings-effect-words";
import { buttonClasses } from "../ui/button-classes";
import { InlineAlert } from "../ui/inline-alert";
import { EffectTable } from "./effect-table";
import { FlipTable } from "./flip-table";
import type { SettingsChangeApi } from "./use-settings-change";

/** What is changed: settings in general, how long data are kept, or disclosure rules, which are published. */
export type ChangeSubject = "settings" | "retention" | "rules";
type StepProps = { change: SettingsChangeApi; about: ChangeSubject };

/** The effect of a settings change: preview, progress, result, and its buttons. */
export function EffectPanel({
  change,
  about = "settings",
}: {
  change: SettingsChangeApi;
  about?: ChangeSubject;
}) {
  const { step } = change;
  if (step.at === "editing") return null;
  const hasButtons = step.at === "previewed" || step.at === "refused";
  return (
    <div className="grid gap-2">
      {hasButtons ? (
        <Preview change={change} about={about} />
      ) : (
        <Progress change={change} about={about} />
      )}
    </div>
  );
}

function Preview({ change, about }: StepProps) {
  const { step } = change;
  if (step.at === "refused") {
    const canSave = step.problems.length === 0;
    return (
      <>
        <div role="alert">
          <InlineAlert>{step.sentence}</InlineAlert>
        </div>
        {canSave ? <UnknownButtons change={change} /> : null}
      </>
    );
  }
  if (step.at !== "previewed") return null;
  const { state } = step;
  if (state === null || state.status === "running") {
    return (
      <Box>
        <Working words={state === null ? "Starting" : progressWords(state.progress)} />
        <CancelButton change={change} />
      </Box>
    );
  }
  if (state.status === "failed") {
    return (
      <Box>
        <p>{state.sentence}</p>
        <UnknownButtons change={change} />
      </Box>
    );
  }
  return state.status === "shown" ? <Shown change={change} about={about} state={state} /> : null;
}

function Shown({
  change,
  about,
  state,
}: StepProps & { state: Extract<PreviewState, { status: "shown" }> }) {
  const stale = staleWords(state);
  return (
    <Box>
      <Finding about={about} effect={state.effect} tense="ahead" />
      {stale === null ? null : (
        <InlineAlert>
          {stale}{" "}
          <button
            type="button"
            className="cursor-pointer text-link underline"
            onClick={change.preview}
          >
            Work it out again
          </button>
        </InlineAlert>
      )}
      <SaveButtons
        change={change}
        label={about === "rules" ? publishWords(state.effect) : saveWords(state.effect)}
      />
    </Box>
  );
}

function saveWords({ touched }: SettingsEffect): string {
  return touched === 0 ? "Save" : `Save and re-derive ${formatCounted(touched, "case")}`;
}

const sentenceOf = {
  settings: effectSentence,
  retention: retentionSentence,
  rules: flipSentence,
} as const satisfies Record<ChangeSubject, typeof effectSentence>;

const savedWords = {
  settings: "Saved",
  retention: "Saved",
  rules: "Published",
} as const satisfies Record<ChangeSubject, string>;

const anew = {
  settings: "derived anew",
  retention: "derived anew",
  rules: "judged anew",
} as const satisfies Record<ChangeSubject, string>;

/** Takes the focus when it appears. */
function Finding({
  about,
  effect,
  tense,
}: {
  about: ChangeSubject;
  effect: Extract<PreviewState, { status: "shown" }>["effect"];
  tense: EffectTense;
}) {
  const sentence = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    sentence.current?.focus({ preventScroll: true });
    sentence.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <>
      <p ref={sentence} tabIndex={-1} className="font-semibold outline-none">
        {tense === "done" ? `${savedWords[about]}. ` : ""}
        {sentenceOf[about](effect, tense)}
      </p>
      {about === "rules" ? null : <EffectTable effect={effect} tense={tense} />}
      <FlipTable flips={effect.disclosures} />
    </>
  );
}

function Progress({ change: { step }, about }: StepProps) {
  if (step.at === "starting") return <Working words="Starting" />;
  if (step.at === "saving") return <Working words="Saving" />;
  if (step.at !== "saved") return null;
  const { state, id } = step;
  const saved = savedWords[about];
  if (id === null) {
    return (
      <Saved>
        {saved}. Cases are {anew[about]} in the background.
      </Saved>
    );
  }
  if (state?.status === "done") {
    return state.effect === null ? (
      <Saved>
        {saved}, and everything is {anew[about]}.
      </Saved>
    ) : (
      <Box>
        <Finding about={about} effect={state.effect} tense="done" />
      </Box>
    );
  }
  const left = state?.status === "deriving" && state.left > 0 ? state.left : null;
  return (
    <Box>
      <Working words={about === "rules" ? rejudgingWords(left) : rederivingWords(left)} />
    </Box>
  );
}

function rederivingWords(left: number | null): string {
  return left === null ? "Saved. Re-deriving" : `Saved. Re-deriving, ${formatCount(left)} left`;
}

function Saved({ children }: { children: ReactNode }) {
  return (
    <Box>
      <p className="font-semibold">{children}</p>
    </Box>
  );
}

function Box({ children }: { children: ReactNode }) {
  return <div className="grid gap-2 rounded-control bg-sunken px-3 py-2.5">{children}</div>;
}

function Working({ words }: { words: string }) {
  return (
    <div className="grid gap-1.5">
      <p role="status" className="sr-only">
        Working
      </p>
      <p className="tabular-nums">{words}…</p>
      <div className="h-0.5 overflow-hidden rounded-chip bg-border">
        <div className="progress h-full w-1/3 bg-action" />
      </div>
    </div>
  );
}

function SaveButtons({ change, label }: { change: SettingsChangeApi; label: string }) {
  return (
    <div className="flex flex-wrap gap-2">
      <StepButton look="primary" label={label} onClick={change.save} />
      <CancelButton change={change} />
    </div>
  );
}

/** Where the effect could not be worked out. */
function UnknownButtons({ change }: { change: SettingsChangeApi }) {
  return (
    <div className="flex flex-wrap gap-2">
      <StepButton look="primary" label="Show the effect" onClick={change.preview} />
      <StepButton label="Save without knowing the effect" onClick={change.save} />
      <CancelButton change={change} />
    </div>
  );
}

function CancelButton({ change }: { change: SettingsChangeApi }) {
  return <StepButton label="Cancel" onClick={change.cancel} />;
}

type StepButtonProps = { label: string; look?: "primary" | "default"; onClick: () => void };

function StepButton({ label, look = "default", onClick }: StepButtonProps) {
  return (
    <button
      type="button"
      className={`${buttonClasses[look]} cursor-pointer justify-self-start`}
      onClick={onClick}
    >
      {label}
    </button>
  );
}
