"use client";

import { use } from "react";
import { formatDue, formatInstant, isoInstant } from "@/lib/format/format";
import { DisplayZone } from "./display-zone";

type InstantProps = {
  atUs: number | null;
  style: "day" | "weekday" | "weekdayTime" | "minute" | "clock" | "due";
};

/** An instant in the display time zone; the exact one is in the title. */
export function Instant({ atUs, style }: InstantProps) {
  const zone = use(DisplayZone);
  if (atUs === null) return <span className="text-text-faint">unknown</span>;
  const iso = isoInstant(atUs);
  return (
    <time dateTime={iso} title={iso}>
      {style === "due" ? formatDue(atUs, zone) : formatInstant(atUs, style, zone)}
    </time>
  );
}
