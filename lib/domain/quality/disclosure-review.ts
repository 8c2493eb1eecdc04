import type { RequiredStatus } from "../case/case-disclosure";

/** What a reviewer decided about a finding of a disclosure rule. */
export const reviewDecisions = [
  "confirmed",
  "overturned",
  "second_opinion",
  "waived",
  "escalated",
] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

/** `open`: nobody decided yet. `withheld`: decided, and not shown before a second reviewer has judged it as well. */
export const reviewStates = ["open", ...reviewDecisions, "withheld"] as const;
export type ReviewState = (typeof reviewStates)[number];

/** Whether a decision is against the finding and needs a reason: why it is wrong, or on what basis it is waived. */
export const needsReason: Readonly<Record<ReviewDecision, boolean>> = {
  confirmed: false,
  overturned: true,
  second_opinion: false,
  waived: true,
  escalated: false,
};

export const reviewReasonMax = 500;

/** As many identical findings can be decided with one. */
export const alikeMax = 100;

/** Whether a finding waits for somebody else than who asked. */
export const isPending: Readonly<Record<ReviewState, boolean>> = {
  open: false,
  confirmed: false,
  overturned: false,
  second_opinion: true,
  waived: false,
  escalated: true,
  withheld: false,
};

/** A decision as it was taken; later ones replace it, none is ever removed. */
export type DisclosureReview = {
  readonly id: number;
  /** The contact (see `DisclosureRow`) and the rule that it hangs on, whatever case the contact is in later. */
  readonly anchor: string;
  readonly rule: string;
  /** The rule's version and what it had found at that moment. */
  readonly version: number;
  readonly status: RequiredStatus;
  /** The case at that moment. */
  readonly caseId: string;
  readonly decision: ReviewDecision;
  /** Masked; "" if none. */
  readonly reason: string;
  /** Public id of the reviewer. */
  readonly actor: string;
  readonly atUs: number;
};

type Share = { readonly hits: number; readonly of: number };

/**
 * How right a version of a rule was where reviewers confirmed or overturned what it found; the latest decision on each
 * finding counts.
 */
export type RuleReviews = {
  /** Those that stand of its verdicts that it was not given as required: its precision. */
  readonly notGiven: Share;
  /** Those that stand of its verdicts that it was given. */
  readonly given: Share;
  /**
   * What the rule had found of all that was really not given, in the random parts of samples: its recall. Elsewhere
   * reviewers look at what was not given first, which would flatter it.
   */
  readonly violations: Share;
};

/** With fewer decided findings a share says nothing. */
export const reviewedLeast = 10;

/** A user's decision on a finding as its page showed it. `actor` is the signed-in user, set by the server. */
export type ReviewChange = Pick<
  DisclosureReview,
  "caseId" | "rule" | "version" | "status" | "decision" | "reason" | "actor"
> & {
  readonly kind: "disclosure-reviewed";
  /** The finding's ordinal among the disclosures of the case. */
  readonly ordinal: number;
  /** Key of the latest decision that the page showed; null: none. */
  readonly after: number | null;
};
