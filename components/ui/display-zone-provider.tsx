"use client";

import type { ReactNode } from "react";
import { DisplayZone } from "./display-zone";

/** Provides the display time zone to every `Instant` below. */
export function DisplayZoneProvider({ zone, children }: { zone: string; children: ReactNode }) {
  return <DisplayZone value={zone}>{children}</DisplayZone>;
}
