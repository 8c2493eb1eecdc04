"use client";

import { useRouter } from "next/navigation";
import type { LabelQueueModel } from "@/lib/pages/quality/label-queue-model";
import { useShortcuts } from "../ui/use-shortcuts";

/** Walks the queue and answers by keys: the buttons that stand on the page are pressed. */
export function LabelQueueKeys({
  previousHref,
  nextHref,
}: Pick<LabelQueueModel, "previousHref" | "nextHref">) {
  const router = useRouter();
  const go = (href: string | null) => () => {
    if (href !== null) router.push(href);
  };
  useShortcuts({
    nextAnswer: go(nextHref),
    previousAnswer: go(previousHref),
    markRight: press("right"),
    markWrong: press("wrong"),
  });
  return null;
}

function press(choice: "right" | "wrong"): () => void {
  return () => {
    document.querySelector<HTMLButtonElement>(`button[data-choice=${choice}]`)?.click();
  };
}
