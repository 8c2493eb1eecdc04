import type { RequiredStatus } from "@/lib/domain/case/case-disclosure";
import type { Channel } from "@/lib/domain/trace/channel";
import type { ReviewChange, ReviewDecision } from "@/lib/domain/quality/disclosure-review";
import type { ContactAgents } from "@/lib/analytics/rows/contact-row";
import type { ChartLink, DotModel } from "@/lib/analytics/charts/chart-model";
import type { FindingModel } from "@/lib/analytics/findings/finding-model";
import type { Pagination } from "@/lib/format/address/paginate";
import type { VerdictView } from "@/lib/format/scores/verdict-view";
import type { TabChoice } from "@/lib/format/tab-choice";
import type { TextSegment } from "@/lib/format/segment-text";
import type { Tone } from "@/lib/format/wording";
import type { DisclosuresQuery } from "./url";

/** A count that opens what it counts; null: nothing to open. */
export type CountLink = { readonly words: string; readonly href: string | null };

/** A rule on a channel. */
export type MatrixCell = {
  readonly channel: Channel;
  /** Null: the rule applied to no contact of the channel. */
  readonly shown: {
    /** "95%", "4 of 5", "none evaluable". */
    readonly rate: string;
    /** "91–97%"; "" where nothing could be evaluated. */
    readonly interval: string;
    /** 0 to 1; null where nothing could be evaluated. */
    readonly share: number | null;
    /** "9 not given", "3 not evaluable". */
    readonly notes: readonly string[];
    /** The page with its findings below. */
    readonly href: string;
    readonly label: string;
    readonly isChosen: boolean;
  } | null;
};

export type MatrixRow = {
  readonly rule: string;
  readonly name: string;
  readonly cells: readonly MatrixCell[];
  readonly required: CountLink;
  readonly given: CountLink;
  readonly notGiven: CountLink;
  /** Of those not given. */
  readonly toReview: CountLink;
  readonly notEvaluable: CountLink;
};

/** A finding of the list. */
export type FindingLine = {
  readonly key: string;
  readonly caseId: string;
  /** The case at this finding. */
  readonly caseHref: string;
  /** The page with its evidence. */
  readonly href: string;
  readonly isChosen: boolean;
  readonly rule: string;
  readonly channel: Channel;
  readonly agents: ContactAgents;
  readonly atUs: number;
  /** The words that gave it, or the nearest that did not, or the first that were searched; "" where there are none. */
  readonly words: string;
  /** What they are where they did not give it: "Nearest words:"; else "". */
  readonly wordsLabel: string;
  readonly because: string;
  readonly status: VerdictView & { readonly name: RequiredStatus };
  /** The latest decision; "": not reviewed. */
  readonly review: string;
  /** "due Mon 9 Nov", "4 days overdue"; null: nothing waits. */
  readonly due: { readonly words: string; readonly isOverdue: boolean } | null;
};

/** What a decision is about; see `ReviewChange`. */
export type ReviewTarget = Pick<
  ReviewChange,
  "caseId" | "ordinal" | "rule" | "version" | "status" | "after"
>;

/** One contact of a case under one rule. */
export type StripCell = { readonly tone: Tone | null; readonly word: string };

/** The rules of one case across its contacts. */
export type CaseStrip = {
  readonly contacts: readonly { readonly channel: Channel; readonly atUs: number }[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly StripCell[] }[];
};

/** A decision that was taken. */
export type ReviewLine = {
  readonly id: number;
  readonly decision: ReviewDecision;
  readonly words: string;
  readonly by: string;
  readonly atUs: number;
  /** Masked; "" if none. */
  readonly reason: string;
  /** What was decided on, where it is another version or finding by now; "" else. */
  readonly about: string;
};

/** The evidence of one finding. */
export type FindingPanel = {
  readonly caseId: string;
  readonly caseHref: string;
  readonly channel: Channel;
  readonly title: string;
  /** "recording-notice-all-party, version 2". */
  readonly rule: string;
  readonly status: VerdictView;
  readonly because: string;
  /** "3 messages, Mon 2 Nov 10:02 to 10:04"; null: nothing was searched. */
  readonly searched: string | null;
  /** Messages of the window, and those quoted. */
  readonly turns: readonly {
    readonly label: string;
    readonly who: string;
    readonly atUs: number;
    readonly segments: readonly TextSegment[];
    readonly tone: Tone;
  }[];
  readonly strip: CaseStrip;
  readonly target: ReviewTarget;
  /** Those that can be decided with it; null: none. */
  readonly alike: {
    readonly words: string;
    readonly listed: readonly {
      readonly caseId: string;
      /** The case at that finding. */
      readonly caseHref: string;
      readonly atUs: number;
      readonly target: ReviewTarget;
    }[];
  } | null;
  /** The latest first. */
  readonly reviews: readonly ReviewLine[];
  /** The latest decision waits for a second review before the viewer may see it; null: they see every decision. */
  readonly withheld: {
    /** Where the viewer can make that second review; null: nowhere. */
    readonly secondHref: string | null;
  } | null;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
};

/** A filter's choices, each with how many findings it leaves. */
export type FilterTabs = { readonly label: string; readonly choices: readonly TabChoice[] };

/** The model of the Disclosures page. */
export type DisclosuresModel = FindingModel & {
  readonly query: DisclosuresQuery;
  readonly presets: readonly TabChoice[];
  readonly matrix: {
    readonly channels: readonly Channel[];
    readonly rows: readonly MatrixRow[];
    readonly foot: string;
  };
  readonly list: {
    readonly title: string;
    readonly subtitle: string;
    readonly filters: readonly FilterTabs[];
    readonly csv: ChartLink;
    readonly lines: readonly FindingLine[];
    readonly pagination: Pagination;
  };
  readonly panel: FindingPanel | null;
  /** The sign-off of what is shown; null: the viewer may sign off nothing. */
  readonly signing: {
    /** The samples with this filter, to draw one that is then signed off. */
    readonly href: string;
    /** Null: nobody signed it off. */
    readonly signed: {
      /** "Signed off by Ann Berg". */
      readonly words: string;
      readonly atUs: number;
      readonly href: string;
    } | null;
  } | null;
  /** The share given by release; null where none is named. */
  readonly releases: DotModel | null;
};
