import type { Channel } from "../trace/channel";
import type { Override } from "./override";

/** `split` is a reassignment to a case that did not exist. */
export const decisionKinds = ["merge", "split", "reassign"] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** What a decision is about. */
export type DecisionSubject =
  | { readonly kind: "case" }
  /** As it stood when the decision was taken. */
  | { readonly kind: "contact"; readonly channel: Channel; readonly startUs: number }
  | { readonly kind: "trace"; readonly traceId: string };

/** What a person decided about a case in one go; it is taken back as one. */
export type Decision = {
  readonly kind: DecisionKind;
  readonly subject: DecisionSubject;
  /** null for a trace that belonged to no case. */
  readonly fromCaseId: string | null;
  readonly toCaseId: string;
  readonly overrides: readonly Override[];
};

export type StoredDecision = Omit<Decision, "overrides"> & {
  readonly id: number;
  /** Microseconds since 1970. */
  readonly atUs: number;
  /** True where nothing that it names is stored any more: it moves nothing. */
  readonly isDetached: boolean;
};

/** What a person wrote down about a case, masked. */
export type CaseNote = {
  readonly id: number;
  /** The case it was written on, which may have been merged since. */
  readonly caseId: string;
  readonly text: string;
  /** Microseconds since 1970. */
  readonly atUs: number;
};

/** Longer notes are refused. */
export const noteLengthMax = 4000;

/** A contact as a page shows it; its beginning tells whether it is still the same one. */
export type ContactRef = {
  readonly caseId: string;
  /** Position in the case, from 0. */
  readonly ordinal: number;
  /** Microseconds since 1970. */
  readonly startUs: number;
};

/** What a person does to a case from a page. */
export type CaseChange =
  | { readonly kind: "case-merged"; readonly fromCaseId: string; readonly toCaseId: string }
  /** To a new case (a split), or to one that is there. */
  | {
      readonly kind: "contact-moved";
      readonly contact: ContactRef;
      readonly toCaseId: string;
      readonly isNewCase: boolean;
    }
  | { readonly kind: "trace-moved"; readonly traceId: string; readonly toCaseId: string }
  | { readonly kind: "decision-removed"; readonly id: number }
  | { readonly kind: "note-added"; readonly caseId: string; readonly text: string }
  | { readonly kind: "note-removed"; readonly id: number };
