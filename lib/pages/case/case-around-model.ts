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
  /** How it stands to this one; "" where it is only another case. */
  readonly relation: string;
  readonly href: string;
};

/** A case of the same customer about the same issue, in a few words. */
export type KinCaseView = {
  readonly caseId: string;
  /** "before", "next", "kept". */
  readonly is: "before" | "after" | "merged-into";
  /** "27 May, resolved, verified" */
  readonly words: string;
  readonly href: string;
};

/** What a person decided about this case, in words. */
export type DecisionView = {
  readonly id: number;
  readonly kind: DecisionKind;
  readonly sentence: string;
  /** The case at the other end. */
  readonly other: { readonly caseId: string; readonly href: string } | null;
  readonly atUs: number;
  readonly isDetached: boolean;
};

/** A contact that can be moved, as a choice. */
export type MovableContact = {
  readonly ordinal: number;
  readonly channel: Channel;
  readonly startUs: number;
  readonly messages: number;
};

/** What stands around a case: its customer's other cases, and what people did to it. */
export type CaseAround = {
  /** What came before about the same issue, what came after, and where it was merged into. */
  readonly kin: readonly KinCaseView[];
  readonly others: readonly OtherCaseView[];
  /** How many there are beside those shown. */
  readonly moreOthers: number;
  readonly decisions: readonly DecisionView[];
  readonly notes: readonly CaseNote[];
  /** True while a change is being worked out. */
  readonly isWaiting: boolean;
  /** "3 traces, 41 spans, 12 messages". */
  readonly holds: string;
  /** Empty where there is only one: to move it is to merge the case. */
  readonly movable: readonly MovableContact[];
  /** An id for what is split off that no case of the customer has. */
  readonly proposedId: string;
};
