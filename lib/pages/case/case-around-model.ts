import type { Channel } from "@/lib/domain/trace/channel";
import type { CaseNote, DecisionKind } from "@/lib/domain/case/decision";
import type { Outcome } from "@/lib/domain/case/outcome";

/** Another case of the same customer. */
export type OtherCaseView = {
  readonly caseId: string;
  readonly about: string;
  readonly outcome: Outcome;
  readonly openedUs: number | null;
  readonly lastContactUs: number | null;
  /** Its relation to this case; "": none. */
  readonly relation: string;
  readonly href: string;
};

/** A related case: same customer, same issue. */
export type RelatedCaseView = {
  readonly caseId: string;
  /** "before", "next", "kept". */
  readonly is: "before" | "after" | "merged-into";
  /** "27 May, resolved, verified" */
  readonly words: string;
  readonly href: string;
};

/** A person's decision about this case, as text. */
export type DecisionView = {
  readonly id: number;
  readonly kind: DecisionKind;
  readonly sentence: string;
  /** The case at the other end. */
  readonly other: { readonly caseId: string; readonly href: string } | null;
  readonly atUs: number;
  readonly isDetached: boolean;
};

/** A contact that can be moved to another case. */
export type MovableContact = {
  readonly ordinal: number;
  readonly channel: Channel;
  readonly startUs: number;
  readonly messages: number;
};

/** The context of a case: the customer's other cases, decisions and notes. */
export type CaseAround = {
  /** The previous and next case about the same issue, and the case it was merged into. */
  readonly related: readonly RelatedCaseView[];
  readonly others: readonly OtherCaseView[];
  /** Number of cases not shown. */
  readonly moreOthers: number;
  readonly decisions: readonly DecisionView[];
  readonly notes: readonly CaseNote[];
  /** True while a change is being derived. */
  readonly isWaiting: boolean;
  /** "3 traces, 41 spans, 12 messages". */
  readonly holds: string;
  /** Empty for a single contact: moving it is merging the case. */
  readonly movable: readonly MovableContact[];
  /** A proposed unused id for a split. */
  readonly proposedId: string;
};
