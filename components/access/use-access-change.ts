"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { AccessOutcome } from "@/lib/domain/people/access-change";

/** A change to accounts, sessions or tokens, as the server takes it; it checks every member itself. */
export type SendAccessChange = (change: unknown) => Promise<AccessOutcome>;

/** Sends a change and keeps how it ended, for the place where it was pressed. */
export function useAccessChange(onChange: SendAccessChange) {
  const router = useRouter();
  const [outcome, setOutcome] = useState<AccessOutcome | null>(null);
  const [isSending, setIsSending] = useState(false);

  async function send(change: unknown): Promise<boolean> {
    setIsSending(true);
    const answer = await onChange(change);
    setOutcome(answer);
    setIsSending(false);
    router.refresh();
    return answer.isDone;
  }

  return { outcome, isSending, send };
}
