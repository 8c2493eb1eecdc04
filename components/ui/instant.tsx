"use client";

import { formatDue, formatInstant, isoInstant } from "@/lib/format/format";

type InstantProps = {
  atUs: number | null;
  style: "day" | "weekday" | "weekdayTime" | "minute" | "clock" | "due";
};

/** An instant in the display time zone; the exact one is in the title. */
export function Instant({ atUs, style }: InstantProps) {
  if (atUs === null) return <span className="text-text-faint">unknown</span>;
  const iso = isoInstant(atUs);
  return (
    <time dateTime={iso} title={iso}>
      {style === "due" ? formatDue(atUs) : formatInstant(atUs, style)}
    </time>
  );
}
