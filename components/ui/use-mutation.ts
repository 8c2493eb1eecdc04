"use client";

import { unstable_isUnrecognizedActionError, unstable_rethrow, useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { storageFaultOf } from "@/lib/format/storage-words";

type Outcome = { readonly isDone: true } | { readonly isDone: false; readonly sentence: string };

/** No answer came. `field` is null as of a refusal that is about none of a form's fields. */
type Unanswered = { readonly isDone: false; readonly sentence: string; readonly field: null };

type Mutation<Answer extends Outcome> = {
  readonly isBusy: boolean;
  /** How the last attempt ended; null before it and while it is under way. */
  readonly outcome: Answer | Unanswered | null;
  /** Why the last attempt was refused, or may have been. */
  readonly problem: string | null;
  /** @param onDone called when the change is kept, before the page is read again */
  readonly submit: (mutate: () => Promise<Answer>, onDone?: () => void) => void;
};

/**
 * Sends a change to the server and keeps how it ended. Where no answer comes the page stays, with what was typed on it.
 * @param options `refreshes`: read the page again when the change was kept
 */
export function useMutation<Answer extends Outcome = MutationOutcome>({
  refreshes = true,
} = {}): Mutation<Answer> {
  const router = useRouter();
  const [isBusy, startTransition] = useTransition();
  const [outcome, setOutcome] = useState<Answer | Unanswered | null>(null);
  return {
    isBusy,
    outcome,
    problem: outcome === null || outcome.isDone ? null : outcome.sentence,
    submit: (mutate, onDone) => {
      setOutcome(null);
      startTransition(async () => {
        const answer = await mutate().catch(unanswered);
        setOutcome(answer);
        if (!answer.isDone) return;
        onDone?.();
        if (refreshes) router.refresh();
      });
    },
  };
}

function unanswered(error: unknown): Unanswered {
  // A redirect is thrown, too.
  unstable_rethrow(error);
  return { isDone: false, sentence: unsavedWords(error), field: null };
}

const updated =
  "The server has been updated since you opened this page. Copy what you typed, then load the page again.";

/**
 * Why a server action brought no answer, and what to do.
 * @param error what its promise was rejected with
 */
export function unansweredWords(error: unknown): string {
  if (unstable_isUnrecognizedActionError(error)) return updated;
  const fault = storageFaultOf(error);
  if (fault !== null) return fault;
  const digest = error instanceof Error && "digest" in error ? error.digest : null;
  if (typeof digest === "string")
    return `The mistake is ours: the server’s log says more under the number ${digest}.`;
  return error instanceof TypeError
    ? "The server could not be reached. Try again in a moment."
    : "The server did not accept the request. Try again in a moment.";
}

/** What is said of a change that brought no answer. @param error what its promise was rejected with */
export function unsavedWords(error: unknown): string {
  const isKnown = unstable_isUnrecognizedActionError(error);
  const outcome = isKnown ? "This was not saved." : "This may not have been saved.";
  return `${outcome} ${unansweredWords(error)}`;
}
