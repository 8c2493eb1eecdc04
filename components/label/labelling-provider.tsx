"use client";

import type { ReactNode } from "react";
import { Labelling, type CaseLabelling } from "./labelling";

type LabellingProviderProps = { labelling: CaseLabelling; children: ReactNode };

/** Tells every `LabelControl` below which case it is about and what was said of it. */
export function LabellingProvider({ labelling, children }: LabellingProviderProps) {
  return <Labelling value={labelling}>{children}</Labelling>;
}
