import type { PromiseState } from "@/lib/domain/case/case-promise";
import type { DisclosureStatus } from "@/lib/domain/case/case-disclosure";
import type { Channel } from "@/lib/domain/trace/channel";
import type { AgentKind } from "@/lib/domain/trace/identity";
import type { SlaSegment } from "@/lib/domain/case/sla-clock";
import type { Tone } from "@/lib/format/wording";
import type { ActiveBlock } from "./find-activity";

export type TimelineItemKind =
  "contact" | "handoff" | "promise" | "disclosure" | "release" | "state";

/** Something one can select: a mark of the picture and a row of the list. */
export type TimelineItem = {
  /** A letter for its kind and its number among these: "h0". */
  readonly id: string;
  readonly kind: TimelineItemKind;
  readonly atUs: number;
  /** The lane it stands in, null where it stands in none. */
  readonly channel: Channel | null;
  /** All of it in words. */
  readonly name: string;
  readonly isFailure: boolean;
  /** The contact or handoff that shows it close up; null where none does. */
  readonly closeUp: string | null;
  /** Where its words stand. */
  readonly href: string | null;
};

/** An agent's part of a contact, until another kind of agent took over. */
export type AgentStretch = {
  readonly kind: AgentKind | null;
  readonly fromUs: number;
  readonly toUs: number;
};

export type TimelineContact = {
  readonly id: string;
  readonly ordinal: number;
  readonly channel: Channel;
  readonly fromUs: number;
  readonly toUs: number;
  readonly stretches: readonly AgentStretch[];
  /** When agents and customers spoke; a long contact names a choice of them. */
  readonly agentTurnsUs: readonly number[];
  readonly customerTurnsUs: readonly number[];
  /** How it ended, as it was scored. */
  readonly end: { readonly tone: Tone; readonly words: string };
  /** The customer's rating of it, 1 to 5; null where none was given. */
  readonly csat: number | null;
  /** True where its times contradict one another. */
  readonly isSkewed: boolean;
};

/** What is drawn in a lane: a contact, or in a case of many the contacts of a stretch of time. */
export type TimelineMark = Pick<
  TimelineContact,
  "channel" | "fromUs" | "toUs" | "stretches" | "agentTurnsUs" | "customerTurnsUs" | "end" | "csat"
> & {
  /** Positions of its contacts in the case. */
  readonly contacts: readonly number[];
  readonly isSkewed: boolean;
};

export type TimelineHandoff = {
  readonly id: string;
  readonly ordinal: number;
  readonly from: number;
  readonly to: number;
  /** Inside one contact: where the agent changed. */
  readonly atUs: number;
  readonly gap: HandoffGap;
};

/** What a handoff kept, in a chip's few words and in a sentence's. */
export type HandoffGap = {
  readonly tone: Tone;
  /** "2 of 4", "asked again", "kept". */
  readonly chip: string;
  readonly words: string;
  readonly isLossy: boolean;
};

export type TimelineState = {
  readonly id: string;
  readonly fromUs: number;
  /** Null: to the edge. */
  readonly toUs: number | null;
  readonly words: string;
  readonly tone: Tone | "open";
};

/** Where a later contact met what was said: known, denied, asked for again. */
export type LineMeeting = {
  readonly atUs: number;
  readonly tone: Tone;
  readonly words: string;
};

/** Something that was said in one contact and concerns those after it. */
export type TimelineLine = {
  readonly id: string;
  readonly contact: number;
  readonly saidUs: number;
  readonly dueUs: number | null;
  readonly settledUs: number | null;
  readonly tone: Tone;
  /** "credit of $40 by Friday", "order number". */
  readonly what: string;
  /** What became of it: "broken", "kept 4 d late", "asked again". */
  readonly stateWords: string;
  readonly meetings: readonly LineMeeting[];
};

export type TimelinePromise = TimelineLine & { readonly state: PromiseState };

/** Something that was known before a handoff and came up after it. */
export type TimelineFact = TimelineLine & {
  /** The handoff at which it fared worst: that is what its mark selects. */
  readonly handoff: string;
  /** All of it in words. */
  readonly name: string;
};

export type TimelineDisclosure = {
  readonly id: string;
  /** Its place among all that was looked at: rules that did not apply are not drawn. */
  readonly place: number;
  readonly contact: number;
  readonly atUs: number;
  readonly status: Exclude<DisclosureStatus, "not-applicable">;
  readonly tone: Tone;
  /** Few words: "missing: AI said so". */
  readonly words: string;
};

export type TimelineRelease = {
  readonly id: string;
  readonly atUs: number;
  /** The same in words. */
  readonly at: string;
  /** "support-core v7 → v8, on Chat and Voice" */
  readonly words: string;
  /** Channels on which the agent speaks formally from then on. */
  readonly formalOn: readonly string[];
  /** The first message that it is seen in. */
  readonly message: number;
  /** Where it is first seen on each channel that it reaches. */
  readonly lanes: readonly {
    readonly channel: Channel;
    readonly atUs: number;
    /** "support-core v8" */
    readonly words: string;
  }[];
};

/** The service clock as a bar, without stretches where there is no target. */
export type TimelineSla = {
  /** Few words: "24 business hours", "no target". */
  readonly label: string;
  /** All of it. */
  readonly words: string;
  readonly segments: readonly (SlaSegment & { readonly isOver: boolean })[];
  readonly dueUs: number | null;
  readonly overWords: string | null;
};

/** What stands above a block of activity. */
export type BlockWords = {
  /** "Mon 2 Nov" */
  readonly day: string;
  /** "Mon" */
  readonly weekday: string;
  /** "09:12–09:48" */
  readonly range: string;
  /** "09:12" */
  readonly clock: string;
  /** "t + 2 d 2 h" */
  readonly relative: string;
};

/** Everything the timeline draws but where it stands: that depends on scale and width. */
export type Timeline = {
  /** One sentence that says what is drawn. */
  readonly title: string;
  /** In the order of the list, and of ← and →. */
  readonly items: readonly TimelineItem[];
  readonly contacts: readonly TimelineContact[];
  /** By lane, then by time. */
  readonly marks: readonly TimelineMark[];
  readonly handoffs: readonly TimelineHandoff[];
  readonly states: readonly TimelineState[];
  readonly sla: TimelineSla;
  /** Worst first; none where nobody handed over. */
  readonly facts: readonly TimelineFact[];
  readonly factsWords: string;
  readonly promises: readonly TimelinePromise[];
  readonly promisesWords: string;
  readonly disclosures: readonly TimelineDisclosure[];
  readonly disclosuresWords: string;
  readonly releases: readonly TimelineRelease[];
  /** What ran when the case opened, "" where nobody said. */
  readonly releasesAtOpening: string;
  readonly blocks: readonly (ActiveBlock & { readonly words: BlockWords })[];
  /** Between a block and the next: calendar time, and how much of it was open. */
  readonly gaps: readonly { readonly words: string; readonly openWords: string | null }[];
  /** A ruler for true time. */
  readonly ticks: readonly {
    readonly atUs: number;
    readonly day: string;
    readonly clock: string;
  }[];
  /** What is wrong with the clocks its times come from, "" where nothing is known to be. */
  readonly clockWords: string;
  /** On a case that is open. */
  readonly nowUs: number | null;
};
