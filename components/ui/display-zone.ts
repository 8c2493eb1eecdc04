"use client";

import { createContext } from "react";

/** The IANA time zone in which instants are written; `app/layout.tsx` sets it. */
export const DisplayZone = createContext("UTC");
