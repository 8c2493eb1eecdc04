import type { Tone } from "@/lib/format/wording";

/** Colour classes of a verdict; always shown together with its icon. */
export const toneClasses: Readonly<
  Record<Tone, { readonly text: string; readonly line: string; readonly box: string }>
> = {
  pass: { text: "fill-pass", line: "stroke-pass", box: "fill-pass-wash stroke-pass" },
  fail: { text: "fill-fail", line: "stroke-fail", box: "fill-fail-wash stroke-fail" },
  warn: { text: "fill-warn", line: "stroke-warn", box: "fill-warn-wash stroke-warn" },
  none: {
    text: "fill-text-muted",
    line: "stroke-border-strong",
    box: "fill-panel stroke-border-strong [stroke-dasharray:3_2]",
  },
};
