"use client";

import { createContext } from "react";
import type { LabelAnswer } from "@/lib/domain/quality/label";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import type { CaseLabels, LabelTarget } from "@/lib/format/scores/label-view";

/** What somebody says of what an evaluator said. */
type GivenLabel = LabelTarget & {
  readonly caseId: string;
  /** The case's mark when the page was made. */
  readonly mark: number;
  readonly answer: LabelAnswer;
  readonly reason: string;
};

/** What the server does about labels; it checks by itself what it is sent. */
export type LabelActions = {
  readonly onLabelGive: (label: GivenLabel) => Promise<MutationOutcome>;
  readonly onLabelWithdraw: (id: number) => Promise<MutationOutcome>;
};

/** The labels of the case that is shown, and what whoever looks may do about them. */
export type CaseLabelling = LabelActions & {
  readonly caseId: string;
  readonly labels: CaseLabels;
  readonly canLabel: boolean;
};

/** null where no case is shown: nothing can be labelled there. */
export const Labelling = createContext<CaseLabelling | null>(null);
