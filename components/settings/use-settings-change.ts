"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import type { SettingsProblem } from "@/lib/domain/settings/parse-settings";
import type { PreviewState } from "@/lib/domain/settings/settings-effect";
import { unansweredWords, unsavedWords } from "../ui/use-mutation";
import type { ChangeActions } from "./settings-actions";

/** The state of a settings change. */
export type ChangeStep =
  | { readonly at: "editing" }
  | { readonly at: "starting" }
  | {
      readonly at: "refused";
      readonly sentence: string;
      readonly problems: readonly SettingsProblem[];
    }
  /** `state` null: just begun. */
  | { readonly at: "previewed"; readonly id: string; readonly state: PreviewState | null }
  | { readonly at: "saving"; readonly id: string | null }
  | { readonly at: "saved"; readonly id: string | null; readonly state: PreviewState | null };

export type SettingsChangeApi = {
  readonly step: ChangeStep;
  readonly preview: () => void;
  readonly save: () => void;
  readonly cancel: () => void;
};

const pollMs = 400;
const lostSentence =
  "The server has restarted since, so the effect is no longer known. Ask for it again.";

/** State machine of a settings change: preview, save, watch the derivation. */
export function useSettingsChange<Change>(
  actions: ChangeActions<Change>,
  change: Change,
): SettingsChangeApi {
  const router = useRouter();
  const [step, setStep] = useState<ChangeStep>({ at: "editing" });
  const refuse = (sentence: string, problems: readonly SettingsProblem[] = []) => {
    setStep({ at: "refused", sentence, problems });
  };

  const poll = useEffectEvent(async (id: string) => {
    const state = await actions.onPoll(id);
    setStep((current) => withState(current, id, state));
    if (state?.status === "done") router.refresh();
  });
  const watched = watchedId(step);
  useEffect(() => {
    if (watched === null) return;
    let isPolling = false;
    const timer = setInterval(() => {
      if (isPolling) return;
      isPolling = true;
      poll(watched)
        .catch(() => undefined)
        .finally(() => {
          isPolling = false;
        });
    }, pollMs);
    return () => {
      clearInterval(timer);
    };
  }, [watched]);

  async function preview(): Promise<void> {
    setStep({ at: "starting" });
    const started = await actions.onPreview(change);
    if (started.isStarted) setStep({ at: "previewed", id: started.id, state: null });
    else refuse(started.sentence, started.problems);
  }

  async function save(): Promise<void> {
    const id = step.at === "previewed" ? step.id : null;
    setStep({ at: "saving", id });
    const outcome = await actions.onSave(change, id);
    if (!outcome.isDone) {
      refuse(outcome.sentence);
      return;
    }
    setStep({ at: "saved", id, state: null });
    router.refresh();
  }

  return {
    step,
    preview: () => void preview().catch((error: unknown) => refuse(unansweredWords(error))),
    save: () => void save().catch((error: unknown) => refuse(unsavedWords(error))),
    cancel: () => {
      if (step.at === "previewed") void actions.onCancel(step.id).catch(() => undefined);
      setStep({ at: "editing" });
    },
  };
}

function watchedId(step: ChangeStep): string | null {
  if (step.at !== "previewed" && step.at !== "saved") return null;
  return step.state?.status === "done" || step.state?.status === "failed" ? null : step.id;
}

/** Ignores responses about a preview that is no longer watched. */
function withState(step: ChangeStep, id: string, state: PreviewState | null): ChangeStep {
  if ((step.at !== "previewed" && step.at !== "saved") || step.id !== id) return step;
  if (state !== null) return { ...step, state };
  if (step.at === "saved") return { ...step, state: { status: "done", effect: null } };
  return { at: "refused", sentence: lostSentence, problems: [] };
}
