import type { FactFate, KnownFact } from "@/lib/domain/case/handoff-facts";
import type { Interaction, Message } from "@/lib/domain/case/case";
import type { Channel } from "@/lib/domain/trace/channel";
import type { LabelPlace } from "@/lib/domain/quality/label";
import type { PacketView } from "@/lib/format/scores/packet-view";
import type { Quotation, ScoreView } from "@/lib/format/scores/score-view";
import type { TextSegment } from "@/lib/format/segment-text";
import type { VerdictView } from "@/lib/format/scores/verdict-view";
import type { Tone } from "@/lib/format/wording";

/** One turn next to the handoff, with its quotes highlighted. */
export type PanelTurn = {
  readonly message: Message;
  readonly segments: readonly TextSegment[];
  /** Its address in the transcript. */
  readonly href: string;
  /** The span it was first read from. */
  readonly traceHref: string | null;
  /** True where turns before it are omitted. */
  readonly isAfterGap: boolean;
};

/** The turns on one side of a handoff: the nearest ones and those quoted. */
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

/** A fact known before a handoff, with its outcome. */
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
  /** Null: no handoff from an AI agent to a human. */
  readonly packet: PacketView | null;
  readonly scores: readonly ScoreView[];
  /** Tones of its quotes by their numbers. */
  readonly tones: ReadonlyMap<number, Tone>;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
};

export type ContactPanel = {
  readonly kind: "contact";
  readonly ordinal: number;
  readonly count: number;
  readonly side: PanelSide;
  readonly scores: readonly ScoreView[];
  readonly tones: ReadonlyMap<number, Tone>;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
};

/** Turns near a promise, a disclosure or a prompt change, with a heading. */
export type PanelExcerpt = { readonly label: string; readonly turn: PanelTurn };

/** A promise, a disclosure or a prompt's change. */
export type EventPanel = {
  readonly kind: "promise" | "disclosure" | "release";
  /** From 0. */
  readonly ordinal: number;
  readonly count: number;
  /** Null: it belongs to several contacts. */
  readonly channel: Channel | null;
  readonly what: string;
  /** The reason of its state, one sentence. */
  readonly sentence: string;
  /** Null: neither good nor bad. */
  readonly verdict: VerdictView | null;
  /** The label target; only for a promise. */
  readonly place: LabelPlace | null;
  readonly facts: readonly {
    readonly name: string;
    readonly words: string;
    /** The page of what it names. */
    readonly href?: string;
  }[];
  readonly excerpts: readonly PanelExcerpt[];
  readonly tones: ReadonlyMap<number, Tone>;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
};

/** The detail panel of the selected item. */
export type ItemPanel = HandoffPanel | ContactPanel | EventPanel;
