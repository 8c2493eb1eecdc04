"use client";

import { useState } from "react";
import { buttonClasses } from "./button-classes";
import { Icon } from "./icon";

type CopyButtonProps = {
  label: string;
  /** What is copied; an address beginning with "/" is made whole. */
  text: string;
};

/** Copies a text; says whether the browser let it. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<"none" | "copied" | "refused">("none");
  const onCopy = () => {
    const whole = text.startsWith("/") ? new URL(text, window.location.href).href : text;
    copyText(whole).then(setOutcome, () => {
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
