import type { Channel } from "@/lib/domain/trace/channel";
import type { AgentKind } from "@/lib/domain/trace/identity";
import type { Outcome } from "@/lib/domain/case/outcome";
import type { JourneyStep } from "@/lib/format/journey-step";
import type { Tone } from "@/lib/format/wording";

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

/** One channel's contacts on the customer's axis. */
export type ChannelLane = {
  readonly channel: Channel;
  readonly contacts: readonly {
    readonly left: number;
    /** Agent kind; human where both spoke. */
    readonly kind: AgentKind;
    readonly label: string;
  }[];
};

/** One attempt at an issue: a case and whether its solution lasted. */
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

/** The model of the Customer page. */
export type CustomerPageModel = {
  readonly customerId: string;
  readonly title: string;
  readonly asOfUs: number;
  readonly total: number;
  readonly touchpoints: number;
  readonly firstUs: number | null;
  readonly lastUs: number | null;
  /** In channel order, without empty ones. */
  readonly lanes: readonly ChannelLane[];
  /** The lanes in one sentence. */
  readonly lanesWords: string;
  /** Latest first. */
  readonly cases: readonly CustomerCaseView[];
  /** Issues with more than one case, most cases first. */
  readonly issues: readonly IssueView[];
};
