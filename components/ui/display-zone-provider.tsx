"use client";

import type { ReactNode } from "react";
import { DisplayZone } from "./display-zone";

/** Tells every `Instant` below the zone it is written in. */
export function DisplayZoneProvider({ zone, children }: { zone: string; children: ReactNode }) {
  return <DisplayZone value={zone}>{children}</DisplayZone>;
}
