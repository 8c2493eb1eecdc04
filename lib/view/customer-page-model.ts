import type { Channel } from "@/lib/domain/channel";
import type { Outcome } from "@/lib/domain/outcome";
import type { JourneyStep } from "./journey-step";
import type { Tone } from "./wording";

export type CustomerCaseView = {
  readonly caseId: string;
  readonly about: string;
  readonly outcome: Outcome;
  readonly openedUs: number | null;
  readonly journey: readonly JourneyStep[];
  /** The case on the customer's own axis, as shares of it; null where it has no time. */
  readonly bar: { readonly left: number; readonly width: number } | null;
  readonly contacts: readonly {
    readonly channel: Channel;
    readonly left: number;
    readonly label: string;
  }[];
};

/** What was tried for an issue in one case, and whether it held. */
export type AttemptView = {
  readonly caseId: string;
  readonly openedUs: number | null;
  readonly tried: string;
  readonly because: string;
  readonly held: { readonly tone: Tone; readonly label: string };
};

export type IssueView = {
  readonly about: string;
  readonly attempts: readonly AttemptView[];
};

/** What the Customer page shows. */
export type CustomerPageModel = {
  readonly customerId: string;
  readonly title: string;
  readonly asOfUs: number;
  readonly total: number;
  readonly touchpoints: number;
  readonly firstUs: number | null;
  readonly lastUs: number | null;
  /** Latest first. */
  readonly cases: readonly CustomerCaseView[];
  /** Issues with more than one case, most cases first. */
  readonly issues: readonly IssueView[];
};
