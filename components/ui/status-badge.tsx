import type { Tone } from "@/lib/format/wording";
import { Icon } from "./icon";

const washes: Readonly<Record<Tone, string>> = {
  pass: "bg-pass-wash text-pass border-transparent",
  fail: "bg-fail-wash text-fail border-transparent",
  warn: "bg-warn-wash text-warn border-transparent",
  none: "text-text-muted border-border-strong border-dashed",
};

const inks: Readonly<Record<Tone, string>> = {
  pass: "text-pass",
  fail: "text-fail",
  warn: "text-warn",
  none: "text-text-muted",
};

type StatusBadgeProps = {
  tone: Tone;
  label: string;
  /** `bare` has no box: for rows of a table. `line` has none either, and may take several lines. */
  variant?: "boxed" | "bare" | "line";
  title?: string;
};

/** A verdict as icon and label; not evaluated: dashed and unfilled. */
export function StatusBadge({ tone, label, variant = "boxed", title }: StatusBadgeProps) {
  const look = variant === "boxed" ? `rounded-chip border px-1.5 ${washes[tone]}` : inks[tone];
  const wraps = variant === "line" ? "[&>svg]:shrink-0" : "whitespace-nowrap";
  return (
    <span
      className={`inline-flex items-center gap-1 text-secondary ${wraps} ${look}`}
      title={title}
    >
      <Icon name={tone} isBold />
      {label}
    </span>
  );
}
