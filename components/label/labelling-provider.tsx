"use client";

import type { ReactNode } from "react";
import { Labelling, type CaseLabelling } from "./labelling";

type LabellingProviderProps = { labelling: CaseLabelling; children: ReactNode };

/** Provides the case's labels to every `LabelControl` below. */
export function LabellingProvider({ labelling, children }: LabellingProviderProps) {
  return <Labelling value={labelling}>{children}</Labelling>;
}
