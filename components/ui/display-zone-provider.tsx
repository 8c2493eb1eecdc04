"use client";

import { createContext, use, type ReactNode } from "react";
import { setDisplayZoneSource } from "@/lib/format/format";

const DisplayZone = createContext("UTC");
const isBrowser = typeof window !== "undefined";
// On the server pages of several zones are rendered at once, so there it is read from the context.
if (!isBrowser) setDisplayZoneSource(() => use(DisplayZone));

/** Has instants formatted in an IANA time zone by every component below; a browser shows one workspace at a time. */
export function DisplayZoneProvider({ zone, children }: { zone: string; children: ReactNode }) {
  if (isBrowser) setDisplayZoneSource(() => zone);
  return <DisplayZone value={zone}>{children}</DisplayZone>;
}
