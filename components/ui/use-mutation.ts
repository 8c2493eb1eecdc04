"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";

type Outcome = { readonly isDone: true } | { readonly isDone: false; readonly sentence: string };

type Mutation<Answer extends Outcome> = {
  readonly isBusy: boolean;
  /** How the last attempt ended; null before it and while it is under way. */
  readonly outcome: Answer | null;
  /** Why the last attempt was refused. */
  readonly problem: string | null;
  /** @param onDone called when the change is kept, before the page is read again */
  readonly submit: (mutate: () => Promise<Answer>, onDone?: () => void) => void;
};

/**
 * Sends a change to the server and keeps how it ended.
 * @param options `refreshes`: read the page again when the change was kept
 */
export function useMutation<Answer extends Outcome = MutationOutcome>({
  refreshes = true,
} = {}): Mutation<Answer> {
  const router = useRouter();
  const [isBusy, startTransition] = useTransition();
  const [outcome, setOutcome] = useState<Answer | null>(null);
  return {
    isBusy,
    outcome,
    problem: outcome === null || outcome.isDone ? null : outcome.sentence,
    submit: (mutate, onDone) => {
      setOutcome(null);
      startTransition(async () => {
        const answer = await mutate();
        setOutcome(answer);
        if (!answer.isDone) return;
        onDone?.();
        if (refreshes) router.refresh();
      });
    },
  };
}
