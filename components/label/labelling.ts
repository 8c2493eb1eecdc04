"use client";

import { createContext } from "react";
import type { LabelAnswer } from "@/lib/domain/quality/label";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import type { CaseLabels, LabelTarget } from "@/lib/format/scores/label-view";

/** A label for an evaluator's score. */
type GivenLabel = LabelTarget & {
  readonly caseId: string;
  /** The case's revision when the page was rendered. */
  readonly mark: number;
  readonly answer: LabelAnswer;
  readonly reason: string;
};

/** The server actions for labels; each validates its input. */
export type LabelActions = {
  readonly onLabelGive: (label: GivenLabel) => Promise<MutationOutcome>;
  readonly onLabelWithdraw: (id: number) => Promise<MutationOutcome>;
};

/** The shown case's labels and what the viewer may do with them. */
export type CaseLabelling = LabelActions & {
  readonly caseId: string;
  readonly labels: CaseLabels;
  readonly canLabel: boolean;
};

/** null: no case is shown, so nothing can be labelled. */
export const Labelling = createContext<CaseLabelling | null>(null);
