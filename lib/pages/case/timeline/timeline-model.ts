import type { PromiseState } from "@/lib/domain/case/case-promise";
import type { DisclosureStatus } from "@/lib/domain/case/case-disclosure";
import type { Channel } from "@/lib/domain/trace/channel";
import type { AgentKind } from "@/lib/domain/trace/identity";
import type { SlaSegment } from "@/lib/domain/case/sla-clock";
import type { Tone } from "@/lib/format/wording";
import type { ActiveBlock } from "./find-activity";

export type TimelineItemKind =
  | "contact"
  | "handoff"
  | "promise"
  | "disclosure"
  | "release"
  | "state";

/** A selectable item: a symbol of the timeline and a row of the list. */
export type TimelineItem = {
  /** Prefix of its kind and its number: "h0". */
  readonly id: string;
  readonly kind: TimelineItemKind;
  readonly atUs: number;
  /** Its lane; null: none. */
  readonly channel: Channel | null;
  /** Its full text. */
  readonly name: string;
  readonly isFailure: boolean;
  /** The contact or handoff whose panel shows it; null: none. */
  readonly closeUp: string | null;
  /** Address of its message. */
  readonly href: string | null;
};

/** A segment of a contact with one kind of agent. */
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
  /** Times of turns; a sample for a long contact. */
  readonly agentTurnsUs: readonly number[];
  readonly customerTurnsUs: readonly number[];
  /** Its ending by score. */
  readonly end: { readonly tone: Tone; readonly words: string };
  /** The customer's rating, 1 to 5; null: none. */
  readonly csat: number | null;
  /** True where its times contradict one another. */
  readonly isSkewed: boolean;
};

/** A bar in a lane: a contact or, in a long case, the contacts of a time range. */
export type ContactGroup = Pick<
  TimelineContact,
  "channel" | "fromUs" | "toUs" | "stretches" | "agentTurnsUs" | "customerTurnsUs" | "end" | "csat"
> & {
  /** Ordinals of its contacts. */
  readonly contacts: readonly number[];
  readonly isSkewed: boolean;
};

export type TimelineHandoff = {
  readonly id: string;
  readonly ordinal: number;
  readonly from: number;
  readonly to: number;
  /** A handoff within a contact. */
  readonly atUs: number;
  readonly gap: HandoffGap;
};

/** A handoff's kept facts: a chip's label and a sentence. */
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

/** A later mention: known, denied, asked for again. */
export type LineMeeting = {
  readonly atUs: number;
  readonly tone: Tone;
  readonly words: string;
};

/** A fact or promise that concerns later contacts. */
export type TimelineLine = {
  readonly id: string;
  readonly contact: number;
  readonly saidUs: number;
  readonly dueUs: number | null;
  readonly settledUs: number | null;
  readonly tone: Tone;
  /** "credit of $40 by Friday", "order number". */
  readonly what: string;
  /** Its outcome: "broken", "4 d late", "asked again". */
  readonly stateWords: string;
  readonly meetings: readonly LineMeeting[];
};

export type TimelinePromise = TimelineLine & {
  readonly state: PromiseState;
  /** Done only because the customer asked an agent who did not know of it. */
  readonly isRegranted: boolean;
};

/** A fact known before a handoff that came up after it. */
export type TimelineFact = TimelineLine & {
  /** The handoff of its worst outcome, selected by its symbol. */
  readonly handoff: string;
  /** Its full text. */
  readonly name: string;
};

export type TimelineDisclosure = {
  readonly id: string;
  /** Its index among all rules; those that did not apply are not drawn. */
  readonly place: number;
  readonly contact: number;
  readonly atUs: number;
  readonly status: Exclude<DisclosureStatus, "not_required">;
  readonly tone: Tone;
  readonly rule: string;
  /** What was to be said: "Say that an AI is speaking". */
  readonly title: string;
  /** "not found by rule sms-opt-out, not reviewed" */
  readonly found: string;
  /** Both in one: what, and what was found. */
  readonly words: string;
};

export type TimelineRelease = {
  readonly id: string;
  readonly atUs: number;
  /** The same in words. */
  readonly at: string;
  /** "support-core v7 → v8, on Chat and Voice" */
  readonly words: string;
  /** Channels on which the agent became formal. */
  readonly formalOn: readonly string[];
  /** Its first message. */
  readonly message: number;
  /** Its first message on each channel. */
  readonly lanes: readonly {
    readonly channel: Channel;
    readonly atUs: number;
    /** "support-core v8" */
    readonly words: string;
  }[];
};

/** The SLA clock as a bar; no segments without a target. */
export type TimelineSla = {
  /** Few words: "24 business hours", "no target". */
  readonly label: string;
  /** The full text. */
  readonly words: string;
  readonly segments: readonly (SlaSegment & { readonly isOver: boolean })[];
  readonly dueUs: number | null;
  readonly overWords: string | null;
};

/** The labels of a block of activity. */
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

/** The timeline without its layout, which depends on scale and width. */
export type Timeline = {
  /** A one-sentence description. */
  readonly title: string;
  /** In the order of the list, and of ← and →. */
  readonly items: readonly TimelineItem[];
  readonly contacts: readonly TimelineContact[];
  /** By lane, then by time. */
  readonly contactGroups: readonly ContactGroup[];
  readonly handoffs: readonly TimelineHandoff[];
  readonly states: readonly TimelineState[];
  readonly sla: TimelineSla;
  /** Worst first; none without handoffs. */
  readonly facts: readonly TimelineFact[];
  readonly factsWords: string;
  readonly promises: readonly TimelinePromise[];
  readonly promisesWords: string;
  readonly disclosures: readonly TimelineDisclosure[];
  readonly disclosuresWords: string;
  readonly releases: readonly TimelineRelease[];
  /** Versions at the opening; "": unknown. */
  readonly releasesAtOpening: string;
  readonly blocks: readonly (ActiveBlock & { readonly words: BlockWords })[];
  /** Idle gaps: calendar time, in one unit where there is little room, and business time. */
  readonly gaps: readonly {
    readonly words: string;
    readonly shortWords: string;
    readonly openWords: string | null;
  }[];
  /** Axis ticks of true time. */
  readonly ticks: readonly {
    readonly atUs: number;
    readonly day: string;
    readonly clock: string;
  }[];
  /** Known clock problems; "": none. */
  readonly clockWords: string;
  /** Only for an open case. */
  readonly nowUs: number | null;
};
