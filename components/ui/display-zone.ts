"use client";

import { createContext } from "react";

/** The IANA time zone in which instants are formatted. */
export const DisplayZone = createContext("UTC");
