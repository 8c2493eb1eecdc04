"use client";

import { useState } from "react";
import { buttonClasses } from "./button-classes";
import { Icon } from "./icon";

type CopyButtonProps = {
  label: string;
  /** The copied text; an address beginning with "/" is made absolute. */
  text: string;
  /** Query parameters of the current address to add to a copied address. */
  keeps?: readonly string[];
};

/** Copies a text and announces whether that worked. */
export function CopyButton({ label, text, keeps = [] }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<"none" | "copied" | "refused">("none");
  const onCopy = () => {
    copyText(text.startsWith("/") ? wholeAddress(text, keeps) : text).then(setOutcome, () => {
      setOutcome("refused");
    });
  };
  const words = { none: label, copied: "Copied", refused: "The browser refused" }[outcome];
  return (
    <button type="button" className={`${buttonClasses.default} cursor-pointer`} onClick={onCopy}>
      <Icon name={outcome === "copied" ? "pass" : "copy"} />
      <span aria-live="polite">{words}</span>
    </button>
  );
}

async function copyText(text: string): Promise<"copied"> {
  await navigator.clipboard.writeText(text);
  return "copied";
}

function wholeAddress(path: string, keeps: readonly string[]): string {
  const here = new URL(window.location.href);
  const whole = new URL(path, here);
  for (const name of keeps) {
    const value = here.searchParams.get(name);
    if (value !== null) whole.searchParams.set(name, value);
  }
  return whole.href;
}
