import type { Channel } from "../trace/channel";
import type { AttentionChange } from "./attention";
import type { Override } from "./override";

/** `split` is an override to a new case. */
export const decisionKinds = ["merge", "split", "reassign"] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export type DecisionSubject =
  | { readonly kind: "case" }
  /** As displayed when the decision was made. */
  | { readonly kind: "contact"; readonly channel: Channel; readonly startUs: number }
  | { readonly kind: "trace"; readonly traceId: string };

/** A user's decision about a case, possibly of several overrides; undone as a whole. */
export type Decision = {
  readonly kind: DecisionKind;
  readonly subject: DecisionSubject;
  /** Null for a trace that had no case. */
  readonly fromCaseId: string | null;
  readonly toCaseId: string;
  readonly overrides: readonly Override[];
};

export type StoredDecision = Omit<Decision, "overrides"> & {
  readonly id: number;
  readonly atUs: number;
  /** True if nothing that it refers to is stored any more; it has no effect. */
  readonly isDetached: boolean;
};

/** A user's note on a case, masked. */
export type CaseNote = {
  readonly id: number;
  /** The case it was written on, which may have been merged since. */
  readonly caseId: string;
  readonly text: string;
  readonly atUs: number;
};

/** Longer notes are refused. */
export const noteLengthMax = 4000;

/** A contact as displayed; its start identifies it. */
export type ContactRef = {
  readonly caseId: string;
  /** Position in the case, from 0. */
  readonly ordinal: number;
  readonly startUs: number;
};

export type CaseChange =
  | { readonly kind: "case-merged"; readonly fromCaseId: string; readonly toCaseId: string }
  /** To a new case (a split) or an existing one. */
  | {
      readonly kind: "contact-moved";
      readonly contact: ContactRef;
      readonly toCaseId: string;
      readonly isNewCase: boolean;
    }
  | { readonly kind: "trace-moved"; readonly traceId: string; readonly toCaseId: string }
  | { readonly kind: "decision-removed"; readonly id: number }
  | { readonly kind: "note-added"; readonly caseId: string; readonly text: string }
  | { readonly kind: "note-removed"; readonly id: number }
  | AttentionChange;
