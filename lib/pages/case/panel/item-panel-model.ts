import type { FactFate, KnownFact } from "@/lib/domain/case/handoff-facts";
import type { Interaction, Message } from "@/lib/domain/case/case";
import type { Channel } from "@/lib/domain/trace/channel";
import type { LabelPlace } from "@/lib/domain/quality/label";
import type { PacketView } from "@/lib/format/scores/packet-view";
import type { Quotation, ScoreView } from "@/lib/format/scores/score-view";
import type { TextSegment } from "@/lib/format/segment-text";
import type { VerdictView } from "@/lib/format/scores/verdict-view";
import type { Tone } from "@/lib/format/wording";

/** One turn beside the handoff, with the words that matter here marked. */
export type PanelTurn = {
  readonly message: Message;
  readonly segments: readonly TextSegment[];
  /** Where it stands in the transcript. */
  readonly href: string;
  /** The span it was first read from. */
  readonly traceHref: string | null;
  /** True where turns were left out before it. */
  readonly isAfterGap: boolean;
};

/** What was said on one side of a handoff: the turns next to it, and those that are quoted. */
export type PanelSide = {
  readonly interaction: Interaction;
  readonly turns: readonly PanelTurn[];
  /** Positions of the first and the last among the contact's turns, from 1. */
  readonly first: number;
  readonly last: number;
  readonly total: number;
  /** The whole contact in the transcript. */
  readonly href: string;
};

/** Something that was known before a handoff, and what became of it. */
export type FactView = {
  readonly what: string;
  readonly kind: KnownFact["kind"];
  readonly fate: VerdictView & { readonly name: FactFate };
  readonly given: Quotation | null;
  readonly seen: Quotation | null;
  readonly place: LabelPlace;
};

export type HandoffPanel = {
  readonly kind: "handoff";
  /** From 0. */
  readonly ordinal: number;
  readonly count: number;
  /** "human → AI, started by the agent". */
  readonly how: string;
  readonly fromUs: number;
  readonly toUs: number;
  /** One sentence that says what happened. */
  readonly sentence: string;
  readonly verdict: VerdictView;
  readonly before: PanelSide;
  readonly after: PanelSide;
  readonly facts: readonly FactView[];
  /** Null where no AI agent gave the customer to a person. */
  readonly packet: PacketView | null;
  readonly scores: readonly ScoreView[];
  /** How the marks of its quotations look, by their numbers. */
  readonly marks: ReadonlyMap<number, Tone>;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
};

export type ContactPanel = {
  readonly kind: "contact";
  readonly ordinal: number;
  readonly count: number;
  readonly side: PanelSide;
  readonly scores: readonly ScoreView[];
  readonly marks: ReadonlyMap<number, Tone>;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
};

/** Words beside a promise, a disclosure or a prompt's change, and why they stand there. */
export type PanelExcerpt = { readonly label: string; readonly turn: PanelTurn };

/** A promise, a disclosure or a prompt's change. */
export type MarkPanel = {
  readonly kind: "promise" | "disclosure" | "release";
  /** From 0. */
  readonly ordinal: number;
  readonly count: number;
  /** Null where it belongs to no single contact. */
  readonly channel: Channel | null;
  readonly what: string;
  /** One sentence that says why it stands as it does. */
  readonly sentence: string;
  /** Null for what is neither good nor bad. */
  readonly verdict: VerdictView | null;
  /** Where a person may say otherwise: at a promise. */
  readonly place: LabelPlace | null;
  readonly facts: readonly { readonly name: string; readonly words: string }[];
  readonly excerpts: readonly PanelExcerpt[];
  readonly marks: ReadonlyMap<number, Tone>;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
};

/** What is selected, close up. */
export type ItemPanel = HandoffPanel | ContactPanel | MarkPanel;
