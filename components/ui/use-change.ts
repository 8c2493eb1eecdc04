"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";

type Change = {
  readonly isBusy: boolean;
  /** Why the last attempt was refused. */
  readonly problem: string | null;
  /** @param onDone called when the change is kept and the page is read anew */
  readonly submit: (change: () => Promise<MutationOutcome>, onDone?: () => void) => void;
};

/** Sends a change to the server, says why it was refused, and reads the page anew when it was kept. */
export function useChange(): Change {
  const router = useRouter();
  const [isBusy, startTransition] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  return {
    isBusy,
    problem,
    submit: (change, onDone) => {
      setProblem(null);
      startTransition(async () => {
        const outcome = await change();
        if (!outcome.isDone) {
          setProblem(outcome.sentence);
          return;
        }
        onDone?.();
        router.refresh();
      });
    },
  };
}
