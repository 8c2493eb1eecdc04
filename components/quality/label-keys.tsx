"use client";

import { useShortcuts } from "../ui/use-shortcuts";

/** Keys that press the label buttons of the page. */
export function LabelKeys() {
  useShortcuts({ markRight: press("right"), markWrong: press("wrong") });
  return null;
}

function press(choice: "right" | "wrong"): () => void {
  return () => {
    document.querySelector<HTMLButtonElement>(`button[data-choice=${choice}]`)?.click();
  };
}
